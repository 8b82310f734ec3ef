# SPDX-License-Identifier: Apache-2.0
"""Thai-English parallel text alignment.

    >>> import thalign
    >>> alignment = thalign.align(thai_text, english_text)
    >>> for bead in alignment:
    ...     print(bead.source, bead.target, bead.confidence)
    >>> alignment.save("pairs.tmx")

The results are those of the program ``thalign``; docs/python.md says more.
"""

from ._alignment import Alignment, Lexicon, align
from ._errors import Error
from ._files import FORMATS, Format, Repair, UnitReader, read_units, write_units
from ._memory import Match, Memory, MemoryCounts
from ._texts import Document, Sentence, SrxRules, Text, read_document, segment
from ._thalign import TranslationUnit, Variant, __version__

__all__ = [
    "Alignment",
    "Document",
    "Error",
    "FORMATS",
    "Format",
    "Lexicon",
    "Match",
    "Memory",
    "MemoryCounts",
    "Repair",
    "Sentence",
    "SrxRules",
    "Text",
    "TranslationUnit",
    "UnitReader",
    "Variant",
    "__version__",
    "align",
    "read_document",
    "read_units",
    "segment",
    "write_units",
]
