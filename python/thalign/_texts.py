# SPDX-License-Identifier: Apache-2.0
"""Texts: what may be given as one, and how it is cut."""

from __future__ import annotations

import os
from typing import Iterable, List, Optional, Sequence, Tuple, Union

from . import _thalign

Document = _thalign.Document
#: A text; the path of a document of any format; a document that was read; or sentences, which stay as they are.
Text = Union[str, os.PathLike[str], Document, Sequence[str]]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # kept from being taken for one where a string begins with U+FEFF


class Sentence(str):
    """A sentence: a string that knows where it stands.

    ``span``: begin and end in the text it was cut from, so that ``text[slice(*sentence.span)]`` is the sentence.
    ``probability``: that a sentence ends after it.
    """

    span: Tuple[int, int]
    probability: float

    def __new__(cls, text: str, span: Tuple[int, int] = (0, 0), probability: float = 1.0) -> "Sentence":
        self = super().__new__(cls, text)
        self.span = span
        self.probability = probability
        return self

    def __getnewargs__(self) -> Tuple[str, Tuple[int, int], float]:  # type: ignore[override]
        return (str(self), self.span, self.probability)


class SrxRules:
    """Rules of sentence ends: an SRX 2.0 file."""

    def __init__(self, path: Union[str, os.PathLike[str]]) -> None:
        name = os.fspath(path)
        self._rules = _thalign.SrxRules(_bytes_of(name), name)


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def read_document(
    path: Union[str, os.PathLike[str]],
    *,
    format: Optional[str] = None,
    encoding: Optional[str] = None,
    language: Optional[str] = None,
    replace_invalid: bool = False,
    whole_page: bool = False,
) -> Document:
    """Reads a document of any format the program reads: plain text, a web page, Word, subtitles, ...

    ``format``: "text", "html", "docx", ...; recognised if not given. ``encoding``: by any name ICU knows; recognised if
    not given. ``language``: "th" or "en"; recognised by the script. ``whole_page``: of a web page navigation, header and
    footer, too. Raises :class:`Error`, and :class:`OSError` for what can't be opened.
    """
    name = os.fspath(path)
    return _thalign.read_document(
        _bytes_of(name), name, format or "", encoding or "", language, replace_invalid, whole_page
    )


def _document(text: Text, name: str, language: Optional[str]) -> Document:
    if isinstance(text, Document):
        return text
    if isinstance(text, os.PathLike):
        return read_document(text, language=language)
    if not isinstance(text, str):
        raise TypeError(f"{name} must be a str, a path, a Document or a list of str, not {type(text).__name__}")
    data = text.encode("utf-8")
    if text.startswith("\ufeff"):
        data = _BYTE_ORDER_MARK + data
    return _thalign.read_document(data, name, "text", "UTF-8", language, False, False)


def _lines(sentences: Iterable[str]) -> str:
    """One sentence a line; a line end inside one would make two of it."""
    return "".join(" ".join(sentence.splitlines()) + "\n" for sentence in sentences)


def is_sentences(text: Text) -> bool:
    """Whether a text is given as sentences."""
    return not isinstance(text, (str, os.PathLike, Document)) and isinstance(text, Sequence)


def document(text: Text, name: str, language: Optional[str]) -> Document:
    """A text as the aligner takes it; of sentences, one a line."""
    if isinstance(text, (str, os.PathLike, Document)) or not isinstance(text, Sequence):
        return _document(text, name, language)
    return _document(_lines(text), name, language)


def segment(
    text: Union[str, os.PathLike[str], Document],
    *,
    language: Optional[str] = None,
    threshold: float = 0.25,
    units: bool = False,
    wrapped: str = "auto",
    srx: Optional[SrxRules] = None,
) -> List[Sentence]:
    """Cuts a Thai or English text into sentences, as ``thalign segment`` does.

    Thai marks no sentence end, so the cuts of a Thai text are guesses; :func:`align` makes better ones with the help of
    the translation. ``threshold``: probability above which a sentence ends. ``units``: the finest pieces that could begin
    or end a sentence instead. ``wrapped``: "auto", "yes" or "no": whether lines are wrapped at a width. ``language``: "th"
    or "en" (a tag such as "en-GB" also says which rules of ``srx`` are used); recognised by the script if not given.
    """
    if not 0.0 < threshold < 1.0:
        raise ValueError(f"threshold must be between 0 and 1, not {threshold}")
    read = _document(text, "text", language)
    cut = _thalign.segment(read, wrapped, srx._rules if srx else None, language or read.language)
    return [
        Sentence(sentence, (begin, end), probability)
        for sentence, begin, end, probability in cut.sentences(0.0 if units else threshold)
    ]
