#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page of `thalign review` in a browser: keys and mouse, outputs, work kept, 5,000 beads, hostile texts.

browser.py THALIGN SOURCE_DIR [FOLDER]   with FOLDER only takes the screenshots of the documentation there

Prints figures of size and speed. Needs chromium and chromium-driver (packages of Debian)."""
import csv
import html.parser
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

from webdriver import Browser, wait_for

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = [SOURCE / "examples" / f"press-release.{tag}.txt" for tag in ("th", "en")]

SCRIPTS = [
    "<script>hit=1</script>", "</script><script>hit=1</script>", "<img src=x onerror=hit=1>", "<svg onload=hit=1>",
    "<!--<script>", "<!-- ", "-->", "]]>", "</title><script>hit=1</script>", "</textarea><script>hit=1</script>",
    "</style><script>hit=1</script>", "<iframe src='javascript:parent.hit=1'></iframe>", "<a href=javascript:hit=1>x</a>",
    "<body onload=hit=1>", "<base href=https://example.org/>", "<link rel=stylesheet href=https://example.org/a.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>", "<object data=https://example.org/></object>",
    "<embed src=https://example.org/>", "<video src=https://example.org/ onerror=hit=1></video>",
    "<form action=https://example.org/><button>x</button></form>", "<input autofocus onfocus=hit=1>",
    "<details open ontoggle=hit=1>", "<math><mtext></mtext><script>hit=1</script></math>", "<template><script>hit=1",
    "javascript:hit=1", "data:text/html,<script>hit=1</script>", "\" onmouseover=\"hit=1", "' onmouseover='hit=1",
    "`${hit=1}`", "${hit=1}", "{{hit=1}}", "');hit=1;//", "\\u003cscript\\u003ehit=1\\u003c/script\\u003e", "\\", "\\\"",
    "\"}],\"beads\":[]}", "__proto__", "constructor", "&lt;script&gt;hit=1&lt;/script&gt;", "&#60;script&#62;hit=1",
    "\u202eevil\u202c", "\u2066\u2067\u2068evil\u2069", "a\u2028hit=1", "a\u2029hit=1", "\u200b\ufeffa\u200d", "\u0001\u001b[31m",
    "=HYPERLINK(\"https://example.org\")", "<ScRiPt/x>hit=1</sCrIpT >", "\U0001f600<b>\U0001f468\u200d\U0001f469</b>"]
assert len(SCRIPTS) == 50


def run(*arguments, cwd, expect=0):
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "SOURCE_DATE_EPOCH": "86400", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([PROGRAM, *arguments], cwd=cwd, env=environment, capture_output=True, timeout=120, check=False)
    assert done.returncode == expect, (arguments, done.stderr.decode())
    return done.stdout


def align(*arguments, cwd):
    return run("align", *arguments, cwd=cwd)


def made_pairs(folder, name, pairs):
    """A page of texts whose beads are known, so that nothing is searched for."""
    for tag, side in (("th", 0), ("en", 1)):
        (folder / f"{name}.{tag}.txt").write_text("".join(pair[side] + "\n" for pair in pairs))
    with open(folder / "pairs.csv", "w", newline="") as file:
        csv.writer(file).writerows([("source", "target"), *pairs])
    page = folder / f"{name}.html"
    align(f"./{name}.th.txt", f"./{name}.en.txt", "--corrections", "pairs.csv", "--encoding", "UTF-8", "--source-lang", "th",
          "--target-lang", "en", "--min-document-score", "0", "-o", page, cwd=folder)
    return page


class Page:
    """A page that is open, and what it hands out."""

    def __init__(self, browser, path, downloads):
        self.browser, self.downloads, self.path = browser, downloads, path
        self.data = json.loads(re.search(r'id="data">(.*?)</script>', path.read_text(), re.DOTALL)[1])
        self.load()

    def load(self):
        self.browser.open(self.path)
        self.browser.run("if (typeof beads === 'undefined') throw new Error('the script of the page did not run')")

    def forget(self):
        self.browser.run("unsaved = false; localStorage.clear()")

    def state(self):
        return self.browser.run("return JSON.parse(outputs.work()).beads")

    def spans(self):
        return [bead["spans"] for bead in self.state()]

    def download(self, suffix, *keys):
        for old in self.downloads.glob(f"*{suffix}"):
            old.unlink()
        if keys:
            self.browser.keys(*keys)
        else:
            self.browser.run("byId('downloads').open = true")
            self.browser.click("#" + {".tsv": "tsv", ".mine.jsonl": "mine", ".work.json": "save"}[suffix])
            self.browser.run("byId('downloads').open = false; choose(chosen)")
        path = wait_for(lambda: next((p for p in self.downloads.glob(f"*{suffix}") if p.stat().st_size > 0), None), suffix)
        return path.read_bytes()


def check_quiet(browser, what):
    """No error, refused by the policy or other, and no request but for the pages themselves."""
    errors = [entry["message"] for entry in browser.log("browser") if "favicon" not in entry["message"]]
    assert not errors, (what, errors)
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] != "Network.requestWillBeSent":
            continue
        address = message["params"]["request"]["url"]
        assert address.startswith(("file:", "blob:null", "blob:file:")), (what, address)
    assert browser.dialog() is None, what
    assert browser.run("return window.hit === undefined"), what


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


def random_edits(page, count, seed):
    """Edits of all kinds at random places; text is edited in one of eight."""
    rng = random.Random(seed)
    for _ in range(count):
        page.browser.run("choose(beads.list[Math.floor(arguments[0] * beads.list.length)].id)", rng.random())
        key = rng.choice(["[", "]", "{", "}", "m", "s", "u", "r", "d", "e", "Left", "Right", "M"])
        if key != "e":
            page.browser.keys(key)
            continue
        text = f'edited {rng.randrange(100)} “x” <&> \t\U0001f600 \u2028 ไทย'
        page.browser.run("""const at = beads.indexOf(chosen);
            if (beads.list[at].spans[activeSide]) edit('edit', (at) => beads.edit(at, activeSide, arguments[0]))""", text)


def test_outputs(page, folder, texts):
    """What the page hands out is what the program makes of its corrections."""
    random_edits(page, 60, 7)
    tmx = page.download(".tmx", "t")
    tsv = page.download(".tsv")
    corrections = page.download(".corrections.jsonl", "c")
    (folder / "c.jsonl").write_bytes(corrections)
    again = align(*texts, "--corrections", "c.jsonl", "--format", "tmx", cwd=folder)
    assert again == tmx, "TMX of page and program differ"
    columns = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12]
    other = align(*texts, "--corrections", "c.jsonl", "--format", "tsv", cwd=folder).decode().splitlines()
    own = tsv.decode().splitlines()
    pick = lambda lines: [[line.split("\t")[i - 1] for i in columns] for line in lines if not line.startswith("#")]
    assert pick(own) == pick(other), "TSV of page and program differ"
    assert page.download(".tmx", "t") == tmx, "not deterministic"
    # A page made of the corrections has them.
    align(*texts, "--corrections", "c.jsonl", "-o", "again.html", cwd=folder)
    work = json.loads(page.download(".work.json"))
    tmx_lines = tmx.count(b"<tu ")
    mine = page.download(".mine.jsonl").decode().rstrip("\n").split("\n")
    assert 1 < len(mine) <= corrections.count(b"\n")
    (folder / "mine.jsonl").write_text("\n".join(mine) + "\n")
    align(*texts, "--corrections", "mine.jsonl", "-o", "mine.tmx", cwd=folder)
    return work, tmx, tmx_lines


def test_work_kept(page, folder, work, tmx):
    browser = page.browser
    time.sleep(0.5)  # autosave waits a moment
    page.load()
    assert page.spans() == [bead["spans"] for bead in work["beads"]], "autosave"
    assert page.download(".tmx", "t") == tmx
    page.forget()
    page.load()
    assert page.download(".tmx", "t") != tmx
    (folder / "kept.json").write_text(json.dumps(work))
    browser.write("#file", str(folder / "kept.json"))
    wait_for(lambda: page.spans() == [bead["spans"] for bead in work["beads"]], "the work to be opened")
    assert page.download(".tmx", "t") == tmx
    browser.keys("z")
    (folder / "broken.json").write_text('{"thalign":"review-work","version":1,"page":"x","beads":[]}')
    before = page.state()
    browser.write("#file", str(folder / "broken.json"))
    wait_for(lambda: "not work" in browser.run("return byId('status').textContent"), "the refusal")
    assert page.state() == before
    page.forget()


def many_pairs(count):
    rng = random.Random(3)
    thai = ["ฝนตกหนักทางภาคใต้", "น้ำท่วมถนนหลายสาย", "รัฐบาลประกาศมาตรการใหม่", "ประชาชนเดินทางกลับบ้าน", "ราคาข้าวสูงขึ้นมาก"]
    english = ["Heavy rain fell in the South.", "Several roads were flooded.", "The government announced new measures.",
               "People travelled home.", "The price of rice rose sharply."]
    pairs = []
    for number in range(count):
        picks = [rng.randrange(5) for _ in range(rng.randrange(1, 5))]
        pairs.append((f"ข้อ {number} " + " ".join(thai[i] for i in picks), f"Item {number}. " + " ".join(english[i] for i in picks)))
    return pairs


def test_large(browser, folder, downloads, count):
    pairs = many_pairs(count)
    path = made_pairs(folder, f"large{count}", pairs)
    page = Page(browser, path, downloads)
    timing = browser.run("return performance.getEntriesByType('navigation')[0].domComplete")
    texts = sum(len(text.encode()) for pair in pairs for text in pair)
    kilobytes = (path.stat().st_size - texts) / 1000
    print(f"{count} beads: page {path.stat().st_size / 1000:.0f} kB, {kilobytes:.0f} kB beside the texts; opens in {timing:.0f} ms")
    assert browser.run("return beads.list.length") == count
    assert browser.run("return document.querySelectorAll('.row').length") < 120
    if count == 1000:
        assert kilobytes <= 1000
    frames = browser.run_async("""const done = arguments[0], list = byId('list'), times = [], work = [];
        const render = rows.render.bind(rows);
        rows.render = () => { const begin = performance.now(); render(); work.push(performance.now() - begin); };
        let before = performance.now();
        const next = (now) => {
          times.push(now - before); before = now;
          if (times.length > 240) return done({times: times.slice(1), work});
          list.scrollTop += 120;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);""")
    times, work = sorted(frames["times"]), sorted(frames["work"])
    middle, late = times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"{count} beads: frame {middle:.1f} ms (95 %: {late:.1f}); own work of a frame {work[len(work) // 2]:.1f} ms "
          f"(95 %: {work[len(work) * 95 // 100]:.1f})")
    assert work[len(work) // 2] < 16
    browser.keys("End")
    assert browser.run("return beads.indexOf(chosen)") == count - 1
    shown = browser.run("""const row = document.querySelector('.chosen').getBoundingClientRect();
        const list = byId('list').getBoundingClientRect();
        return row.top >= list.top - 1 && row.bottom <= list.bottom + 1""")
    assert shown, "the chosen row is not in sight"
    before = page.spans()
    browser.keys("Home", "]", "m", "s", "z", "z", "z")
    assert page.spans() == before
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelectorAll('.row').length") == count
    page.forget()


class Structure(html.parser.HTMLParser):
    """The elements of a page as a parser sees them, texts left out."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, sorted(attrs)))


