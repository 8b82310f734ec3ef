# SPDX-License-Identifier: Apache-2.0
"""A page of review that is open in a browser, and the program that made it."""
import html.parser
import json
import os
import pathlib
import random
import re
import subprocess
import sys

from webdriver import wait_for

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = [SOURCE / "examples" / f"press-release.{tag}.txt" for tag in ("th", "en")]


def run(*arguments, cwd, expect=0):
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "SOURCE_DATE_EPOCH": "86400", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([PROGRAM, *arguments], cwd=cwd, env=environment, capture_output=True, timeout=120, check=False)
    assert done.returncode == expect, (arguments, done.stderr.decode())
    return done.stdout


def align(*arguments, cwd):
    return run("align", *arguments, cwd=cwd)


def made_pairs(folder, name, pairs):
    """A page of texts whose beads are known, as if the aligner had made them, so that nothing is searched for."""
    for tag, side in (("th", 0), ("en", 1)):
        (folder / f"{name}.{tag}.txt").write_text("".join(pair[side] + "\n" for pair in pairs))
    at, lines = [0, 0], []
    for number, pair in enumerate(pairs):
        ends = [begin + len(text) for begin, text in zip(at, pair)]
        columns = (at[0], ends[0], at[1], ends[1], number, "-", "-", "1.0000", "0.4000" if number % 10 == 9 else "0.9500", *pair, "-")
        lines.append("\t".join(map(str, columns)) + "\n")
        at = [end + 1 for end in ends]
    (folder / "pairs.tsv").write_text("".join(lines))
    page = folder / f"{name}.html"
    align(f"./{name}.th.txt", f"./{name}.en.txt", "--corrections", "pairs.tsv", "--encoding", "UTF-8", "--source-lang", "th",
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

    def edits(self):
        """The beads as a person made them, without what the aligner said of them before."""
        return self.browser.run("return beads.list.map((bead) => [bead.spans, bead.texts, stateOf(bead)])")

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


def check_outputs(page, folder, texts):
    """What the page hands out is what the program makes of its corrections, byte for byte. Returns TMX and corrections."""
    tmx, tsv, corrections = page.download(".tmx", "t"), page.download(".tsv"), page.download(".corrections.jsonl", "c")
    (folder / "c.jsonl").write_bytes(corrections)
    for name, own in (("tmx", tmx), ("tsv", tsv)):
        made = align(*texts, "--corrections", "c.jsonl", "--format", name, cwd=folder)
        assert made == own, f"{page.path.name}: {name} of page and program differ"
    return tmx, corrections


def check_untouched(page, folder, texts):
    """The TSV of a page as it came is that of the program but for the options of its run, in the first line."""
    own, other = page.download(".tsv"), align(*texts, "--format", "tsv", cwd=folder)
    assert own.split(b"\n", 1)[1] == other.split(b"\n", 1)[1], f"{page.path.name}: TSV of an untouched page"


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


class Structure(html.parser.HTMLParser):
    """The elements of a page as a parser sees them, texts left out."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, sorted(attrs)))
