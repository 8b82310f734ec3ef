#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Corrections are training data: of those of a page a gold folder is made, which `thalign evaluate` and learn_score read,
and a lexicon.

learning.py THALIGN LEARN_LEXICON LEARN_SCORE SOURCE_DIR"""
import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, LEARN_LEXICON, LEARN_SCORE, SOURCE = map(pathlib.Path, sys.argv[1:])
TEXTS = [SOURCE / "examples" / f"press-release.{tag}.txt" for tag in ("th", "en")]
FOLDS = 5


def run(*command, cwd, expect=0):
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=300)
    assert done.returncode == expect, (command, done.stderr.decode())
    return done.stdout.decode() + done.stderr.decode()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        head = {"thalign": "corrections", "version": 1, "complete": True}
        beads = [json.loads(line) for line in run(PROGRAM, "align", *TEXTS, "--format", "jsonl", cwd=folder).splitlines()]
        beads[3]["properties"] = [["x-correction", "deleted"]]

        def write(path, complete):
            lines = [{**head, "complete": complete}, *beads]
            (folder / path).write_text("".join(json.dumps(line) + "\n" for line in lines))

        write("all.jsonl", True)
        write("mine.jsonl", False)
        gold_of = SOURCE / "train/gold_from_corrections"
        for number in range(FOLDS):
            run(gold_of, *TEXTS, "all.jsonl", f"gold/mine/{number}", cwd=folder)
        assert "some places only" in run(gold_of, *TEXTS, "mine.jsonl", "gold/mine/other", cwd=folder, expect=1)
        figures = run(PROGRAM, "evaluate", "gold/mine", cwd=folder)
        assert f"documents {FOLDS} " in figures and figures.count("F1 1.0000") > 3, figures
        (folder / "folds.tsv").write_text("".join(f"mine/{number}\t{number}\n" for number in range(FOLDS)))
        run(LEARN_LEXICON, "--folds", "folds.tsv", "lexicon", "gold", cwd=folder)
        (folder / "models").mkdir()
        run(LEARN_SCORE, "gold", "lexicon", "models", cwd=folder)
        assert {path.name for path in (folder / "models").iterdir()} == {"score.bin", "thai_breaks.bin"}
        run(PROGRAM, "lexicon", "learn", "--corrections", "all.jsonl", "-o", "mine.thlx", cwd=folder)
        run(PROGRAM, "align", *TEXTS, "--lexicon", "mine.thlx", "-o", "again.tmx", cwd=folder)
    print(f"{FOLDS} documents of {len(beads)} corrected beads: evaluated, score, breaks and lexicons learnt")


if __name__ == "__main__":
    main()
