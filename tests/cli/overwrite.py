#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""No output destroys what was not meant: commands x files they read x spellings of the output.

  overwrite.py THALIGN [few]    few: one spelling for each command and file, each in its turn

Each command is run with an output that is one of the files it reads or writes besides, called by
its name, absolutely, through a symbolic link, a hard link and a linked folder. It must be refused
(exit code 2), and no file may change.
"""
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

THAI = "ฝนตกหนักเมื่อคืนนี้ ชาวนาดีใจมาก น้ำในแม่น้ำสูงขึ้นสองเมตร\n"
ENGLISH = "Heavy rain fell last night. Farmers were glad. The river rose by two metres.\n"
PAIR = json.dumps({"source": THAI, "target": ENGLISH}, ensure_ascii=False) + "\n"


def make_files(program, folder):
    files = {
        "a.th": THAI, "a.en": ENGLISH, "b.th": THAI, "b.en": ENGLISH, "p.jsonl": PAIR,
        "anchors": "", "config.toml": "[align]\njobs = 1\n", "terms.tsv": "ฝน\train\n",
        "queries": "zzz\n", "docs/a.th.txt": THAI, "docs/a.en.txt": ENGLISH,
        "two.tsv": "a.th\ta.en\nb.th\tb.en\n", "free.tmx": "old\n", "s.th": THAI, "s.en": ENGLISH,
        "beads.ladder": "0\t0\t0.5\n1\t1\t0\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    for command in (["segment", "--print-srx", "-o", "rules.srx"],
                    ["align", "a.th", "a.en", "-o", "a.tmx"],
                    ["tm", "import", "a.tmx", "-m", "m.db"]):
        subprocess.run([program, *command], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def spellings(folder, name):
    """Names of one file. Links are made on the way."""
    (folder / "links").mkdir(exist_ok=True)
    link = folder / "links" / f"link-{name.replace('/', '-')}"
    if not link.is_symlink():
        link.symlink_to(folder / name)
    linked_folder = folder / "links" / "folder"
    if not linked_folder.is_symlink():
        linked_folder.symlink_to(folder)
    names = [name, f"./{name}", str(folder / name), str(link.relative_to(folder)),
             f"links/folder/{name}", f"links/../{name}", f"/proc/self/cwd/{name}"]
    if (folder / name).exists():
        hard = folder / "links" / f"hard-{name.replace('/', '-')}"
        if not hard.exists():
            os.link(folder / name, hard)
        names.append(str(hard.relative_to(folder)))
    return names


ALIGN = "align -q a.th a.en --config config.toml --srx rules.srx --lexicon terms.tsv --anchors anchors"
MEMORY = ["m.db", "m.db-wal", "m.db-shm", "m.db-journal"]

# Command (OUT is the output), files that must not be it, standard input.
CASES = [
    (ALIGN + " --format tsv -o OUT", ["a.th", "a.en", "rules.srx", "terms.tsv", "config.toml",
                                      "anchors"], None),
    (ALIGN + " --pretty -o OUT", ["a.th", "a.en", "rules.srx", "terms.tsv", "config.toml",
                                  "anchors"], None),
    (ALIGN + " -o free.tmx --stats=OUT", ["a.th", "a.en", "rules.srx", "terms.tsv", "config.toml",
                                          "anchors", "free.tmx"], None),
    ("align -q a.th a.en -o new.tmx --stats=OUT", ["new.tmx"], None),
    ("align -q a.th a.en --format moses -o new --stats=OUT", ["new.th", "new.en"], None),
    ("align -q - a.en --format tsv -o OUT", ["a.th"], "a.th"),
    ("align -q --batch two.tsv --format jsonl -o OUT", ["two.tsv", "a.th", "b.en"], None),
    ("align -q --batch - --format jsonl -o OUT", ["two.tsv", "a.th", "b.en"], "two.tsv"),
    ("align -q --batch two.tsv --format jsonl -o free.tmx --stats=OUT",
     ["two.tsv", "a.th", "b.en", "free.tmx"], None),
    ("align -q --jsonl --format jsonl -o OUT", ["p.jsonl"], "p.jsonl"),
    ("align -q --jsonl --format jsonl -o free.tmx --stats=OUT", ["p.jsonl", "free.tmx"], "p.jsonl"),
    ("segment -q a.th --srx rules.srx --format text -o OUT", ["a.th", "rules.srx"], None),
    ("segment -q - --format text -o OUT", ["a.th"], "a.th"),
    ("segment --config config.toml --print-srx -o OUT", ["config.toml"], None),
    ("convert -q a.tmx --to tsv -o OUT", ["a.tmx"], None),
    ("convert -q - --from tmx --to tsv -o OUT", ["a.tmx"], "a.tmx"),
    ("convert -q a.th a.en --from moses --source-lang th --target-lang en --to tsv -o OUT",
     ["a.th", "a.en"], None),
    ("convert -q beads.ladder --source-sentences s.th --target-sentences s.en --source-lang th "
     "--target-lang en --to tmx -o OUT", ["beads.ladder", "s.th", "s.en"], None),
    ("lexicon learn docs -q --lexicon terms.tsv --format tsv -o OUT",
     ["docs/a.th.txt", "docs/a.en.txt", "terms.tsv"], None),
    ("lexicon learn two.tsv -q --format tsv -o OUT", ["two.tsv", "a.th", "b.en"], None),
    ("lexicon apply terms.tsv -q --format tsv -o OUT", ["terms.tsv"], None),
    ("tm export -q -m m.db --format tmx -o OUT", MEMORY, None),
    ("tm query zzz -q -m m.db --format text -o OUT", MEMORY, None),
    ("tm query - -q -m m.db --format tsv -o OUT", MEMORY + ["queries"], "queries"),
    ("tm search zzz -q -m m.db --format jsonl -o OUT", MEMORY, None),
    ("tm search - -q -m m.db --format text -o OUT", MEMORY + ["queries"], "queries"),
    ("tm stats -m m.db --format text -o OUT", MEMORY, None),
]

# Moses pairs: the name is that of one of two files, without the language.
MOSES = [
    ("align -q a.th a.en --format moses -o OUT", ["a.th", "a.en"], None),
    ("convert -q a.tmx --to moses -o OUT", [], None),
    ("convert -q a.th a.en --source-lang th --target-lang en --to moses -o OUT", ["a.th", "a.en"],
     None),
]

# Standard output is appended to a file that is read.
APPENDED = [
    ("align -q a.th a.en", ["a.th", "a.en"]),
    ("segment -q a.th", ["a.th"]),
    ("convert -q a.tmx --to tsv", ["a.tmx"]),
    ("lexicon show rain --lexicon terms.tsv", ["terms.tsv"]),
    ("bench a.th a.en --rounds 1", ["a.th", "a.en"]),
    ("tm build docs -m m.db", ["m.db", "docs/a.th.txt"]),
    ("tm import a.tmx -m m.db", ["m.db", "a.tmx"]),
    ("tm export -m m.db", ["m.db"]),
    ("tm query rain -m m.db", ["m.db"]),
    ("tm search rain -m m.db", ["m.db"]),
    ("tm stats -m m.db", ["m.db"]),
    ("tm dedupe -m m.db", ["m.db"]),
    ("tm remove --all -m m.db", ["m.db"]),
    ("tm upgrade -m m.db", ["m.db"]),
]

# Lines of a list and the outputs they may not have, each in all spellings.
LINES = [
    ("a.th\ta.en\tnew.tmx\nb.th\tb.en\tOUT\n", "", ["a.th", "b.en", "new.tmx", "list"]),
    ("a.th\ta.en\tfree.tmx\nb.th\tb.en\tOUT\n", "", ["free.tmx"]),
    ("a.th\ta.en\tnew.tmx\nb.th\tb.en\tother.tmx\n", "--stats=OUT",
     ["new.tmx", "other.tmx", "list", "b.th"]),
    ("a.th\ta.en\tnew.tmx\nb.th\tb.en\tOUT\n", "--srx rules.srx --lexicon terms.tsv",
     ["rules.srx", "terms.tsv"]),
]
# Endings that a Moses pair adds are left out of the spelling.
MOSES_LINES = [
    ("a.th\ta.en\tOUT\nb.th\tb.en\tnew\n", "--format moses", ["a.th", "b.en"]),
    ("a.th\ta.en\tOUT\nb.th\tb.en\tnew\n", "--format moses", ["new.th", "new.en"]),
    ("a.en\ta.th\tOUT\nb.en\tb.th\tnew\n", "--format moses --source-lang en", ["b.th", "new.en"]),
]


class Matrix:
    def __init__(self, program):
        self.program = program
        self.runs = 0
        self.faults = []

    def check(self, folder, command, stdin=None, append=None):
        before = self.snapshot(folder)
        stdin = open(folder / stdin, "rb") if stdin else subprocess.DEVNULL
        stdout = open(folder / append, "ab") if append else subprocess.DEVNULL
        environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        done = subprocess.run([self.program, *command], cwd=folder, stdin=stdin, stdout=stdout,
                              stderr=subprocess.PIPE, env=environment, timeout=60)
        self.runs += 1
        after = self.snapshot(folder)
        name = " ".join(command) + (f" >>{append}" if append else "")
        if done.returncode != 2 or b"choose another" not in done.stderr:
            self.faults.append(f"{name}: exit code {done.returncode}: "
                               f"{done.stderr.decode(errors='replace').strip()}")
        changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
        if changed:
            self.faults.append(f"{name}: changed {', '.join(sorted(changed))}")
            return False
        return True

    @staticmethod
    def snapshot(folder):
        found = {}
        for path in folder.rglob("*"):
            if path.is_symlink():
                found[str(path)] = os.readlink(path)
            elif path.is_file() and not path.name.endswith("-shm"):
                found[str(path)] = (path.stat().st_mode, path.read_bytes())
        return found


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    few = sys.argv[2:] == ["few"]
    matrix = Matrix(program)
    with tempfile.TemporaryDirectory() as name:
        original = pathlib.Path(name).resolve() / "original"
        original.mkdir()
        make_files(program, original)
        folder = original.parent / "work"

        def renew():
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(original, folder)

        def check(command, **options):
            if not matrix.check(folder, command, **options):
                renew()

        turns = itertools.count()

        def outputs(target, ending=""):
            """Spellings of the file that end so."""
            names = [name for name in spellings(folder, target) if name.endswith(ending)]
            return [names[next(turns) % len(names)]] if few and names else names

        renew()
        for command, targets, stdin in CASES:
            for target in targets:
                for out in outputs(target):
                    check(command.replace("OUT", out).split(), stdin=stdin)
        for command, targets, stdin in MOSES:
            for target in targets:
                for out in outputs(target, pathlib.Path(target).suffix):
                    check(command.replace("OUT", out[:-3]).split(), stdin=stdin)
        for command, targets in APPENDED:
            for target in targets:
                check(command.split(), append=target)
        for lines, options, targets in LINES + MOSES_LINES:
            for target in targets:
                (folder / "list").write_text("")
                is_pair = "moses" in options
                for out in outputs(target, pathlib.Path(target).suffix if is_pair else ""):
                    out = out[:-3] if is_pair else out
                    (folder / "list").write_text(lines.replace("OUT", out))
                    names = options.replace("OUT", out).split()
                    if "--format" not in names and target in ("a.th", "b.en", "list", "rules.srx"):
                        names += ["--format", "tmx"]
                    check(["align", "-q", "--batch", "list", *names])
        # A memory that is read as something else.
        (folder / "empty.tmx").write_text("")
        for out in outputs("empty.tmx"):
            check(["tm", "import", "empty.tmx", "-m", out])
    print(f"{matrix.runs} runs, {len(matrix.faults)} faults", *matrix.faults, sep="\n  ")
    sys.exit(1 if matrix.faults else 0)


if __name__ == "__main__":
    main()
