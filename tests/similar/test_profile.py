from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from detente.similar.documents import SimilarDoc
from detente.similar.passages import MAX_PASSAGES
from detente.similar.profile import MASK, PASSAGE, country_of, event_features, kind_shares, masked_passages, role_of
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
    [masked] = masked_passages(doc)
    assert not {"Belarus", "Sergei", "Lavrov", "Moscow"} & set(masked.split())
    assert f"met {MASK} in {MASK}" in masked and "envoy" in masked


@pytest.mark.parser
def test_shares_do_not_depend_on_the_other_texts():
    from detente.similar.model import embed

    texts = ["Ministers lifted the arms embargo.", "The two armies held joint exercises.", "Beetles live under the bark of oaks."]
    vectors = embed(texts)
    shares = kind_shares(vectors, texts)
    names = [kind.kind for kind in situation_kinds()]
    assert [names[n] for n in shares.argmax(axis=1)[:2]] == ["sanctions lifted", "drills"]
    assert 0.9 < shares[0].sum() <= 1 + 1e-6 and shares[2].sum() < 0.5
    np.testing.assert_allclose(kind_shares(vectors[1:2], texts[1:2])[0], shares[1], atol=1e-6)


def test_a_long_text_is_masked_in_passages():
    doc = SimilarDoc("a", "Talks", "The envoy of Belarus met Lavrov in the old town hall. " * 40, None)
    passages = masked_passages(doc)
    assert 1 < len(passages) <= MAX_PASSAGES and all(len(each) <= PASSAGE and "Lavrov" not in each for each in passages)
