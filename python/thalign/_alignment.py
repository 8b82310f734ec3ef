# SPDX-License-Identifier: Apache-2.0
"""Alignments and what they are made with."""

from __future__ import annotations

import html
import os
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, Union, overload

from . import _thalign
from ._files import write_units
from ._texts import Document, SrxRules, Text, document, is_sentences

TranslationUnit = _thalign.TranslationUnit


class Lexicon:
    """A Thai-English lexicon with probabilities in both directions.

    ``Lexicon()`` is the one that comes with thalign. ``Lexicon("terms.tsv", ...)`` adds files to it: lexicons that ``thalign
    lexicon`` made, tables of terms, dictionaries of hunalign. ``beside_shipped=False``: those files alone.
    """

    def __init__(self, *paths: Union[str, os.PathLike[str]], beside_shipped: bool = True) -> None:
        names = [os.fspath(path) for path in paths]
        self._lexicon = _thalign.Lexicon(names, beside_shipped) if names else _thalign.Lexicon()

    def size(self, language: str) -> int:
        """The number of words of "th" or "en"."""
        return self._lexicon.size(_checked(language))

    def translations(self, word: str, language: Optional[str] = None) -> List[Tuple[str, float]]:
        """Translations of a word with their probabilities, most probable first; none if it is not in the lexicon.

        Words are in lower case, English ones are stems ("librari"). ``language`` of the word: "th" or "en"; by its script
        if not given.
        """
        if language is None:
            language = "th" if any("\u0e00" <= character <= "\u0e7f" for character in word) else "en"
        return self._lexicon.translations(word, _checked(language))

    def __contains__(self, word: str) -> bool:
        return bool(self.translations(word))

    def __repr__(self) -> str:
        return f"<thalign.Lexicon: {self.size('th')} Thai and {self.size('en')} English words>"


def _checked(language: str) -> str:
    if language not in ("th", "en"):
        raise ValueError(f"language must be 'th' or 'en', not {language!r}")
    return language


