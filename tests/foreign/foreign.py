#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Another program reads the TMX that thalign exports from a memory.

  foreign.py THALIGN SOURCE_DIR CLIENT [UNITS|MEMORY|TMX]
  foreign.py THALIGN SOURCE_DIR export TMX    only writes the file that clients read

CLIENT: xmllint (well-formed, valid by the DTD if ../shared/data/tmx has it; XLIFF well-formed, and valid by the
schemas of OASIS where Debian's php-symfony-translation is installed, which has them),
translate-toolkit (reads every unit; its TMDB returns the exact translation; also of XLIFF 1.2 and CSV) or omegat (without a window, it translates every
source segment). The memory holds the example pair, all documents of ../shared/data/gold that may be
tuned on (if there), and UNITS (default 10,000) units of random characters of all of Unicode; or it is
MEMORY, of any size; or TMX (*.tmx) was exported before. The memory that OmegaT needs for a large one is given by _JAVA_OPTIONS=-Xmx12g.
"""
import html
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

SEED = 6
MOST_ASKED = 20_000  # source segments for OmegaT
SCHEMAS = pathlib.Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")  # of XLIFF, by OASIS
DEBIAN_PYTHON = "/usr/bin/python3"  # has Debian's packages
PIECES = ["ฝน", "น้ำ", "ตก", "ประเทศไทย", "ๆ", "๑๒", "rain", "Flood", "&", "<", ">", '"', "'", "]]>", "é",
          "\u00a0", "\u200b", "漢字", "\U0001f600", "\u0301", "العربية", " ", " ", "."]


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def any_character(dice):
    """Any character of Unicode that XML carries and that ends no line."""
    while True:
        character = chr(dice.randrange(0x20, 0x110000))
        if unicodedata.category(character) not in ("Cc", "Cn", "Cs", "Zl", "Zp"):
            return character


def random_text(dice):
    def piece():
        return dice.choice(PIECES) if dice.random() < 0.5 else any_character(dice)
    text = " ".join("".join(piece() for _ in range(dice.randint(1, 6)))
                    for _ in range(dice.randint(1, 6)))
    return re.sub(r"[ \s]+", " ", text).strip(" \u00a0") or "x"


def random_tmx(path, units):
    """A TMX file whose source texts are all different."""
    dice = random.Random(SEED)
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" '
                  'segtype="sentence" o-tmf="t" adminlang="en" srclang="th" datatype="plaintext"/><body>\n')
        for number in range(units):
            out.write("<tu>")
            for language, prefix in (("th", "ที่"), ("en", "no")):
                text = html.escape(f"{prefix} {number} {random_text(dice)}", quote=False)
                out.write(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>')
            out.write("</tu>\n")
        out.write("</body></tmx>\n")


def export(program, source, folder, units):
    """Builds a memory of everything and exports it; the path of the TMX file."""
    def thalign(*arguments):
        subprocess.run([program, "tm", *arguments, "-m", "all.memory"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)

    thalign("build", source / "examples")
    gold = source.parent / "shared/data/gold"
    pairs = []
    for index in sorted((gold / "index").glob("*.tsv")) if gold.is_dir() else []:
        for line in index.read_text().splitlines():
            name_of_set, document, split = line.split("\t")[:3]
            texts = [gold / name_of_set / document / f"{side}.raw.txt" for side in ("th", "en")]
            if split == "dev" and all(text.exists() for text in texts):
                pairs.append("\t".join(map(str, texts)) + "\n")
    if pairs:
        (folder / "pairs.tsv").write_text("".join(pairs))
        thalign("build", "pairs.tsv")
    random_tmx(folder / "random.tmx", units)
    thalign("import", "random.tmx")
    thalign("export", "-o", "all.tmx")
    print(f"{len(pairs)} document pairs of {gold}")
    return folder / "all.tmx"


def export_memory(program, memory, folder):
    subprocess.run([program, "tm", "export", "-m", memory, "-o", folder / "all.tmx"], check=True)
    return folder / "all.tmx"


def segments(tmx):
    """(source, target) texts of every tu, read by this script's own means."""
    text = tmx.read_text(encoding="utf-8")
    units = []
    for tu in (match[0] for match in re.finditer(r"<tu[ >].*?</tu>", text, re.DOTALL)):
        found = dict(re.findall(r'<tuv xml:lang="(\w+)".*?<seg>(.*?)</seg>', tu, re.DOTALL))
        units.append((html.unescape(found["th"]), html.unescape(found["en"])))
    return units


def converted(program, tmx, folder, name, form):
    """The path of the units of `tmx` in another format."""
    subprocess.run([program, "convert", "-q", tmx, "--to", form, "--source-lang", "th", "--target-lang", "en",
                    "-o", folder / name], check=True)
    return folder / name


def local_schema(name, folder):
    """A schema of OASIS in `folder`, which imports the one of XML from there and not from the net; None without it."""
    if not (SCHEMAS / name).exists():
        return None
    for file in (name, "xml.xsd"):
        text = (SCHEMAS / file).read_text(encoding="utf-8")
        (folder / file).write_text(re.sub(r'schemaLocation="[^"]*xml\.xsd"', 'schemaLocation="xml.xsd"', text), encoding="utf-8")
    return folder / name


def check_xliff(program, tmx, folder):
    for form, name in (("xliff", "xliff-core-2.0.xsd"), ("xliff12", "xliff-core-1.2-strict.xsd")):
        file = converted(program, tmx, folder, f"{form}.xlf", form)
        schema = local_schema(name, folder)
        arguments = ["--schema", str(schema)] if schema else []
        subprocess.run(["xmllint", "--huge", "--noout", "--nonet", *arguments, str(file)], check=True)
        print(f"{form}: valid by the schema" if schema else f"{form}: well-formed; install php-symfony-translation for its schema")


def check_xmllint(program, source, tmx, folder):
    if not shutil.which("xmllint"):
        skip("xmllint is not installed")
    dtd = source.parent / "shared/data/tmx/tmx14.dtd"
    arguments = ["--dtdvalid", str(dtd)] if dtd.exists() else []
    subprocess.run(["xmllint", "--huge", "--stream" if not arguments else "--noout", "--nonet", "--noout",
                    *arguments, str(tmx)], check=True)
    print("valid by the DTD" if arguments else "well-formed; no DTD beside the tree")
    check_xliff(program, tmx, folder)


def check_translate_toolkit(program, _, tmx, folder):
    try:
        from translate.storage import csvl10n, tmdb, tmx as toolkit, xliff
    except ImportError as error:
        skip(f"Translate Toolkit is not installed: {error}")
    expected = segments(tmx)
    store = toolkit.tmxfile.parsefile(str(tmx))
    read = [(unit.source, unit.target) for unit in store.units]
    assert len(read) == len(expected), f"{len(read)} units read, {len(expected)} written"
    wrong = [pair for pair in zip(read, expected) if pair[0] != pair[1]]
    assert not wrong, f"{len(wrong)} units read differently, the first: {wrong[0]}"
    database = tmdb.TMDB(str(folder / "toolkit.db"), max_candidates=1000, max_length=100_000,
                         min_similarity=99)
    database.fulltext = False  # its full-text search knows no Thai words
    store.setsourcelanguage("th")  # it does not look at srclang
    store.settargetlanguage("en")
    database.add_store(store, "th", "en")
    targets = {}
    for thai, english in expected:
        targets.setdefault(thai, set()).add(english)
    asked = sorted(targets)[::max(1, len(targets) // 300)]
    for thai in asked:
        found = {match["target"] for match in database.translate_unit(thai, "th", "en")
                 if match["source"] == thai}
        assert found == targets[thai], f"TMDB: {thai!r} gave {found}, not {targets[thai]}"
    print(f"{len(read)} units read; {len(asked)} asked of the TMDB")
    # Parses of XLIFF and CSV take long: a part.
    part = folder / "part.tmx"
    part.write_text("\n".join(["<tmx version='1.4'><header srclang='th'/><body>", *re.findall(
        r"<tu[ >].*?</tu>", tmx.read_text(encoding="utf-8"), re.DOTALL)[:500], "</body></tmx>"]), encoding="utf-8")
    expected = expected[:500]
    for name, parse in (("part.xlf", xliff.xlifffile.parsefile), ("part.csv", csvl10n.csvfile.parsefile)):
        form = "xliff12" if name.endswith("xlf") else "csv"
        units = parse(str(converted(program, part, folder, name, form))).units
        read = [(unit.source.lstrip("'"), unit.target.lstrip("'")) for unit in units]
        wrong = [pair for pair in zip(read, [(a.lstrip("'"), b.lstrip("'")) for a, b in expected])
                 if pair[0] != pair[1]]
        assert len(read) == len(expected) and not wrong, f"{form}: {len(read)} units; {wrong[:1]}"
    print("the first 500 as XLIFF 1.2 and CSV, too")


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>TH</source_lang><target_lang>EN</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
"""


def plain(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def check_omegat(_, __, tmx, folder):
    if not shutil.which("omegat"):
        skip("OmegaT is not installed")
    project = folder / "project"
    for name in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    shutil.copy(tmx, project / "tm/auto/all.tmx")
    targets = {}
    for thai, english in segments(tmx):
        targets.setdefault(thai, set()).add(english)
    # Text files part paragraphs at blank lines; OmegaT takes white space off their edges.
    sources = [thai for thai in targets if thai == thai.strip()]
    sources = sources[::max(1, len(sources) // MOST_ASKED)]
    (project / "source/all.txt").write_text("\n\n".join(sources) + "\n", encoding="utf-8")
    environment = os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["omegat", str(project), "--mode=console-translate", f"--config-dir={folder}/omegat"],
                          env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=3000)
    written = project / "target/all.txt"
    assert written.exists(), done.stdout.decode(errors="replace")[-3000:]
    lines = written.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    assert len(lines) == len(sources), f"{len(lines)} paragraphs of {len(sources)}"
    # OmegaT composes letters and their accents.
    wrong = [(thai, line) for thai, line in zip(sources, lines)
             if plain(line) not in {plain(target) for target in targets[thai]}]
    assert not wrong, f"{len(wrong)} of {len(sources)} not translated, the first: {wrong[0]}"
    print(f"{len(sources)} source segments translated by OmegaT")


def main():
    if sys.executable != DEBIAN_PYTHON and os.path.exists(DEBIAN_PYTHON):
        os.execv(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv])
    program, source = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    size = sys.argv[4] if len(sys.argv) > 4 else "10000"
    check = {"xmllint": check_xmllint, "translate-toolkit": check_translate_toolkit, "omegat": check_omegat}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if sys.argv[3] == "export":
            shutil.move(export(program, source, folder, 10_000), size)
            return
        tmx = (export(program, source, folder, int(size)) if size.isdecimal()
               else pathlib.Path(size) if size.endswith(".tmx")
               else export_memory(program, size, folder))
        check[sys.argv[3]](program, source, tmx, folder)


if __name__ == "__main__":
    main()
