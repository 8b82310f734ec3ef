# SPDX-License-Identifier: Apache-2.0
"""The type annotations are right: mypy agrees with them, and what the extension is said to have it has."""

import ast
import subprocess
import sys

import pytest
from conftest import ROOT

import thalign._thalign as extension

USER = """
import pathlib
import thalign

alignment = thalign.align("ก", pathlib.Path("a.txt"), lexicon=thalign.Lexicon("x.tsv"), srx=thalign.SrxRules("a.srx"))
texts: list[str] = [bead.source for bead in alignment] + [bead.kind for bead in alignment[1:]]
span = alignment[0].source_span
begin: int = span[0] if span is not None else 0
probabilities: list[float] = [sentence.probability for sentence in thalign.segment("ก")]
wrong: int = alignment[0].source
"""


def test_mypy_agrees(tmp_path):
    pytest.importorskip("mypy")
    user = tmp_path / "user.py"
    user.write_text(USER, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", f"--cache-dir={tmp_path}", ROOT / "python/thalign", user],
        capture_output=True,
        text=True,
        env={"MYPYPATH": str(ROOT / "python"), "PATH": "/usr/bin:/bin"},
    )
    errors = [line for line in run.stdout.splitlines() if ": error:" in line]
    assert len(errors) == 1 and 'expression has type "str", variable has type "int"' in errors[0], run.stdout + run.stderr


def test_the_extension_has_what_its_stub_says():
    tree = ast.parse((ROOT / "python/thalign/_thalign.pyi").read_text("utf-8"))
    said = 0
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            assert hasattr(extension, node.name), node.name
            said += 1
        if not isinstance(node, ast.ClassDef):
            continue
        for member in node.body:
            if isinstance(member, ast.FunctionDef):
                assert hasattr(getattr(extension, node.name), member.name), f"{node.name}.{member.name}"
    assert said > 10
