"""Bytes to text. UTF-8 first; then what the file declares; then a guess, which is always said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Codecs a stranger's file may name. Others (base64, zlib, rot13, unicode_escape ...) transform rather than decode.
_TRANSFORMS = {"idna", "punycode", "raw_unicode_escape", "unicode_escape", "utf_7", "undefined", "mbcs", "oem"}
# English with a few accents or curly quotes in cp1252: measured on texts of this kind under 2 % of bytes are above 127,
# while a text in Cyrillic, Greek or Arabic has over 50 %, one in Polish or Czech 5 to 12 %.
_FEW_HIGH_BYTES = 0.03
_LIKELY = [
    "cp1251", "cp1250", "cp1252", "koi8_r", "koi8_u", "cp866", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "mac_cyrillic",
]  # fmt: skip
_DOUBLY_ENCODED = re.compile(
    "â€[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6\x80-\x9f]|Ã[\u0080-\u00bf]|[ÐÑ][\u0080-\u00bf\u2018-\u201d]|Р[°µѕё]С"
)
# Signs of a wrong decoding that make a note: three, so that one stray character in a long text stays without remark.
_MANY_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and a note ('' where nothing need be said)."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """The text of the bytes. markup: believe a charset declared in HTML or XML where the bytes are not UTF-8. Never raises."""
    encoding, note = encoding_of(data, markup=markup)
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    damage = damaged(text)
    return Decoded(text, encoding, "; ".join(n for n in (note, damage) if n))


def encoding_of(data: bytes, *, markup: bool = False, cut: bool = False) -> tuple[str, str]:
    """Name of the codec, and a note where it had to be guessed. cut: the bytes are the start of a longer file."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, ""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
        if b"\x00" not in data:
            return "utf-8", ""
    except UnicodeDecodeError:
        pass
    wide = _utf16_without_mark(data)
    if wide:
        return wide, f"not UTF-8: read as {wide}"
    if b"\x00" in data and _is_utf8(data, cut):
        return "utf-8", ""
    declared = _declared(data) if markup else ""
    if declared:
        return declared, ""
    return _guess(data)


def damaged(text: str) -> str:
    """A note on characters lost or garbled in decoding, or ''."""
    lost = text.count("\ufffd")
    if lost >= _MANY_SIGNS:
        return f"{lost} characters could not be decoded and stand as \ufffd"
    if len(_DOUBLY_ENCODED.findall(text[:200_000])) >= _MANY_SIGNS:
        return "the text looks garbled (UTF-8 that was once read as another encoding)"
    return ""


def _is_utf8(data: bytes, cut: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 shows in Latin text as a zero in every second byte."""
    sample = data[:4_000]
    half = len(sample) // 2
    if half < 4:
        return ""
    even, odd = sample[0 : 2 * half : 2].count(0) / half, sample[1 : 2 * half : 2].count(0) / half
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else ""


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:4_096])
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        "a".encode(name)
    except (LookupError, UnicodeError, TypeError, ValueError):
        return ""
    if name.replace("-", "_") in _TRANSFORMS or name.startswith(("utf-16", "utf-32", "utf-8")):
        return ""  # the bytes have just shown that it is not so
    return "cp1252" if name == "iso8859-1" else name  # as every browser reads it


def _guess(data: bytes) -> tuple[str, str]:
    high = sum(1 for byte in data[:200_000] if byte > 127) / max(len(data[:200_000]), 1)
    if high < _FEW_HIGH_BYTES:
        return "cp1252", "not UTF-8: read as cp1252 (Western European)"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=_LIKELY, enable_fallback=False).best()
    if best is None:
        return "cp1252", "not UTF-8, and no other encoding fits: read as cp1252"
    return best.encoding, f"not UTF-8: guessed to be {best.encoding}"