class Alignment(Sequence[TranslationUnit]):
    """The beads of two aligned texts, in order: a sequence of :class:`TranslationUnit`.

    Every character of both texts but white space is in exactly one bead. A bead with one side empty has no counterpart.
    """

    def __init__(self, texts: _thalign.AlignedTexts, tags: Tuple[str, str], lexicon: Optional[Lexicon]) -> None:
        self._texts = texts
        self._tags = tags
        self._lexicon = lexicon
        self._beads: List[TranslationUnit] = texts.beads

    @overload
    def __getitem__(self, index: int) -> TranslationUnit: ...
    @overload
    def __getitem__(self, index: slice) -> List[TranslationUnit]: ...
    def __getitem__(self, index: Any) -> Any:
        return self._beads[index]

    def __len__(self) -> int:
        return len(self._beads)

    @property
    def source(self) -> Document:
        """The source text, wrapped lines joined."""
        return self._texts.source

    @property
    def target(self) -> Document:
        """The target text, wrapped lines joined."""
        return self._texts.target

    @property
    def languages(self) -> Tuple[str, str]:
        """The tags of source and target."""
        return self._tags

    @property
    def document_score(self) -> Optional[float]:
        """The probability that the two texts translate each other; below .5 look at the pair, below .2 it is wrong."""
        return self._texts.document_score

    def explain(self) -> List[Dict[str, float]]:
        """What each term adds to the score of each bead, in nats; docs/wrong-alignment.md says how to read it."""
        return [dict(terms) for terms in self._texts.explain(self._lexicon._lexicon if self._lexicon else None)]

    def save(self, path: Union[str, os.PathLike[str]], **options: Any) -> _thalign.WriteCounts:
        """Writes the beads to a file, as :func:`write_units` does; the options are the same."""
        options.setdefault("source_language", self._tags[0])
        options.setdefault("target_language", self._tags[1])
        return write_units(self._beads, path, **options)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` with a row a bead. Needs pandas."""
        import pandas  # type: ignore[import]

        rows = [
            {
                "source": bead.source,
                "target": bead.target,
                "score": bead.score,
                "confidence": bead.confidence,
                "source_begin": _edge(bead.source_span, 0),
                "source_end": _edge(bead.source_span, 1),
                "target_begin": _edge(bead.target_span, 0),
                "target_end": _edge(bead.target_span, 1),
                "kind": bead.kind,
                "flag": bead.flag,
            }
            for bead in self._beads
        ]
        columns = list(rows[0]) if rows else ["source", "target", "score", "confidence", "kind", "flag"]
        return pandas.DataFrame(rows, columns=columns)

    def __repr__(self) -> str:
        score = "" if self.document_score is None else f", document score {self.document_score:.3f}"
        return f"<thalign.Alignment {'-'.join(self._tags)}: {len(self)} beads{score}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{number}</td><td>{bead.kind}</td>"
            f'<td style="text-align:left" lang="{html.escape(self._tags[0])}">{html.escape(bead.source)}</td>'
            f'<td style="text-align:left" lang="{html.escape(self._tags[1])}">{html.escape(bead.target)}</td>'
            f"<td>{bead.confidence:.2f}</td></tr>"
            for number, bead in enumerate(self._beads[:_MOST_ROWS])
        )
        more = f"<p>... and {len(self) - _MOST_ROWS} more</p>" if len(self) > _MOST_ROWS else ""
        head = "".join(
            f"<th>{html.escape(name)}</th>" for name in ("", "kind", self._tags[0], self._tags[1], "confidence")
        )
        return f"<p>{html.escape(repr(self)[1:-1])}</p><table><tr>{head}</tr>{rows}</table>{more}"


_MOST_ROWS = 200


def align(
    source: Text,
    target: Text,
    *,
    source_language: Optional[str] = None,
    target_language: Optional[str] = None,
    lexicon: Optional[Lexicon] = None,
    wrapped: str = "auto",
    srx: Optional[SrxRules] = None,
) -> Alignment:
    """Aligns a Thai and an English text that translate each other, in either order, as ``thalign align`` does.

    A text is a string, the path of a document (``pathlib.Path``), a document of :func:`read_document`, or a list of
    sentences. Sentences are never cut or moved; ``bead.source_units`` counts them. Both texts must be given as sentences,
    or neither. Languages are recognised by the script if neither is given; tags such as "th-TH" are written to outputs.

    Raises :class:`Error`: both texts are of one language, can't be decoded, or are too long for what they have in common.
    Other threads of Python run in the meantime.
    """
    sentences = is_sentences(source)
    if sentences != is_sentences(target):
        raise TypeError("source and target must both be lists of sentences, or neither")
    if (source_language is None) != (target_language is None):
        raise ValueError("give both source_language and target_language, or neither")
    documents = document(source, "source", source_language), document(target, "target", target_language)
    languages = [text.language for text in documents]
    if languages[0] == languages[1]:
        raise _thalign_error(languages[0])
    tags = (source_language or languages[0], target_language or languages[1])
    texts = _thalign.AlignedTexts(
        *documents, lexicon._lexicon if lexicon else None, tags, wrapped, srx._rules if srx else None, sentences
    )
    return Alignment(texts, tags, lexicon)


def _thalign_error(language: str) -> Exception:
    from ._errors import Error

    name = {"th": "Thai", "en": "English"}[language]
    return Error(
        f"both texts are {name}; give one Thai and one English text, or say with source_language and target_language "
        "which is which",
        "language",
    )


def _edge(span: Optional[Tuple[int, int]], index: int) -> Optional[int]:
    """Begin (0) or end (1) of a span; nothing of a missing side."""
    return None if span is None else span[index]


def _kind(unit: TranslationUnit) -> str:
    """How many units of each side: "1-1", "2-1", "0-1"; empty if that is not known."""
    source, target = unit.source_units, unit.target_units
    if source is None or target is None:
        return ""
    return f"{source[1] - source[0]}-{target[1] - target[0]}"


def _unit_repr(unit: TranslationUnit) -> str:
    return f"<thalign.TranslationUnit {unit.source!r} | {unit.target!r}>"


setattr(TranslationUnit, "kind", property(_kind, doc=_kind.__doc__))
setattr(
    TranslationUnit,
    "is_null",
    property(
        lambda unit: not (unit.source and unit.target), doc="Whether a side is missing: the text has no counterpart."
    ),
)
setattr(TranslationUnit, "__repr__", _unit_repr)
