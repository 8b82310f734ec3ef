#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""From each format that thalign convert reads into each that it writes: the texts stay.

  format_pairs.py THALIGN SOURCE_DIR
"""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

FORMATS = ["tmx", "tsv", "jsonl", "moses", "hunalign", "ladder", "vecalign", "bitextor", "csv"]
BY_NUMBERS = ["ladder", "vecalign"]  # of sentences, which lie beside
WITH_NUMBERS = ["tsv", "jsonl", *BY_NUMBERS]
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"


class Converter:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def thalign(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments), "-q"], cwd=self.folder, capture_output=True,
                              text=True, timeout=60)

    def input(self, name, form):
        if form == "moses":
            return [f"{name}.th", f"{name}.en", "--source-lang", "th", "--target-lang", "en"]
        sentences = ["--source-sentences", "units.th", "--target-sentences", "units.en"] if form in BY_NUMBERS else []
        return [name, "--from", form, *sentences]

    def convert(self, source, target):
        """`source`, `target`: name and format of a file."""
        return self.thalign("convert", *self.input(*source), "--to", target[1], "-o", target[0])

    def texts(self, name, form):
        """Pairs of source and target text, runs of white space as one space."""
        if form == "xliff":
            segments = xml.etree.ElementTree.parse(self.folder / name).iter(f"{XLIFF}segment")
            return [tuple(segment.findtext(f"{XLIFF}{side}") for side in ("source", "target")) for segment in segments]
        done = self.convert((name, form), ("texts.tsv", "tsv"))
        assert done.returncode == 0, done.stderr
        lines = (self.folder / "texts.tsv").read_text(encoding="utf-8").splitlines()
        return [tuple(line.split("\t")[9:11]) for line in lines if not line.startswith("#")]


def main():
    program, source = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        converter = Converter(program, pathlib.Path(name))
        library = source / "tests/data/library"
        for side in ("th", "en"):
            units = converter.thalign("segment", "--unit", library / f"{side}.txt", "-o", f"units.{side}",
                                      "--format", "text")
            assert units.returncode == 0, units.stderr
        converter.thalign("align", library / "th.txt", library / "en.txt", "-o", "first", "--format", "jsonl")
        texts = converter.texts("first", "jsonl")
        assert len(texts) > 2, texts
        for read in FORMATS:
            assert converter.convert(("first", "jsonl"), (read, read)).returncode == 0, read
            for written in [*FORMATS, "xliff"]:
                done = converter.convert((read, read), ("second", written))
                if written in BY_NUMBERS and read not in WITH_NUMBERS:
                    assert done.returncode == 3 and "has no unit numbers" in done.stderr, (read, written, done.stderr)
                    continue
                assert done.returncode == 0, (read, written, done.stderr)
                found = converter.texts("second", written)
                assert found == texts, (read, written, found, texts)
        print(f"{len(FORMATS)} formats read, {len(FORMATS) + 1} written")


if __name__ == "__main__":
    main()
