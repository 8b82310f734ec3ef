#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Corrections come back: random ones of every kind, in the outputs of `thalign align`, are in what
`thalign align --corrections` makes of them, and all other beads are as they were.

round_trip.py THALIGN SOURCE_DIR        on the example, 20 corrections of each kind of file
round_trip.py THALIGN SOURCE_DIR GOLD   on every document of a gold folder (th.raw.txt, en.raw.txt)"""
import csv
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
CORRECTIONS = 20


def align(*arguments):
    done = subprocess.run([PROGRAM, "align", "--min-document-score", "0", *arguments], capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout.decode()


def read_beads(tsv):
    """Beads as lists: the two spans, None where there is none, and the score and confidence as they are written."""
    beads = []
    for line in tsv.splitlines():
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        spans = [None if columns[i] == "-" else (int(columns[i]), int(columns[i + 1])) for i in (0, 2)]
        beads.append((*spans, columns[7], columns[8]))
    return beads


def is_space(character):
    """As thalign sees it: unseen characters are white space, too."""
    return character.isspace() or character in "\u200b\ufeff"


def trimmed(text, begin, end):
    while begin < end and is_space(text[begin]):
        begin += 1
    while begin < end and is_space(text[end - 1]):
        end -= 1
    return (begin, end) if begin < end else None


def cut_place(text, span, rng):
    """Where words may be apart: at a space, in English at any, so that no syllable is cut."""
    spaces = [match.end() for match in re.finditer(r"[ \n]+", text[span[0]:span[1]]) if match.end() < span[1] - span[0]]
    return span[0] + rng.choice(spaces) if spaces else None


def correct(beads, texts, rng):
    """One correction at a random place; False if it can't be made there."""
    at = rng.randrange(len(beads))
    kind = rng.choice(["merge", "split", "unlink", "move"])
    first, second = beads[at], beads[at + 1] if at + 1 < len(beads) else None
    fixed = ("-", "1.0000")
    if kind == "unlink":
        if not first[0] or not first[1]:
            return False
        beads[at:at + 1] = [(first[0], None, *fixed), (None, first[1], *fixed)]
        return True
    if kind == "split":
        halves = []
        for side in (0, 1):
            cut = first[side] and cut_place(texts[side], first[side], rng)
            if not cut:
                return False
            halves.append([trimmed(texts[side], first[side][0], cut), trimmed(texts[side], cut, first[side][1])])
        beads[at:at + 1] = [(halves[0][i], halves[1][i], *fixed) for i in (0, 1)]
        return True
    if second is None:
        return False
    if kind == "merge":
        join = [(a[0], b[1]) if a and b else a or b for a, b in zip(first[:2], second[:2])]
        beads[at:at + 2] = [(*join, *fixed)]
        return True
    side = rng.randrange(2)
    if not first[side] or not second[side]:
        return False
    cut = cut_place(texts[side], first[side], rng)
    if not cut:
        return False
    new = [list(first), list(second)]
    new[0][side] = trimmed(texts[side], first[side][0], cut)
    new[1][side] = (trimmed(texts[side], cut, first[side][1])[0], second[side][1])
    beads[at:at + 2] = [(*bead[:2], *fixed) for bead in new]
    return True


def text_of(texts, bead, side):
    return " ".join(texts[side][slice(*bead[side])].split()) if bead[side] else ""


def write_tsv(path, beads, texts, rng):
    """Changed lines have offsets that lead elsewhere, or none."""
    def offsets(bead, side):
        if not bead[side]:
            return "-\t-"
        if bead[2] != "-":
            return f"{bead[side][0]}\t{bead[side][1]}"
        shift = rng.choice([0, 1, -1])
        return f"{max(0, bead[side][0] + shift)}\t{bead[side][1]}" if rng.random() < .7 else "-\t-"

    path.write_text("".join(
        f"{offsets(bead, 0)}\t{offsets(bead, 1)}\t{number}\t-\t-\t{bead[2]}\t{bead[3]}\t{text_of(texts, bead, 0)}\t"
        f"{text_of(texts, bead, 1)}\t-\n" for number, bead in enumerate(beads)))


def write_csv(path, beads, texts):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([("source", "target"), *((text_of(texts, bead, 0), text_of(texts, bead, 1)) for bead in beads)])


def write_jsonl(path, beads, texts):
    """Only what was changed, with offsets, as the page writes it."""
    lines = [json.dumps({"thalign": "corrections", "version": 1, "complete": False})]
    for number, bead in enumerate(beads):
        if bead[2] != "-":
            continue
        sides = [{"start": bead[side][0], "end": bead[side][1], "text": text_of(texts, bead, side)} if bead[side] else None
                 for side in (0, 1)]
        lines.append(json.dumps({"bead": number, "source": sides[0], "target": sides[1], "properties": [["x-correction", "corrected"]]}))
    path.write_text("\n".join(lines) + "\n")


def check(thai, english, folder, seed):
    rng = random.Random(seed)
    texts = [path.read_bytes().decode("utf-8-sig") for path in (thai, english)]
    before = read_beads(align(thai, english, "--format", "tsv"))
    beads, made = list(before), 0
    for _ in range(CORRECTIONS * 50):
        made += correct(beads, texts, rng)
        if made == CORRECTIONS:
            break
    tsv, spreadsheet, mine = folder / "a.tsv", folder / "a.csv", folder / "a.jsonl"
    write_tsv(tsv, beads, texts, rng)
    assert read_beads(align(thai, english, "--corrections", tsv, "--format", "tsv")) == beads, (thai, "TSV")
    write_csv(spreadsheet, beads, texts)
    spans = [bead[:2] for bead in read_beads(align(thai, english, "--corrections", spreadsheet, "--format", "tsv"))]
    assert spans == [bead[:2] for bead in beads], (thai, "CSV")
    write_jsonl(mine, beads, texts)
    after = read_beads(align(thai, english, "--corrections", mine, "--format", "tsv")) if made else before
    missing = [bead for bead in beads if bead[2] == "-" and bead not in after]
    assert not missing, (thai, "of corrections alone", missing)
    untouched = [bead[:2] for bead in beads if bead[2] != "-"]
    return made, len(untouched), sum(bead in [one[:2] for one in after] for bead in untouched)


def main():
    if len(sys.argv) > 3:
        pairs = [(path, path.with_name("en.raw.txt")) for path in sorted(pathlib.Path(sys.argv[3]).rglob("th.raw.txt"))]
    else:
        pairs = [(SOURCE / "examples/press-release.th.txt", SOURCE / "examples/press-release.en.txt")]
    sums = [0, 0, 0]
    with tempfile.TemporaryDirectory() as folder:
        for seed, (thai, english) in enumerate(pairs):
            sums = [a + b for a, b in zip(sums, check(thai, english, pathlib.Path(folder), seed))]
    assert sums[0] > 0
    print(f"{len(pairs)} documents: {sums[0]} corrections came back; of {sums[1]} other beads all as they were, {sums[2]} of them "
          "where they were aligned again")


if __name__ == "__main__":
    main()
