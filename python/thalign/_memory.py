# SPDX-License-Identifier: Apache-2.0
"""Translation memories."""

from __future__ import annotations

import os
from typing import Iterable, Iterator, List, NamedTuple, Optional, Union

from . import _thalign
from ._files import checked, now

TranslationUnit = _thalign.TranslationUnit


class Match(NamedTuple):
    """A unit of a memory with a text like the one asked for, or that has it inside."""

    number: int
    unit: TranslationUnit
    variant: int  #: which text of the unit is alike
    score: int  #: percent; 0 where it was not asked for


class MemoryCounts(NamedTuple):
    units: int
    texts: int
    documents: int


class Memory:
    """A translation memory in one file, as ``thalign tm`` makes it.

    ``mode``: "r" to read, "w" to write to one that is there, "a" to make it if it is missing. Any number of programs may
    use the file at once. A memory belongs to one thread at a time. Raises :class:`Error`.
    """

    def __init__(self, path: Union[str, os.PathLike[str]], mode: str = "r") -> None:
        if mode not in ("r", "w", "a"):
            raise ValueError(f"mode must be 'r', 'w' or 'a', not {mode!r}")
        self.path = os.fspath(path)
        self._memory = _thalign.Memory(self.path, mode)

    def add(self, units: Iterable[TranslationUnit]) -> _thalign.ImportCounts:
        """Stores units, such as an alignment; all of them or, if it raises, none."""
        return self._memory.add(checked(units), now())

    def matches(
        self,
        text: str,
        *,
        source_language: str = "",
        target_language: str = "",
        threshold: int = 70,
        limit: int = 5,
        before: Optional[str] = None,
        after: Optional[str] = None,
    ) -> List[Match]:
        """Units with a text like ``text``, best first. ``before``, ``after``: its neighbours, where they are known."""
        found = self._memory.matches(text, source_language, target_language, threshold, limit, before, after)
        return [Match(*row) for row in found]

    def search(self, text: str, *, language: str = "", limit: int = 20) -> List[Match]:
        """Units that have ``text`` inside one of their texts."""
        return [Match(*row) for row in self._memory.search(text, language, limit)]

    def remove(self, numbers: Iterable[int]) -> int:
        """Removes units by their numbers; returns how many there were."""
        wanted = list(numbers)
        return self._memory.remove(wanted) if wanted else 0

    def dedupe(self, *, folded: bool = False) -> int:
        """Removes repeats; returns how many. ``folded``: also those that differ in case, digits or spacing only."""
        return self._memory.dedupe(folded)

    @property
    def counts(self) -> MemoryCounts:
        return MemoryCounts(*self._memory.counts())

    def __len__(self) -> int:
        return self.counts.units

    def __getitem__(self, number: int) -> TranslationUnit:
        unit = self._memory.unit(number)
        if unit is None:
            raise KeyError(number)
        return unit

    def __iter__(self) -> Iterator[TranslationUnit]:
        return iter([unit for _, unit in self._memory.units()])

    def __repr__(self) -> str:
        return f"<thalign.Memory {self.path!r}: {len(self)} units>"
