# SPDX-License-Identifier: Apache-2.0
"""Readers and writers of translation units, and memories."""

import datetime
import gzip

import pytest

import thalign

TMX = """<?xml version="1.0"?>
<tmx version="1.4"><header segtype="sentence" srclang="th" o-tmf="x" adminlang="en" datatype="plaintext"
 creationtool="x" creationtoolversion="1"/><body>
<tu tuid="7"><prop type="x-client">A</prop><tuv xml:lang="th"><seg>น้ำ <bpt i="1">b</bpt>ดื่ม<ept i="1">b</ept></seg></tuv>
<tuv xml:lang="en"><seg>drinking water</seg></tuv></tu>
<tu><tuv xml:lang="th"><seg>ไฟฟ้า</seg></tuv><tuv xml:lang="en"><seg>electricity</seg></tuv></tu>
</body></tmx>
"""


def units_of(*pairs):
    return [
        thalign.TranslationUnit([thalign.Variant("th", thai), thalign.Variant("en", english)]) for thai, english in pairs
    ]


def test_reads_tmx(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_text(TMX, "utf-8")
    reader = thalign.read_units(path)
    first, second = reader
    assert (first.id, first.source, first.target) == ("7", "น้ำ ดื่ม", "drinking water")
    assert "<bpt" in first.variants[0].markup
    assert ("x-client", "A") in first.properties
    assert second.target == "electricity" and second.score is None and second.kind == ""
    assert list(reader) == []
    with gzip.open(tmp_path / "b.tmx.gz", "wb") as file:
        file.write(TMX.encode())
    assert next(thalign.read_units(tmp_path / "b.tmx.gz", format="tmx")) == first


def test_an_error_has_its_place(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_text(TMX.replace("</body>", "<tu></body>"), "utf-8")
    reader = thalign.read_units(path)
    with pytest.raises(thalign.Error) as raised:
        list(reader)
    assert raised.value.file == str(path)
    assert raised.value.line == 7 and raised.value.column is not None
    assert raised.value.code == "format"
    with pytest.raises(thalign.Error) as raised:
        thalign.read_units(tmp_path / "absent.tmx")
    assert raised.value.code == "io"


def test_round_trips(tmp_path):
    units = units_of(("น้ำ", "water"), ("ไฟ", "fire"))
    units[0].properties = [("x-a", "b")]
    for name in ("a.tmx", "a.csv", "a.jsonl"):
        counts = thalign.write_units(units, tmp_path / name, source_language="th", target_language="en")
        assert counts.written == 2
        back = list(thalign.read_units(tmp_path / name))
        assert [(unit.source, unit.target) for unit in back] == [("น้ำ", "water"), ("ไฟ", "fire")], name
    assert ("x-a", "b") in next(thalign.read_units(tmp_path / "a.tmx")).properties
    thalign.write_units(units, tmp_path / "m.th", format="moses", second=tmp_path / "m.en")
    assert (tmp_path / "m.en").read_text() == "water\nfire\n"
    moses = thalign.read_units(
        tmp_path / "m.th", format="moses", second=tmp_path / "m.en", source_language="th", target_language="en"
    )
    assert [unit.target for unit in moses] == ["water", "fire"]


def test_writes_all_or_nothing(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_text("what was there")

    def failing():
        yield from units_of(("น้ำ", "water"))
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        thalign.write_units(failing(), path)
    assert path.read_text() == "what was there"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.tmx"]
    with pytest.raises(TypeError):
        thalign.write_units(["no unit"], path)
    with pytest.raises(ValueError, match="unknown format"):
        thalign.write_units([], tmp_path / "a.docx")
    with pytest.raises(thalign.Error):
        thalign.write_units([], tmp_path / "no" / "a.tmx")


def test_date_of_a_header(tmp_path):
    created = datetime.datetime(2031, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)
    thalign.write_units([], tmp_path / "a.tmx", created=created)
    assert "20310203T040506Z" in (tmp_path / "a.tmx").read_text()
    thalign.write_units([], tmp_path / "b.tmx")
    assert f'creationdate="{datetime.datetime.now(datetime.timezone.utc):%Y}' in (tmp_path / "b.tmx").read_text()


def test_memory(tmp_path, example):
    alignment = thalign.align(*example)
    memory = thalign.Memory(tmp_path / "m.tm", "a")
    counts = memory.add(alignment)
    assert 0 < counts.stored == len(memory) <= len(alignment)
    assert memory.add(alignment).stored == 0
    pair = next(bead for bead in alignment if bead.source and bead.target)
    best = memory.matches(pair.source)[0]
    assert best.score >= 100 and best.unit.target == " ".join(pair.target.split())
    assert memory[best.number].source == best.unit.source
    assert memory.search("14")
    assert memory.remove([]) == 0
    assert memory.remove([best.number]) == 1
    with pytest.raises(KeyError):
        memory[best.number]
    assert len(list(memory)) == len(memory) == counts.stored - 1
    assert memory.dedupe() == 0
    with pytest.raises(thalign.Error):
        thalign.Memory(tmp_path / "absent.tm")
    with pytest.raises(ValueError):
        thalign.Memory(tmp_path / "m.tm", "x")


def test_segment():
    text = "It rained. We stayed at home, e.g. in the kitchen.  \nThen the sun came out."
    sentences = thalign.segment(text)
    assert sentences == ["It rained.", "We stayed at home, e.g. in the kitchen.", "Then the sun came out."]
    assert all(text[slice(*sentence.span)] == sentence for sentence in sentences)
    assert sentences[-1].probability == 1
    assert thalign.segment("") == []
    with pytest.raises(ValueError):
        thalign.segment(text, threshold=1)
    with pytest.raises(TypeError):
        thalign.segment(5)


def test_wrapped_lines_and_rules(tmp_path):
    rules = tmp_path / "rules.srx"
    rules.write_text(
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>'
        '<languagerules><languagerule languagerulename="e"><rule break="yes"><beforebreak>;</beforebreak>'
        "<afterbreak> </afterbreak></rule></languagerule></languagerules>"
        '<maprules><languagemap languagepattern="en.*" languagerulename="e"/></maprules></body></srx>'
    )
    assert thalign.segment("a; b. C", srx=thalign.SrxRules(rules)) == ["a;", "b. C"]
    rules.write_text("<srx>")
    with pytest.raises(thalign.Error) as raised:
        thalign.SrxRules(rules)
    assert raised.value.file == str(rules)
