# SPDX-License-Identifier: Apache-2.0
"""What the tests of the Python module share. Run by ctest (python), which sets THALIGN_PROGRAM and PYTHONPATH."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THAI = ROOT / "examples/press-release.th.txt"
ENGLISH = ROOT / "examples/press-release.en.txt"


@pytest.fixture(scope="session")
def program():
    """Runs the program; returns what it wrote to standard output."""
    path = os.environ.get("THALIGN_PROGRAM")
    if path is None:
        pytest.skip("THALIGN_PROGRAM does not name the program")

    def run(*arguments):
        return subprocess.run([path, *map(str, arguments)], check=True, capture_output=True).stdout

    return run


@pytest.fixture(scope="session")
def example():
    """The texts of the example."""
    return THAI.read_text("utf-8"), ENGLISH.read_text("utf-8")
