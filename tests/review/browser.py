#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page of `thalign review` in a browser: keys and mouse, outputs, work kept, 5,000 beads, hostile texts.

browser.py THALIGN SOURCE_DIR [FOLDER]   with FOLDER only takes the screenshots of the documentation there

Prints figures of size and speed. Needs chromium and chromium-driver (packages of Debian); skipped (77) without them."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from hostile import test_hostile
from large import open_large, test_large
from review_page import EXAMPLE, SOURCE, Page, Structure, align, check_outputs, check_quiet, check_untouched, random_edits, run
from webdriver import Browser, wait_for


def test_keys(page):
    """Every edit by keys alone, each undone and done again."""
    browser = page.browser
    start = page.state()
    assert len(start) > 5
    browser.keys("j", "j")
    at = browser.run("return beads.indexOf(chosen)")
    assert at == 2, at

    def edited(*keys):
        before = page.state()
        browser.keys(*keys)
        after = page.state()
        assert after != before, keys
        browser.keys("z")
        assert page.state() == before, ("undo", keys)
        browser.keys("Control+y")
        assert page.state() == after, ("redo", keys)
        return before, after

    before, after = edited("]")
    assert before[3]["spans"][0][0] < after[3]["spans"][0][0] and after[2]["spans"][0][1] > before[2]["spans"][0][1]
    edited("[")
    edited("Right", "[")
    assert browser.run("return activeSide") == 1
    edited("{")
    edited("}")
    before, after = edited("m")
    assert len(after) == len(before) - 1
    before, after = edited("s")
    assert len(after) == len(before) + 1
    before, after = edited(",", ".", ".", "s")
    assert len(after) == len(before) + 1
    at = browser.run("return beads.list.findIndex((bead) => !isNull(bead))")
    browser.run("choose(beads.list[arguments[0]].id)", at)
    before, after = edited("u")
    assert len(after) == len(before) + 1
    assert after[at]["spans"] == [before[at]["spans"][0], None] and after[at + 1]["spans"] == [None, before[at]["spans"][1]]
    browser.run("choose(beads.list[arguments[0]].id)", at + 1)
    before, after = edited("M")
    assert len(after) == len(before) - 1
    _, after = edited("d")
    assert sum(bead["deleted"] for bead in after) == 1
    _, after = edited("r")
    assert sum(bead["right"] for bead in after) == 1
    browser.keys("e")
    assert browser.run("return byId('edit').open")
    browser.run("document.querySelector('#edit textarea').value = 'Another <b>text</b> & more'")
    browser.keys("Control+Enter")
    assert any("Another <b>text</b> & more" in bead["texts"] for bead in page.state())
    browser.keys("?")
    assert browser.run("return byId('help').open")
    browser.keys("Escape")
    assert not browser.run("return byId('help').open")
    edits = browser.run("return beads.done.length")
    browser.keys(*["z"] * (edits + 3))
    assert page.state() == start
    return edits


def test_view(page):
    browser = page.browser
    all_beads = browser.run("return view.length")
    seen = set()
    for _ in range(5):
        browser.keys("f")
        seen.add(browser.run("return byId('filter').value"))
    assert seen == {"all", "doubtful", "nulls", "mine", "marked"}, seen
    browser.keys("o")
    doubts = browser.run("return view.map((number) => beads.list[number].doubt)")
    assert doubts == sorted(doubts)
    browser.keys("o", "/", *"42,500")
    assert browser.run("return document.activeElement.id") == "search"
    assert 0 < browser.run("return view.length") < all_beads
    assert browser.run("return document.querySelectorAll('#rows mark').length") > 0
    browser.run("byId('search').value = ''; byId('search').dispatchEvent(new Event('input'))")
    browser.keys("Enter")
    assert browser.run("return view.length") == all_beads
    browser.run("byId('language').value = 'th'; byId('language').dispatchEvent(new Event('change'))")
    assert "คู่" in browser.run("return byId('statistics').textContent")
    unnamed = browser.run("""return [...document.querySelectorAll('button, select, input')].filter(
        (one) => !one.textContent.trim() && !one.getAttribute('aria-label')).map((one) => one.id)""")
    assert not unnamed, unnamed
    browser.run("byId('language').value = 'en'; byId('language').dispatchEvent(new Event('change'))")


