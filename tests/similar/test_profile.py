from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from detente.similar.documents import SimilarDoc
from detente.similar.profile import MASK, country_of, event_features, kind_shares, masked_lead, role_of
from detente.similar.situations import situation_kinds


def test_direction_does_not_depend_on_who():
    one = event_features([("GBRGOV", "RUSGOV", "COERCE")])
    assert one == event_features([("BLRGOV", "USAGOV", "COERCE")])
    assert "way COERCE>" in one and "quadrant material conflict" in one and "roles state>state" in one


def test_returned_inside_and_without_recipient_are_told_apart():
    returned = event_features([("GBR", "RUS", "COERCE"), ("RUS", "GBR", "COERCE")])
    assert returned["way COERCE<>"] == 2
    assert "way COERCE@" in event_features([("BLRGOV", "BLROPP", "COERCE")])
    assert "way PROTEST." in event_features([("BLROPP", "", "PROTEST")])


def test_codes_fold_into_countries_and_roles():
    assert [country_of(code) for code in ("BLRGOV", "IGOEUU", "USA")] == ["BLR", "EUU", "USA"]
    assert [role_of(code) for code in ("BLRGOV", "BLR", "BLROPP", "IGOEUU")] == ["state", "state", "OPP", "IGO"]


def test_names_and_runs_of_names_are_masked_once():
    doc = SimilarDoc("a", "", "On Monday the envoy of Belarus met Sergei Lavrov in Moscow.", date(2016, 1, 1))
    masked = masked_lead(doc)
    assert not {"Belarus", "Sergei", "Lavrov", "Moscow"} & set(masked.split())
    assert f"met {MASK} in {MASK}" in masked and "envoy" in masked


@pytest.mark.parser
def test_shares_sum_to_one_and_do_not_depend_on_the_other_texts():
    from detente.similar.model import embed

    texts = ["Ministers lifted the arms embargo.", "The two armies held joint exercises."]
    docs = [SimilarDoc(str(n), "", text, None) for n, text in enumerate(texts)]
    both = kind_shares(embed([masked_lead(doc) for doc in docs]), docs)
    np.testing.assert_allclose(both.sum(axis=1), 1, rtol=1e-5)
    names = [kind.kind for kind in situation_kinds()]
    assert [names[n] for n in both.argmax(axis=1)] == ["sanctions lifted", "drills"]
    alone = kind_shares(embed([masked_lead(docs[1])]), docs[1:])
    np.testing.assert_allclose(alone[0], both[1], atol=1e-4)
