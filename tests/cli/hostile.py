#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile documents and workbooks are refused, or read as far as they are sound, in little time and memory, and nothing is written.
hostile.py THALIGN"""
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile
import zlib

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
MAX_SECONDS = 2.0  # of processor time
MAX_MEGABYTES = 256
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def archive(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, content in parts:
            packed.writestr(part, content)
    return made.getvalue()


def word(body):
    return archive([("word/document.xml", f"<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>")])


def odt(content):
    return archive([("mimetype", ODT_TYPE), ("content.xml", content)])


def changed(data, old, new):
    assert old in data
    return data.replace(old, new)


def entities(levels):
    lines = ["<!ENTITY e0 'ha'>"] + [f"<!ENTITY e{i} '{f'&e{i - 1};' * 10}'>" for i in range(1, levels)]
    return f"<!DOCTYPE a [{''.join(lines)}]><a>&e{levels - 1};</a>"


def pdf(content, packed=True):
    """A PDF with one page of this content."""
    stream = zlib.compress(content) if packed else content
    return (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<<"
            + (b"/Filter/FlateDecode" if packed else b"") + b"/Length %d>>stream\n" % len(stream) + stream
            + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n")


def workbook(sheet, strings="", main=None):
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"'
    return archive([("xl/workbook.xml", main or f'<workbook {space}><sheet name="S" r:id="s"/></workbook>'),
                    ("xl/_rels/workbook.xml.rels", '<R><Relationship Id="s" Type="/worksheet" Target="s.xml"/>'
                                                   '<Relationship Id="t" Type="/sharedStrings" Target="t.xml"/></R>'),
                    ("xl/s.xml", f"<worksheet {space}>{sheet}</worksheet>"), ("xl/t.xml", f"<sst {space}>{strings}</sst>")])


MB = 1 << 20
SOUND = word("<w:p><w:r><w:t>The shop is open.</w:t></w:r></w:p>")
BOMB = word(" " * (20 * MB))
MANY_PARTS = archive([(f"word/{i}.xml", "") for i in range(20000)])

# Name: bytes; all of these are refused with exit code 3.
REFUSED = {
    "bomb.docx": BOMB,
    "bomb.odt": odt("<a>" + " " * (20 * MB)),
    "bomb-in-attribute.docx": word("<w:p w:x='" + "a" * (20 * MB) + "'/>"),
    "bomb.epub": archive([("mimetype", "application/epub+zip"), ("META-INF/container.xml", " " * (20 * MB))]),
    "bomb.pptx": archive([("ppt/presentation.xml", " " * (20 * MB))]),
    "bomb-in-styles.docx": archive([
        ("word/document.xml", f"<w:document xmlns:w='{WORD}'/>"), ("word/styles.xml", " " * (20 * MB)),
        ("word/_rels/document.xml.rels", "<R><Relationship Type='x/styles' Target='styles.xml'/></R>")]),
    "lying-size.docx": changed(BOMB, len(f"<w:document xmlns:w='{WORD}'><w:body></w:body></w:document>" + " " * (20 * MB))
                               .to_bytes(4, "little"), (100).to_bytes(4, "little")),
    "cut.docx": SOUND[:len(SOUND) // 2],
    "cut-end.docx": SOUND[:-10],
    "wrong-sum.docx": bytes([*SOUND[:60], SOUND[60] ^ 0xFF, *SOUND[61:]]),
    "no-parts.docx": b"PK\x05\x06" + bytes(18),
    "only-head.docx": b"PK\x03\x04",
    "many-parts.docx": MANY_PARTS,
    "deep.docx": word("<w:p>" * 300000),
    "deep.odt": odt(f"<o:office xmlns:o='{OFFICE}'>" + "<o:text>" * 1000000),
    "unclosed.docx": word("<w:p><w:r><w:t>a"),
    "entities.docx": archive([("word/document.xml", entities(12))]),
    "entities.odt": odt(entities(12)),
    "entities-in-relations.docx": archive([("word/document.xml", "<a/>"), ("_rels/.rels", entities(12))]),
    "external-entity.docx": archive([("word/document.xml",
                                      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")]),
    "wrong-text.docx": archive([("word/document.xml", b"\xff\xfe\x00")]),
    "no-xml.docx": archive([("word/document.xml", b"MZ" + bytes(1000))]),
    "empty-part.docx": archive([("word/document.xml", b"")]),
    "renamed.docx": archive([("a.txt", "b")]),
    "elsewhere.docx": archive([("word/document", ""), ("_rels/.rels", "<R><Relationship Type='officeDocument' "
                                                                      "Target='../../../../etc/passwd'/></R>")]),
    "encrypted.odt": archive([("mimetype", ODT_TYPE), ("META-INF/manifest.xml", "<m><encryption-data/></m>"),
                              ("content.xml", b"\x8f" * 100)]),
    "rights.epub": archive([("mimetype", "application/epub+zip"), ("META-INF/rights.xml", "<r/>")]),
    "no-container.epub": archive([("mimetype", "application/epub+zip")]),
    "no-package.epub": archive([("mimetype", "application/epub+zip"),
                                ("META-INF/container.xml", "<c><rootfile full-path='../../x'/></c>")]),
    "table.xlsx": archive([("xl/workbook.xml", "<a/>")]),
    "archive.zip": archive([("a", "b")]),
    "deep.html": b"<html>" + b"<div>" * 2000000,
    "deep-inline.html": b"<html>" + b"<b><i>" * 1000000,
    "only-script.html": b"<html><script>" + b"x" * (8 * MB),
    "binary.html": bytes(range(128, 256)) * 1000,
    "utf-16-half.html": b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00\x00",
    "empty.vtt": b"WEBVTT\n\n" + b"\n" * MB,
    "only-times.srt": b"1\n00:00:01,000 --> 00:00:02,000\n\n" * 100000,
    "binary.srt": bytes(range(128, 256)) * 1000,
    "binary.md": bytes(range(128, 256)) * 1000,
    "only-head.pdf": b"%PDF-1.7\n",
    "binary.pdf": b"%PDF-1.7\n" + bytes(range(128, 256)) * 10000,
    "no-text.pdf": pdf(b"0 0 m\n"),
    "bomb.pdf": pdf(b" " * (20 * MB)),
    "loop.pdf": pdf(b"").replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    "deep.pdf": b"%PDF-1.4\n1 0 obj" + b"[" * 1000000,
    "encrypted.pdf": pdf(b"").replace(b"/Root", b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32
                                      + b">/U<" + b"00" * 32 + b">>>/Root"),
    "password.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512),
    "table.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + bytes(512),
    "drawing.vsd": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "VisioDocument".encode("utf-16-le") + bytes(512),
}
HEAD = "<row><c t='str'><v>th</v></c><c t='str'><v>en</v></c></row>"
# Of pairs: refused by `thalign convert`.
REFUSED_PAIRS = {
    "bomb.xlsx": workbook(HEAD + " " * (20 * MB)),
    "bomb-in-strings.xlsx": workbook(HEAD, "<si><t>" + "a" * (20 * MB) + "</t></si>"),
    "wide.xlsx": workbook(HEAD + "<row><c r='AMJ1'><v>1</v></c></row>" * 70000),
    "deep.xlsx": workbook("<a>" * 100000),
    "entities.xlsx": workbook(HEAD, main=entities(12)),
    "no-string.xlsx": workbook("<row><c t='s'><v>4294967295</v></c><c><v>1</v></c></row>"),
    "no-sheet.xlsx": workbook(HEAD, main="<workbook/>"),
    "cut-off.xlsx": workbook(HEAD)[:-30],
    "wrong-sizes.xlsx": changed(workbook(HEAD), b"PK\x03\x04\x14", b"PK\x03\x04\xff"),
    "text.xlsx": b"th,en\n",
    "password.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512),
    "binary.xlsx": b"PK\x03\x04" + bytes(range(128, 256)) * 10000,
    "entities.tmx": entities(12).replace("<!DOCTYPE a", "<!DOCTYPE tmx").encode(),
    "open-quote.csv": b'th,en\n"' + b"a" * (20 * MB),
    "deep.xlf": b"<xliff version='1.2'>" + b"<group>" * 1000000,
    "long-line.po": b'msgid "' + b"a" * (80 * MB),
}
# These may be read, too: they are odd, but have a text.
ODD = {
    "paths.docx": archive([("word/document.xml", f"<w:document xmlns:w='{WORD}'><w:body><w:p><w:r><w:t>a</w:t></w:r>"
                                                 "</w:p></w:body></w:document>"), ("../../up", "x"), ("/tmp/up", "y")]),
    "ends.html": b"<html><p>a" + b"</b>" * 1000000,
    "comment.html": b"<html><p>a<!--" * 100000,
    "attribute.html": b"<html><p title='" + b"a" * (8 * MB) + b"'>a",
    "brackets.md": b"[" * 100000,
    "quotes.md": b">" * 50000 + b"a",
    "lists.md": b"- " * 5000 + b"a",
    "emphasis.md": b"*a_ " * 50000,
    "blanks.odt": odt(f"<o:d xmlns:o='{OFFICE}' xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:text>"
                      "<t:p>a<t:s t:c='2000000000'/>b</t:p></o:text></o:d>"),
}


# Runs a command and prints its exit code, seconds and kilobytes: a small process, since a new one counts what it was forked from.
LAUNCHER = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], check=False, timeout=120).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)"""


