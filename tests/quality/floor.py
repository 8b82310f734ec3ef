#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails where alignments of documents aligned by hand are worse than a floor of floors.tsv.

  floor.py THALIGN SHARED_DIR SET
  floor.py --self THALIGN          shows that a floor too high, and a set without a floor, fail

Prints the strict and softm F1 of `thalign evaluate` and how far they are from the floor. The set `own` lies
beside this file; the others lie in SHARED_DIR, or where the environment variable THALIGN_SHARED says. Returns 77
(skipped) if the set is absent.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MEASURES = ("strict", "softm")


def read_floors():
    """(set, split, {measure: floor}) of each line."""
    rows = [line.split("\t") for line in (HERE / "floors.tsv").read_text().splitlines()
            if line and not line.startswith("#")]
    return {row[0]: (row[1], dict(zip(MEASURES, map(float, row[2:4])))) for row in rows}


def figures(program, folder, split):
    report = subprocess.run([program, "evaluate", "--split", split, folder], check=True,
                            capture_output=True, text=True).stdout
    return {name: float(re.search(rf"^{name} .* F1 ([0-9.]+)", report, re.MULTILINE)[1])
            for name in MEASURES}


def check(found, floors, name):
    """Prints the figures; returns whether each is at least its floor."""
    for measure, floor in floors.items():
        change = found[measure] - floor
        verdict = "ok" if change >= 0 else "BELOW THE FLOOR"
        print(f"{name:14s} {measure:7s} {found[measure]:.4f}  floor {floor:.4f}  {change:+.4f}  {verdict}")
    return all(found[measure] >= floor for measure, floor in floors.items())


def self_test(program):
    split, floors = read_floors()["own"]
    found = figures(program, HERE / "gold", split)
    assert check(found, floors, "own"), "the floor itself"
    for measure in MEASURES:
        worse = dict(floors, **{measure: found[measure] + 0.0001})
        assert not check(found, worse, "too high"), f"a floor of {measure} above the figure passes"


def main():
    if sys.argv[1] == "--self":
        return self_test(sys.argv[2])
    program, shared, name = sys.argv[1:]
    if name not in read_floors():
        sys.exit(f"{name}: has no floor; add a line to {HERE / 'floors.tsv'}")
    split, floors = read_floors()[name]
    folder = pathlib.Path(os.environ.get("THALIGN_SHARED", shared)) / "data/gold" / name
    if name == "own":
        folder = HERE / "gold"
    if not folder.is_dir():
        print(f"skipped: {folder} is absent")
        sys.exit(77)
    if not check(figures(program, folder, split), floors, name):
        sys.exit("Alignments are worse than they were. Find the beads with `thalign evaluate --per-document` and "
                 "`thalign align --explain`; lower a floor only for a gain elsewhere, and say so in the commit.")


main()
