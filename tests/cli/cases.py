#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs cases of cases.txt: a command, and exactly what it must print, return and leave behind.

  cases.py THALIGN SOURCE_DIR [CASE ...]     all cases, or those named

A case is a block that ends at a blank line:

  case NAME
  run COMMAND          a line of shell; `thalign` is the program, the folder holds the files below
  exit CODE
  | TEXT               a line of standard output, in order
  ! TEXT               a line of standard error, in order
  makes FILE           a file the command makes or changes; any other change of the folder fails the case
"""
import difflib
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile


# As another tool may write it: old attributes, three languages, formatting.
MEMORY = """<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" o-tmf="t"
 adminlang="en" srclang="th-TH" datatype="html"><note>of the library</note></header><body>
<tu tuid="1" creationdate="2024-02-29T01:02:03Z"><prop type="x-domain">books</prop>
<tuv lang="th_TH"><seg>ยืม<bpt i="1">&lt;b></bpt>หนังสือ<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="en"><seg>Borrow <bpt i="1">&lt;b></bpt>books</seg></tuv>
<tuv xml:lang="fr"><seg>Emprunter</seg></tuv></tu>
</body></tmx>
"""


def page(text, language):
    """A web page of the lines of a text, the first as its heading, with what pages have around it."""
    first, *lines = text.decode().split("\n")
    return (f"<!DOCTYPE html><html lang={language}><title>x</title><nav>menu</nav><main><h1>{first}</h1>\n"
            + "\n".join(f"<p>{line}" for line in lines if line) + "</main>").encode()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def workbook(rows):
    """An XLSX file of one sheet."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"'
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", f'<workbook {space}><sheet name="Words" r:id="s"/></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", '<R><Relationship Id="s" Type="x/worksheet" Target="s.xml"/></R>')
        archive.writestr("xl/s.xml", f"<worksheet {space}>{cells}</worksheet>")
    return made.getvalue()