TAGS = "return [...document.querySelectorAll('*')].map((one) => one.tagName).filter((tag) => tag !== 'MARK').join(' ')"


def test_hostile(browser, folder, downloads):
    def texts(number, what):
        return f"ไทย {number} {what} ไทย", f"English {number} {what} English"

    plain = made_pairs(folder, "plain", [texts(i, "x") for i in range(50)])
    hostile = made_pairs(folder, "hostile", [texts(i, what) for i, what in enumerate(SCRIPTS)])
    structure = Structure(plain.read_text()).tags
    assert Structure(hostile.read_text()).tags == structure
    Page(browser, plain, downloads).browser.run("rows.renderAll()")
    tags = browser.run(TAGS)
    page = Page(browser, hostile, downloads)
    browser.run("rows.renderAll()")
    assert browser.run(TAGS) == tags, "changed structure"
    shown = browser.run("return [...document.querySelectorAll('.row')].map((row) => row.lastChild.textContent)")
    for number, what in enumerate(SCRIPTS):
        flat = lambda text: re.sub(r"\s+", " ", text.replace("\u200b", " ").replace("\ufeff", " "))
        assert flat(shown[number]) == flat(texts(number, what)[1]), (number, shown[number])
    for number in range(50):  # as edited texts, too
        browser.run("edit('edit', () => beads.edit(arguments[0], 1, arguments[1]))", number, SCRIPTS[number] + " edited")
    page.download(".tmx", "t")
    check_quiet(browser, "hostile texts")
    page.forget()
    names = 0
    for number, what in enumerate(SCRIPTS):
        name = what.replace("/", "\u2215")
        path = made_pairs(folder, name, [texts(0, "x")])
        assert Structure(path.read_text()).tags == structure, name
        if number % 5 == 0:  # each takes a while to open
            Page(browser, path, downloads)
            check_quiet(browser, name)
        names += 1
        for old in folder.glob("*"):
            if old.is_file() and old.name.startswith(name):
                old.unlink()
    print(f"hostile: 50 of 50 texts and {names} of 50 file names without effect")


