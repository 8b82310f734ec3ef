#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the program over the development documents, where there are any.

  dev_documents.py THALIGN SHARED_DIR SET

Every character of both texts but white space lies in exactly one bead. `thalign evaluate` prints the
same figures as the reference scorer: for alignments of its own, and for the gold made worse on purpose.
Returns 77 (skipped) if SHARED_DIR is absent.
"""
import pathlib
import subprocess
import sys
import tempfile

program, shared, set_name = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), sys.argv[3]
gold_set = shared / "data/gold" / set_name
if not gold_set.is_dir() or not (shared / "tools/score.py").is_file():
    print(f"skipped: {gold_set} or the scorer is absent")
    sys.exit(77)
sys.path.insert(0, str(shared / "tools"))
sys.dont_write_bytecode = True
import score  # noqa: E402


def run(*arguments):
    return subprocess.run([str(a) for a in arguments], check=True, capture_output=True, text=True).stdout


def check_coverage(document, table):
    """Each character that is not white space is in one bead."""
    for side, name in ((0, "th.raw.txt"), (2, "en.raw.txt")):
        text = score.rd(document / name)
        beads_of = [0] * len(text)
        for row in (line for line in table.splitlines() if not line.startswith("#")):
            begin, end = row.split("\t")[side:side + 2]
            if begin != "-":
                for i in range(int(begin), int(end)):
                    beads_of[i] += 1
        for i, character in enumerate(text):
            white = character.isspace() or character in "\u200b\ufeff"
            assert beads_of[i] == 1 or (white and beads_of[i] == 0), \
                f"{document}/{name}: character {i} ({character!r}) lies in {beads_of[i]} beads"


def worse(rows):
    """The gold with mistakes: every fifth bead lost, every seventh without its target."""
    for number, row in enumerate(rows):
        if number % 5 == 4:
            continue
        cells = ["-" if value is None else str(value) for value in row[:4]]
        if number % 7 == 6 and cells[0] != "-":
            cells[2:] = ["-", "-"]
        yield "\t".join(cells) + "\n"


def compare(mode, system, label):
    ours = run(program, "evaluate", gold_set, "--mode", mode, "--system", system)
    reference = run(sys.executable, shared / "tools/score.py", mode, gold_set, system)
    assert ours == reference, f"{set_name} {mode} {label}:\n{ours}\nscore.py:\n{reference}"
    assert "\nstrict " in ours, ours
    return ours


names = score.docs(str(gold_set), "dev")
assert names, f"no development documents in {gold_set}"
with tempfile.TemporaryDirectory() as folder_name:
    folder = pathlib.Path(folder_name)
    for kind in ("own", "worse-e2e", "worse-align"):
        (folder / kind).mkdir()
    for name in names:
        document = gold_set / name
        own = folder / "own" / f"{name}.tsv"
        run(program, "align", document / "th.raw.txt", document / "en.raw.txt", "-o", own,
            "--source-lang", "th", "--target-lang", "en")
        check_coverage(document, score.rd(own))
        for mode in ("e2e", "align"):
            rows = score.goldrows(document / "gold.tsv", mode == "e2e")
            (folder / f"worse-{mode}" / f"{name}.tsv").write_text("".join(worse(rows)))
    own = compare("e2e", folder / "own", "own")
    assert own == run(program, "evaluate", gold_set), f"{set_name}: with and without --system differ"
    compare("e2e", folder / "worse-e2e", "worse")
    compare("align", folder / "worse-align", "worse")
    run(program, "evaluate", gold_set, "--mode", "align")
    print(f"{set_name}: {len(names)} documents\n{own}")
