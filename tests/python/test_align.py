# SPDX-License-Identifier: Apache-2.0
"""Alignments: what may be given, what comes back, what is refused."""

import concurrent.futures
import pickle

import pytest
from conftest import ENGLISH, THAI

import thalign


def test_spans_lead_back_to_the_texts(example):
    alignment = thalign.align(*example)
    assert len(alignment) > 15
    for side, text in enumerate(example):
        end = 0
        for bead in alignment:
            span = (bead.source_span, bead.target_span)[side]
            shown = (bead.source, bead.target)[side]
            if span is None:
                assert shown == "" and bead.is_null
                continue
            begin, end_of_bead = span
            assert text[begin:end_of_bead] == shown
            assert not text[end:begin].strip(), "text between beads"
            end = end_of_bead
        assert not text[end:].strip()


def test_is_a_sequence(example):
    alignment = thalign.align(*example)
    assert alignment[-1] == alignment[len(alignment) - 1]
    assert [bead.bead for bead in alignment[2:5]] == [2, 3, 4]
    with pytest.raises(IndexError):
        alignment[len(alignment)]
    assert repr(alignment).startswith("<thalign.Alignment th-en: ")
    assert 0.9 < alignment.document_score <= 1


def test_either_order(example):
    forth, back = thalign.align(*example), thalign.align(*reversed(example))
    assert back.languages == ("en", "th")
    assert len(forth) == pytest.approx(len(back), abs=2)


def test_paths_and_documents_are_texts(example):
    by_text, by_path = thalign.align(*example), thalign.align(THAI, ENGLISH)
    by_document = thalign.align(thalign.read_document(THAI), thalign.read_document(ENGLISH))
    assert by_path.source.name == str(THAI)
    for other in (by_path, by_document):
        assert [(bead.source, bead.target) for bead in other] == [(bead.source, bead.target) for bead in by_text]


def test_sentences_stay_as_they_are():
    thai = ["ห้องสมุดเปิดเวลา 9 นาฬิกา", "วันจันทร์ปิดทำการ", "", "โทรศัพท์ 555"]
    english = ["The library opens at 9.", "It is closed\non Mondays.", "Telephone: 555"]
    alignment = thalign.align(thai, english)
    assert {bead.source_units for bead in alignment if bead.source} >= {(0, 1), (3, 4)}
    assert all(bead.source in "\n".join(thai) for bead in alignment)
    assert any("closed on Mondays." in bead.target for bead in alignment)
    with pytest.raises(TypeError, match="both be lists"):
        thalign.align(thai, "The library opens at 9.")


def test_a_text_that_begins_with_a_byte_order_mark_keeps_its_offsets():
    text = "\ufeffหนึ่งสองสาม 14 คน"
    bead = thalign.align(text, "One, two, three: 14 people")[0]
    assert text[slice(*bead.source_span)] == bead.source


def test_errors_are_exceptions(tmp_path):
    with pytest.raises(thalign.Error, match="both texts are English") as raised:
        thalign.align("One text.", "Another text.")
    assert raised.value.code == "language"
    with pytest.raises(TypeError):
        thalign.align(1, 2)
    with pytest.raises(ValueError, match="both source_language"):
        thalign.align("ก", "a", source_language="th")
    with pytest.raises(ValueError, match="neither Thai"):
        thalign.align("ก", "a", source_language="th", target_language="fr")
    with pytest.raises(UnicodeEncodeError):
        thalign.align("ก \ud800", "a")
    with pytest.raises(FileNotFoundError):
        thalign.read_document(tmp_path / "absent.txt")
    damaged = tmp_path / "a.txt"
    damaged.write_bytes(b"abc \xff\xfe\xfd")
    with pytest.raises(thalign.Error) as raised:
        thalign.read_document(damaged, encoding="UTF-8")
    assert raised.value.file.startswith(str(damaged))
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.code, again.file) == (str(raised.value), raised.value.code, raised.value.file)


def test_empty_texts_have_no_beads():
    assert len(thalign.align("", "", source_language="th", target_language="en")) == 0


def test_explanations_add_up_to_the_score(example):
    alignment = thalign.align(*example)
    terms = alignment.explain()
    assert len(terms) == len(alignment) and "bead" in terms[0]
    for bead, of in zip(alignment, terms):
        assert sum(of.values()) == pytest.approx(bead.score, abs=1e-3)


def test_own_lexicon(tmp_path):
    table = tmp_path / "terms.tsv"
    table.write_text("กระรอกบิน\tflying squirrel\t5\n", "utf-8")
    lexicon = thalign.Lexicon(table)
    assert lexicon.size("th") >= thalign.Lexicon().size("th") > 10000
    assert "library" not in thalign.Lexicon(table, beside_shipped=False)
    assert thalign.Lexicon().translations("โรงเรียน")[0][0] == "school"
    assert len(thalign.align("กระรอกบิน 3 ตัว", "3 flying squirrels", lexicon=lexicon)) == 1
    with pytest.raises(ValueError):
        lexicon.size("fr")


def test_tables_and_notebooks(example):
    alignment = thalign.align(*example)
    page = alignment._repr_html_()
    assert page.count("<tr>") == len(alignment) + 1
    assert "&lt;b&gt;" in thalign.align("<b> 12 คน", "<b> 12 people")._repr_html_()
    pandas = pytest.importorskip("pandas")
    table = alignment.to_pandas()
    assert isinstance(table, pandas.DataFrame)
    assert list(table["source"]) == [bead.source for bead in alignment]
    assert len(thalign.align("", "", source_language="th", target_language="en").to_pandas()) == 0


def test_threads_give_the_same(example):
    alone = [(bead.source, bead.target, bead.score) for bead in thalign.align(*example)]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for alignment in pool.map(lambda _: thalign.align(*example), range(8)):
            assert [(bead.source, bead.target, bead.score) for bead in alignment] == alone