def read(folder, name, data):
    """Exit code, messages, seconds and megabytes of a run."""
    (folder / name).write_bytes(data)
    command = (["convert", name, "--to", "tsv", "--source-lang", "th", "--target-lang", "en"] if name in REFUSED_PAIRS
               else ["text", name])
    done = subprocess.run([sys.executable, "-c", LAUNCHER, PROGRAM, *command, "-o", "out.txt"], cwd=folder,
                          capture_output=True, check=True)
    code, seconds, kilobytes = done.stdout.split()
    return int(code), done.stderr.decode(), float(seconds), int(kilobytes) / 1024


failures = []
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for name, data in {**REFUSED, **REFUSED_PAIRS, **ODD}.items():
        code, message, seconds, megabytes = read(folder, name, data)
        left = sorted(path.name for path in folder.iterdir())
        allowed = [0, 3] if name in ODD else [3]
        expected = [name] if code else sorted([name, "out.txt"])
        problem = (f"exit code {code}" if code not in allowed else
                   f"{seconds:.1f} s" if seconds > MAX_SECONDS else
                   f"left {left}" if left != expected else
                   f"message {message!r}" if code and (message.count("\n") != 1 or name not in message) else
                   f"{megabytes:.0f} MB" if megabytes > MAX_MEGABYTES else "")
        print(f"{name:28} {code} {seconds:5.2f} s {megabytes:5.0f} MB  {message.strip()[:110]}")
        if problem:
            failures.append(f"{name}: {problem}")
        for path in folder.iterdir():
            path.unlink()
print("\n".join(failures) if failures else f"{len(REFUSED) + len(REFUSED_PAIRS)} hostile and {len(ODD)} odd documents")
sys.exit(1 if failures else 0)