def word(text, more=()):
    """A Word document with a paragraph for each line of a text, and parts of which nobody asked."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.decode().split("\n"))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml",
                         f"<w:document xmlns:w='{WORD}'><w:body>{paragraphs}</w:body></w:document>")
        for name, content in more:
            archive.writestr(name, content)
    return made.getvalue()


def subtitles(cues):
    """SubRip of (begin, end, text), times in seconds below a minute."""
    return "\n".join(f"{i}\n00:00:{begin:06.3f} --> 00:00:{end:06.3f}\n{text}\n".replace(".", ",", 2)
                     for i, (begin, end, text) in enumerate(cues, 1)).encode()


def make_folder(folder, source, command):
    """What every case finds in its folder, and what takes long to make if the command names it."""
    library = source / "tests/data/library"
    thai, english = ((library / name).read_bytes() for name in ("th.txt", "en.txt"))
    shutil.copytree(source / "tests/data/gold", folder / "gold")
    files = {
        "th.txt": thai,
        "en.txt": english,
        "empty.txt": b"",
        "blank.txt": " \t\r\n\u00a0\u200b\n".encode(),
        "digits.txt": b"1 2 3\n",
        "control.txt": thai.replace(b"\n", b"\0\x01\x1b\n", 2),
        "invalid.txt": thai[:9] + b"\xff" + thai[9:],
        "damaged.txt": "ห้องสมุดของโรงเร ียนเปิ ดตลอดทัง้ ปี".encode(),
        "th.windows-874.txt": thai.decode().encode("cp874"),
        "th.utf-16.txt": thai.decode().encode("utf-16"),
        "old.tsv": b"old\n",
        "copied.th.txt": thai + b"\nPrinted on recycled paper by Somchai Press\n",
        "copied.en.txt": english + b"\nPrinted on recycled paper by Somchai Press\n",
        "pages.th.txt": thai + ("22/01/2568\nPrinted on recycled paper by Somchai Press\nที่มา : https://www.example.org/1\n"
                                "ภาษาไทยเรียกห้องสมุดว่าห้องสมุด\n").encode(),
        "pages.en.txt": english + ("22/01/2025\nPrinted on recycled paper by Somchai Press\n"
                                   "ที่มา : https://www.example.org/2\n"
                                   "The Thai word for a library is ห้องสมุด.\n").encode(),
        "both.th.txt": b"".join(line for pair in zip(english.splitlines(True), thai.splitlines(True)) for line in pair),
        "th.html": page(thai, "th"),
        "en.html": page(english, "en"),
        "th.docx": word(thai),
        "en.docx": word(english, [("../../up.xml", "x"), ("/etc/x", "y")]),
        "cut.docx": word(english)[:200],
        "table.xlsx": workbook([("Thai", "English"), ("ฝนตก", "It rains."), ("แดดออก", "The sun shines.")]),
        "corrections.xlsx": workbook([
            ("English", "Thai", "Remark"), (english.decode().splitlines()[1], thai.decode().splitlines()[1].rpartition(" ")[0], "moved")]),
        "th.srt": subtitles([(1, 3, "เมื่อวานนี้ห้องสมุดเปิดแล้ว"), (3.1, 5, "คนมาเยอะมากเลย"),
                             (12, 15, "ถ้าฝนตกตอนเย็น\nเราจะกลับบ้านด้วยรถไฟ")]),
        "en.srt": subtitles([(1, 3, "The library opened\nyesterday."), (3.1, 5, "<i>Many people came.</i>"),
                             (12, 13, "If it rains in the evening,"), (13.1, 15, "we will go home by train.")]),
        "readme.md": b"---\ntitle: x\n---\n# Sign in\n\nUse [the form](http://x).\n\n```\nx = 1\n```\n",
        "deep.html": b"<!DOCTYPE html>" + b"<b>" * 2000,
        "script.html": b"<html><script>alert(1)</script>",
        "rain.en.txt": b"Heavy rain fell last night.\nFarmers welcomed it after a dry month.\n"
                       b"The river rose by two metres and the old bridge was closed.\n",
        "pairs/a.th.txt": thai,
        "pairs/a.en.txt": english,
        "pairs/alone.th.txt": thai,
        "list.tsv": b"th.txt\ten.txt\nen.txt\tth.txt\tout.tmx\n",
        "terms.tsv": "# my terms\nสะพานลอย\tfootbridge\nบันได\tstaircase\t2\n".encode(),
        "terms.dic": "staircase @ บันได\n".encode(),
        "march.tsv": "มีนาคม\tMarch\nบันได\tstaircase\n".encode(),
        "broken.tsv": "บันได\tstaircase\nสะพานลอย\tfootbridge\t-1\n".encode(),
        "system/library.tsv": b"0\t40\t0\t34\n#comment\n-\t-\t35\t99\n",
        "units/library.tsv": b"0\t0\t0\t0\n1\t2\t1\t2\n3\t3\t-\t-\n-\t-\t3\t3\n",
        "beyond/library.tsv": b"0\t0\t0\t4\n",
        "words/library.tsv": b"0\t0\tzero\t0\n",
        "memory.tmx": MEMORY.encode(),
        "corpus.th": "ฝนตก\n=แดดออก\n".encode(),
        "corpus.en": b"It rains.\nThe sun shines.\n",
        "short.en": b"It rains.\n",
        "corpus.ladder": b"0\t0\t0.7\n1\t1\t0.4\n2\t2\t0\n",
        "config.toml": b'quiet = true  # everywhere\n\n[align]\nformat = "tsv"\n[segment]\nthreshold = 0.8\n',
    }
    if "bomb.docx" in command:
        files["bomb.docx"] = word(b" " * (20 << 20))
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "old.tsv").chmod(0o640)
    (folder / "folder").mkdir()
    (folder / "none").mkdir()
    (folder / "link.txt").symlink_to("en.txt")
    (folder / "old-link.tsv").symlink_to("old.tsv")
    os.link(folder / "en.txt", folder / "hard.txt")


def snapshot(folder):
    """Name -> what a command must not change by the way."""
    result = {}
    for path in folder.rglob("*"):
        link = os.readlink(path) if path.is_symlink() else None
        content = path.read_bytes() if path.is_file() and not link else None
        result[str(path.relative_to(folder))] = (link, path.lstat().st_mode, content)
    return result


def parse(text):
    cases = []
    for block in text.split("\n\n"):
        case = {"run": "", "exit": 0, "stdout": "", "stderr": "", "makes": set()}
        for line in block.split("\n"):
            if not line or line.startswith("#"):
                continue
            key, _, value = line.partition(" ")
            if key in ("case", "run"):
                case[key] = value
            elif key == "exit":
                case["exit"] = int(value)
            elif key == "makes":
                case["makes"].add(value)
            elif key in ("|", "!"):
                case["stdout" if key == "|" else "stderr"] += value + "\n"
            else:
                sys.exit(f"cases.txt: no such line: {line}")
        if "case" in case:
            cases.append(case)
    return cases


def run(case, program, source):
    """What is wrong with the case: lines to print, none if it passes."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_folder(folder, source, case["run"])
        before = snapshot(folder)
        environment = {k: v for k, v in os.environ.items()
                       if k != "SOURCE_DATE_EPOCH" and not k.startswith("THALIGN_")}
        environment |= {"PATH": f"{program.parent}:{environment['PATH']}", "LC_ALL": "C.UTF-8",
                        "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
        done = subprocess.run(["bash", "-c", case["run"]], cwd=folder, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        after = snapshot(folder)
    problems = []
    for stream in ("stdout", "stderr"):
        is_text = getattr(done, stream).decode(errors="backslashreplace")
        problems += difflib.unified_diff(case[stream].splitlines(), is_text.splitlines(),
                                         f"{stream} expected", f"{stream} printed", lineterm="", n=1)
    if done.returncode != case["exit"]:
        problems.append(f"exit code {done.returncode} instead of {case['exit']}")
    changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    problems += [f"changes {n}" for n in sorted(changed - case["makes"])]
    problems += [f"leaves {n} as it was" for n in sorted(case["makes"] - changed)]
    return problems


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    wanted = sys.argv[3:]
    cases = parse((source / "tests/cli/cases.txt").read_text())
    chosen = [case for case in cases if not wanted or case["case"] in wanted]
    if not chosen:
        sys.exit("no such case")
    failed = 0
    for case in chosen:
        problems = run(case, program, source)
        if problems:
            failed += 1
            print(f"FAILED {case['case']}: {case['run']}", *problems, sep="\n  ")
    print(f"{len(chosen)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
