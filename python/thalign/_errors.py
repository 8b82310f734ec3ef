# SPDX-License-Identifier: Apache-2.0
"""The exception of the package."""

from __future__ import annotations

import re
from typing import Any, Optional, Tuple

_PLACE = re.compile(r"(?P<file>.*?)(?::(?P<line>\d+)(?::(?P<column>\d+))?)?", re.DOTALL)


class Error(Exception):
    """Something is wrong with a text or a file; ``str(error)`` says where, what, and what to do about it.

    ``code`` is one of "io", "encoding", "language", "format" and "limit". ``file``, ``line`` and ``column`` (both from 1)
    say where, as far as that is known.
    """

    def __init__(self, message: str, code: str = "format", place: str = "") -> None:
        super().__init__(message)
        self.code = code
        found = _PLACE.fullmatch(place)
        groups = found.groupdict() if found else {"file": place, "line": None, "column": None}
        self.file: Optional[str] = groups["file"] or None
        self.line: Optional[int] = int(groups["line"]) if groups["line"] else None
        self.column: Optional[int] = int(groups["column"]) if groups["column"] else None

    def __reduce__(self) -> Tuple[Any, ...]:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return (Error, (str(self), self.code, place))
