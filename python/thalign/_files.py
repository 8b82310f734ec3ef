# SPDX-License-Identifier: Apache-2.0
"""Files of translation units: TMX, TSV, JSON lines, Moses pairs, ..."""

from __future__ import annotations

import datetime
import os
import time
from typing import Dict, Iterable, Iterator, List, NamedTuple, Optional, Tuple, Union

from . import _thalign

TranslationUnit = _thalign.TranslationUnit
Path = Union[str, os.PathLike[str]]


class Format(NamedTuple):
    """A file format of translation units; docs/formats.md describes each."""

    name: str
    extension: str
    can_read: bool
    can_write: bool
    two_files: bool
    sentence_numbers: bool


#: All formats by name.
FORMATS: Dict[str, Format] = {row[0]: Format(*row) for row in _thalign.formats()}


class Repair(NamedTuple):
    """Something that a reader put right, or left out, instead of refusing the file."""

    kind: str
    detail: str
    line: int
    column: int


class UnitReader(Iterator[TranslationUnit]):
    """The translation units of a file, one by one. ``repairs``: what was put right up to here."""

    def __init__(self, reader: _thalign.UnitReader) -> None:
        self._reader = reader

    def __iter__(self) -> "UnitReader":
        return self

    def __next__(self) -> TranslationUnit:
        return next(self._reader)

    @property
    def repairs(self) -> List[Repair]:
        return [Repair(*repair) for repair in self._reader.repairs]


def read_units(
    path: Path,
    *,
    format: Optional[str] = None,
    second: Optional[Path] = None,
    sentences: Optional[Tuple[Path, Path]] = None,
    source_language: str = "",
    target_language: str = "",
) -> UnitReader:
    """Reads a file of translation units, also compressed by gzip. Memory does not grow with the file.

    ``format``: a key of :data:`FORMATS`; by the extension if not given. ``second``: the target texts of a format of two
    files. ``sentences``: the two files with one sentence a line, of a format of sentence numbers. The languages are for
    formats that don't say them. Raises :class:`Error` with file, line and column.
    """
    return UnitReader(
        _thalign.UnitReader(
            os.fspath(path),
            format or "",
            None if second is None else os.fspath(second),
            None if sentences is None else (os.fspath(sentences[0]), os.fspath(sentences[1])),
            (source_language, target_language),
        )
    )


def _format_of(path: str) -> str:
    for extension in (os.path.splitext(path)[1].lower(),):
        for known in FORMATS.values():
            if extension and known.extension == extension and known.can_write and not known.two_files:
                return known.name
    raise ValueError(f"{path}: unknown format; give format= with one of: {', '.join(sorted(FORMATS))}")


def now() -> int:
    """The date to write, in seconds since 1970; SOURCE_DATE_EPOCH if that is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given) if given else int(time.time())


def checked(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    """The units; raises TypeError at the first that is none."""
    for unit in units:
        if not isinstance(unit, TranslationUnit):
            raise TypeError(f"a TranslationUnit is needed, not {type(unit).__name__}")
        yield unit


def write_units(
    units: Iterable[TranslationUnit],
    path: Path,
    *,
    format: Optional[str] = None,
    source_language: str = "",
    target_language: str = "",
    second: Optional[Path] = None,
    created: Optional[datetime.datetime] = None,
    null_beads: bool = False,
    untranslated: bool = False,
    min_confidence: float = 0.0,
    properties: Iterable[Tuple[str, str]] = (),
) -> _thalign.WriteCounts:
    """Writes translation units to a file, which takes its place when all is written.

    ``format``: a key of :data:`FORMATS`; by the extension if not given. ``second``: where the target texts go, of a format
    of two files. ``created``: the date in the header of TMX; now if not given. ``null_beads``: texts without a counterpart
    into TMX, too. ``untranslated``: also pairs in one language or without letters, into formats for translations.
    """
    name = os.fspath(path)
    return _thalign.write_units(
        checked(units),
        [name] if second is None else [name, os.fspath(second)],
        format or _format_of(name),
        (source_language, target_language),
        now() if created is None else int(created.timestamp()),
        null_beads,
        untranslated,
        min_confidence,
        list(properties),
    )