def test_mouse(page):
    """Buttons, and the place of a split by a click on a word."""
    browser = page.browser
    start = page.state()
    at = browser.run("""return beads.list.findIndex((bead, at) => [-1, 0, 1].every((step) =>
        !isNull(beads.list[at + step] ?? bead)) && at > 0 && sides[0].cuts(bead.spans[0]).length > 8)""")
    browser.run("choose(beads.list[arguments[0]].id)", at)
    browser.click(".row.chosen .text[data-side='0']")
    assert browser.run("return activeSide") == 0 and browser.run("return cuts[0]") is not None
    assert browser.run("return document.querySelectorAll('.row.chosen .cut').length") == 1
    for action in ("split", "merge", "unlink", "right", "delete", "endForward", "beginBack", "endBack", "beginForward"):
        browser.run("choose(beads.list[arguments[0]].id)", at)
        before = page.state()
        browser.click(f"#actions [data-action='{action}']")
        assert page.state() != before, action
        browser.click("#undo")
        assert page.state() == before, action
    browser.click("#redo")
    browser.click("#undo")
    assert page.state() == start


NAMED = {"button", "checkbox", "combobox", "dialog", "grid", "gridcell", "image", "option", "searchbox", "textbox", "toolbar"}


def test_access(page):
    """All that can be worked with has a name in the tree that screen readers see, in either language."""
    browser = page.browser
    for language in ("th", "en"):
        browser.run("byId('language').value = arguments[0]; byId('language').dispatchEvent(new Event('change'))", language)
        for opening, closing in (([], []), (["?"], ["Escape"]), (["Home", "e"], ["Escape"])):
            browser.keys(*opening)
            nodes = [node for node in browser.command("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
            roles = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes]
            unnamed = [role for role, name in roles if role in NAMED and not name.strip()]
            assert not unnamed, (language, opening, unnamed)
            assert ("dialog" if opening else "grid") in dict(roles), opening
            browser.keys(*closing)
        assert browser.run("return [...document.querySelectorAll('.row')].every((row) => row.ariaLabel)")
    assert not browser.run("return document.querySelector('dialog[open]') !== null")


def test_print(page):
    """What is printed are all beads that are shown, and nothing to click on."""
    browser = page.browser
    paper = browser.print()
    assert paper.startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode()
        for number in range(1, browser.run("return beads.list.length") + 1):
            assert re.search(rf"(?:^|\f){number}\b", text, re.MULTILINE), f"bead {number} is not on paper"
        assert browser.run("return words.undo") not in text
    browser.keys("Home")
    assert browser.run("return document.querySelectorAll('.row').length") > 0


def check_dtd(tmx, folder):
    """Where xmllint and, beside the tree, the DTD of TMX 1.4 are."""
    dtd = SOURCE.parent / "shared/data/tmx/tmx14.dtd"
    if not shutil.which("xmllint") or not dtd.exists():
        print("skipped: the DTD of TMX; no xmllint, or no ../shared/data")
        return
    (folder / "page.tmx").write_bytes(tmx)
    subprocess.run(["xmllint", "--noout", "--nonet", "--dtdvalid", str(dtd), str(folder / "page.tmx")], check=True)


def test_outputs(page, folder, texts):
    """Outputs of a page that was worked on, and what becomes of its corrections."""
    check_outputs(page, folder, texts)
    check_untouched(page, folder, texts)
    random_edits(page, 60, 7)
    tmx, corrections = check_outputs(page, folder, texts)
    assert page.download(".tmx", "t") == tmx, "not deterministic"
    check_dtd(tmx, folder)
    work = page.download(".work.json")
    mine = page.download(".mine.jsonl")
    assert 1 < mine.count(b"\n") <= corrections.count(b"\n")
    (folder / "mine.jsonl").write_bytes(mine)
    align(*texts, "--corrections", "mine.jsonl", "-o", "mine.tmx", cwd=folder)
    edits = page.edits()
    align(*texts, "--corrections", "c.jsonl", "-o", "again.html", cwd=folder)
    again = Page(page.browser, folder / "again.html", page.downloads)
    assert again.edits() == edits, "a page made of the corrections has them"
    page.load()
    return work, tmx


def test_kinds(browser, folder, downloads):
    """Outputs of pages of wrapped text, of subtitles and of texts whose lines are sentences."""
    thai = ["ฝนตกหนักเมื่อวานนี้", "น้ำท่วมถนนหลายสาย 😀", "โรงเรียนปิดสามวัน", "ชาวบ้านย้ายไปที่สูง", "วันนี้ฟ้าใสแล้ว"]
    english = ["It rained hard yesterday.", "Several roads were flooded 😀.", "Schools closed for three days.",
               "Villagers moved to higher ground.", "Today the sky is clear."]
    cue = "{0}\n00:00:{0:02},000 --> 00:00:{1:02},500\n{2}\n\n".format
    for tag, lines, between in (("th", thai, " "), ("en", english, " ")):
        (folder / f"lines.{tag}.txt").write_text("\n".join(lines) + "\n")
        (folder / f"cues.{tag}.srt").write_text("".join(cue(i, i + 1, line) for i, line in enumerate(lines * 2, 1)))
        flow = between.join(lines * 3)
        (folder / f"wrapped.{tag}.txt").write_text(
            "\n".join(flow[at:at + 40] for at in range(0, len(flow), 40)) + "\n")
    for name, extension, *options in (("lines", "txt", "--presegmented"), ("cues", "srt"), ("wrapped", "txt", "--wrapped", "yes")):
        texts = [f"{name}.{tag}.{extension}" for tag in ("th", "en")] + ["--min-document-score", "0", *options]
        run("review", *texts, "-o", f"{name}.html", cwd=folder)
        page = Page(browser, folder / f"{name}.html", downloads)
        page.forget()
        page.load()
        check_untouched(page, folder, texts)
        random_edits(page, 12, 11)
        check_outputs(page, folder, texts)
        page.forget()
    print("wrapped text, subtitles, sentences on lines: TMX and TSV of the page as the program writes them")


def test_work_kept(page, folder, work, tmx):
    browser = page.browser
    spans = [bead["spans"] for bead in json.loads(work)["beads"]]
    assert page.spans() == spans, "autosave"
    assert page.download(".tmx", "t") == tmx
    page.forget()
    page.load()
    assert page.download(".tmx", "t") != tmx
    (folder / "kept.json").write_bytes(work)
    browser.write("#file", str(folder / "kept.json"))
    wait_for(lambda: page.spans() == spans, "the work to be opened")
    assert page.download(".tmx", "t") == tmx
    browser.keys("z")
    (folder / "broken.json").write_text('{"thalign":"review-work","version":1,"page":"x","beads":[]}')
    before = page.state()
    browser.write("#file", str(folder / "broken.json"))
    wait_for(lambda: "not work" in browser.run("return byId('status').textContent"), "the refusal")
    assert page.state() == before
    page.forget()


def test_index(folder):
    lines = "".join(f"{EXAMPLE[0]}\t{EXAMPLE[1]}\n" for _ in range(2))
    (folder / "list.tsv").write_text(lines)
    run("review", "--batch", "list.tsv", "-o", "pages", cwd=folder)
    assert sorted(p.name for p in (folder / "pages").iterdir()) == [
        "index.html", "press-release.th.2.html", "press-release.th.html"]
    index = Structure((folder / "pages/index.html").read_text()).tags
    assert [dict(attrs)["href"] for tag, attrs in index if tag == "a"] == [
        "./press-release.th.html", "./press-release.th.2.html"]


def stored_units(folder):
    """Texts and offsets of all units of the memory."""
    lines = [json.loads(line) for line in run("tm", "export", "-m", "m", "--format", "jsonl", cwd=folder).decode().splitlines()]
    sides = [[unit[side] for side in ("source", "target")] for unit in lines]
    return sorted([[side["text"], side["start"], side["end"]] for side in unit] for unit in sides)


def test_memory(browser, folder, downloads):
    """Units of a memory: what is edited, left out, and moved between neighbours is what the memory has after the import."""
    (folder / "pair.tsv").write_text(f"{EXAMPLE[0]}\t{EXAMPLE[1]}\n")
    run("tm", "build", "pair.tsv", "-m", "m", cwd=folder)
    before = stored_units(folder)
    run("tm", "review", "-m", "m", "-o", "memory.html", cwd=folder)
    page = Page(browser, folder / "memory.html", downloads)
    assert browser.run("return beads.list.length") == len(before)
    start = page.state()
    browser.keys("u")
    assert page.state() == start and "both texts" in browser.run("return byId('status').textContent")
    gap = browser.run("return beads.list.findIndex((bead, at) => at > 0 && beads.areApart(beads.list[at - 1], bead, 1))")
    assert gap > 0, "the example has a text without counterpart"
    browser.run("choose(beads.list[arguments[0]].id)", gap - 1)
    browser.keys("m", "Right", "]")
    assert page.state() == start and "not next to" in browser.run("return byId('status').textContent")
    browser.keys("Left", "]", "[", "z", "z")
    assert page.edits() == [[bead["spans"], bead["texts"], None] for bead in start]
    browser.keys("Home", "e")
    browser.run("document.querySelector('#edit textarea').value = 'ข้อความที่ดีกว่า'")
    browser.keys("Control+Enter", "j", "d", "j", "r")
    random_edits(page, 40, 9)
    work = page.download(".work.json")
    page.forget()
    page.load()
    (folder / "memory.json").write_bytes(work)
    browser.write("#file", str(folder / "memory.json"))
    wait_for(lambda: "opened" in browser.run("return byId('status').textContent"), "the work to be opened")
    expected = sorted(browser.run("""return outputs.written().map(({bead}) => [0, 1].map((side) => {
        const {text, offsets} = outputs.side(bead, side);
        return [singleLine(text), ...offsets];
    }))"""))
    moved = browser.run("return beads.list.filter((bead) => bead.moved && bead.spans.every(Boolean)).length")
    assert moved > 5
    (folder / "memory.jsonl").write_bytes(page.download(".corrections.jsonl", "c"))
    run("tm", "import", "memory.jsonl", "-m", "m", cwd=folder)
    assert stored_units(folder) == expected != before
    texts = [path.read_text() for path in EXAMPLE]
    for unit in expected:
        for text, (one, begin, end) in zip(texts, unit):
            assert "ข้อความที่ดีกว่า" == one or "edited" in one or "".join(text[begin:end].split()) == "".join(one.split()), one
    run("tm", "undo", "-m", "m", cwd=folder)
    assert stored_units(folder) == before, "undone"
    check_quiet(browser, "memory")
    page.forget()
    print(f"memory: of {len(before)} units {moved} with other boundaries; {len(expected)} are stored as on the page")


def screenshots(folder, work):
    page_file = work / "page.html"
    run("review", *(path.name for path in EXAMPLE), "-o", page_file, cwd=EXAMPLE[0].parent)
    for name, dark in (("review", False), ("review-dark", True)):
        browser = Browser(work, dark=dark, size=(1200, 860))
        try:
            page = Page(browser, page_file, work)
            page.forget()
            page.load()
            browser.keys("j", "j", "r", "Right", ".")
            browser.screenshot(folder / f"{name}.png")
        finally:
            browser.close()
    print(f"screenshots in {folder}")


def main():
    for program in ("chromium", "chromedriver"):
        if not shutil.which(program):
            print(f"skipped: no {program}; install it with tests/setup browser")
            sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if len(sys.argv) > 3:
            return screenshots(pathlib.Path(sys.argv[3]), folder)
        downloads = folder / "downloads"
        downloads.mkdir()
        browser = Browser(downloads)
        try:
            run("review", *EXAMPLE, "-o", "page.html", cwd=folder)
            page = Page(browser, folder / "page.html", downloads)
            page.forget()
            page.load()
            edits = test_keys(page)
            test_view(page)
            test_mouse(page)
            test_access(page)
            test_print(page)
            work, tmx = test_outputs(page, folder, EXAMPLE)
            test_work_kept(page, folder, work, tmx)
            check_quiet(browser, "example")
            print(f"example: {edits} edits by keys undone; {tmx.count(b'<tu ')} units of TMX as the program writes them")
            test_kinds(browser, folder, downloads)
            test_index(folder)
            open_large(browser, folder, downloads, 1000)
            test_large(browser, folder, downloads, 5000)
            check_quiet(browser, "large pages")
            test_memory(browser, folder, downloads)
            test_hostile(browser, folder, downloads)
        finally:
            browser.close()
    print("review: all as it should be")
    return None


if __name__ == "__main__":
    main()
