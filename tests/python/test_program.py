# SPDX-License-Identifier: Apache-2.0
"""The module gives what the program gives, byte for byte: on the example and, where they are, the development documents."""

import json
from pathlib import Path

import pytest
from conftest import ENGLISH, ROOT, THAI

import thalign

GOLD = ROOT.parent / "shared/data/gold"
SETS = ("dga", "dga-space", "thaigov", "ntrex-flat", "ntrex-edit", "twelvefactor", "reactdocs", "udhr")


def rows(table):
    """What a table has of the beads; the line that says which run made it is not of them."""
    return [line for line in table.split(b"\n") if not line.startswith(b"##")]


def check_pair(program, folder, thai, english):
    alignment = thalign.align(thai, english)
    alignment.save(folder / "ours.tsv")
    assert rows((folder / "ours.tsv").read_bytes()) == rows(program("align", thai, english, "--format", "tsv"))
    return alignment


def test_example_in_every_format(program, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    alignment = check_pair(program, tmp_path, THAI, ENGLISH)
    for name, form in thalign.FORMATS.items():
        if not form.can_write or name == "jsonl":
            continue
        paths = [tmp_path / f"{name}.th", tmp_path / f"{name}.en"] if form.two_files else [tmp_path / name]
        alignment.save(
            paths[0], format=name, second=paths[1] if form.two_files else None, properties=[("x-run", "pytest")]
        )
        program("align", THAI, ENGLISH, "--format", name, "-o", tmp_path / f"{name}.program")
        for path in paths:
            theirs = tmp_path / (f"{name}.program" + (path.suffix if form.two_files else ""))
            ours = [line for line in rows(path.read_bytes()) if b"x-run" not in line]
            assert ours == [line for line in rows(theirs.read_bytes()) if b"x-run" not in line], name


def test_example_as_json_lines(program, tmp_path):
    thalign.align(THAI, ENGLISH).save(tmp_path / "ours.jsonl")
    ours = [json.loads(line) for line in (tmp_path / "ours.jsonl").read_text("utf-8").splitlines()]
    theirs = [json.loads(line) for line in program("align", THAI, ENGLISH, "--format", "jsonl").splitlines()]
    for unit in theirs:
        properties = unit.get("properties", {})
        if isinstance(properties, dict):
            properties.pop("x-run", None)
        else:
            unit["properties"] = [entry for entry in properties if "x-run" not in json.dumps(entry)]
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs):
        assert (one["source"], one["target"], one["score"]) == (other["source"], other["target"], other["score"])


@pytest.mark.parametrize("wrapped", ["auto", "yes", "no"])
def test_wrapped_lines(program, tmp_path, wrapped):
    """Short texts show only together that their lines are wrapped."""
    thai, english = tmp_path / "th.txt", tmp_path / "en.txt"
    thai.write_text(
        "สะพานใหม่ของหมู่บ้านไร่ฟ้างามเปิดใช้เมื่อวันจันทร์ที่ผ่านมา หลังจากช่างสามคนทำงานอยู่นานถึง\nสิบเอ็ดสัปดาห์ "
        "ไม่มีใครได้รับบาดเจ็บ\n",
        "utf-8",
    )
    english.write_text(
        "The new bridge of the village opened on Monday after three builders\nhad worked on it for eleven weeks. "
        "Nobody was hurt.\n",
        "utf-8",
    )
    alignment = thalign.align(thai, english, wrapped=wrapped)
    alignment.save(tmp_path / "ours.tsv")
    theirs = program("align", thai, english, "--wrapped", wrapped, "--format", "tsv")
    assert rows((tmp_path / "ours.tsv").read_bytes()) == rows(theirs)
    assert ("\n" in str(alignment.source.text).strip()) == (wrapped == "no")


@pytest.mark.parametrize("path", [THAI, ENGLISH], ids=["thai", "english"])
@pytest.mark.parametrize("units", [False, True], ids=["sentences", "units"])
def test_segments(program, path, units):
    lines = program("segment", path, "--format", "jsonl", *(["--unit"] if units else [])).splitlines()
    theirs = [json.loads(line) for line in lines]
    ours = thalign.segment(path, units=units)
    assert [str(sentence) for sentence in ours] == [segment["text"] for segment in theirs]
    assert [sentence.span for sentence in ours] == [(segment["start"], segment["end"]) for segment in theirs]
    assert [sentence.probability for sentence in ours] == pytest.approx(
        [segment["break_probability"] for segment in theirs], abs=1e-4
    )


@pytest.mark.parametrize("name", SETS)
def test_development_documents(program, tmp_path, name):
    if not (GOLD / name).is_dir():
        pytest.skip(f"{GOLD / name} is not there")
    folders = sorted(path.parent for path in Path(GOLD / name).glob("*/th.raw.txt"))
    assert folders
    for folder in folders:
        check_pair(program, tmp_path, folder / "th.raw.txt", folder / "en.raw.txt")