def test_index(folder):
    lines = "".join(f"{EXAMPLE[0]}\t{EXAMPLE[1]}\n" for _ in range(2))
    (folder / "list.tsv").write_text(lines)
    run("review", "--batch", "list.tsv", "-o", "pages", cwd=folder)
    assert sorted(p.name for p in (folder / "pages").iterdir()) == [
        "index.html", "press-release.th.2.html", "press-release.th.html"]
    index = Structure((folder / "pages/index.html").read_text()).tags
    assert [dict(attrs)["href"] for tag, attrs in index if tag == "a"] == [
        "./press-release.th.html", "./press-release.th.2.html"]


def test_memory(browser, folder, downloads):
    """Units of a memory: one edited, one left out, one marked as right; what is imported takes their place."""
    (folder / "pair.tsv").write_text(f"{EXAMPLE[0]}\t{EXAMPLE[1]}\n")
    run("tm", "build", "pair.tsv", "-m", "m", cwd=folder)
    units = int(run("tm", "stats", "-m", "m", cwd=folder).split()[1])
    run("tm", "review", "-m", "m", "-o", "memory.html", cwd=folder)
    page = Page(browser, folder / "memory.html", downloads)
    assert browser.run("return beads.list.length") == units
    browser.keys("]", "m", "s", "u")
    assert browser.run("return beads.done.length") == 0, "boundaries of units of a memory"
    browser.keys("Right", "e")
    browser.run("document.querySelector('#edit textarea').value = 'A better text'")
    browser.keys("Control+Enter", "j", "d", "j", "r")
    (folder / "memory.jsonl").write_bytes(page.download(".corrections.jsonl", "c"))
    report = run("tm", "import", "memory.jsonl", "-m", "m", cwd=folder).decode()
    assert "1 stored" in report and "2 replaced" in report, report
    assert int(run("tm", "stats", "-m", "m", cwd=folder).split()[1]) == units - 1
    assert b"A better text" in run("tm", "query", "A better text", "-m", "m", cwd=folder)
    check_quiet(browser, "memory")
    page.forget()
    print(f"memory: of {units} units one edited, one left out")


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
            work, tmx, units = test_outputs(page, folder, EXAMPLE)
            test_work_kept(page, folder, work, tmx)
            check_quiet(browser, "example")
            print(f"example: {edits} edits by keys undone; {units} units of TMX as the program writes them")
            test_index(folder)
            for count in (1000, 5000):
                test_large(browser, folder, downloads, count)
                check_quiet(browser, f"{count} beads")
            test_memory(browser, folder, downloads)
            test_hostile(browser, folder, downloads)
        finally:
            browser.close()
    print("review: all as it should be")
    return None


if __name__ == "__main__":
    main()
