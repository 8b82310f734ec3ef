# SPDX-License-Identifier: Apache-2.0
"""The example notebook runs from top to bottom."""

import json

import pytest
from conftest import ROOT


def test_example_notebook(monkeypatch):
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    notebook = json.loads((ROOT / "examples/thalign.ipynb").read_text("utf-8"))
    names = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert not cell["outputs"]
            exec(compile("".join(cell["source"]), "thalign.ipynb", "exec"), names)
    assert len(names["table"]) == len(names["alignment"]) and names["lengths"] == [len(names["alignment"])] * 4
