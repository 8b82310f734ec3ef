#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How often right pairs of documents are refused and wrong ones are not, by the document score.

  wrong_pairs.py THALIGN DATA [-j N]

DATA has pairs/COLLECTION/NAME.th.txt, NAME.en.txt, and gold/ and gold-train/ with documents aligned by hand
(th.raw.txt, en.raw.txt, th.txt, en.txt, gold.tsv). Right pairs are documents and runs of consecutive beads; each Thai
text with the English one of the next of its group is a wrong pair. Prints for each group how many pairs score below
each of the limits. Takes half an hour; no test.
"""
import json
import os
import pathlib
import random
import subprocess
import sys

LIMITS = (0.05, 0.1, 0.2, 0.3, 0.5)
RUNS = (1, 2, 3, 4, 5, 6, 8, 10)
MOST_OF_COLLECTION = 60
MOST_OF_SET = 40
MOST_BYTES = 60_000


def beads(folder):
    """The beads aligned by hand, None for null and optional ones."""
    thai, english = ((folder / name).read_text().splitlines() for name in ("th.txt", "en.txt"))
    result = []
    for line in (folder / "gold.tsv").read_text().splitlines():
        columns = line.split("\t")
        if line.startswith(("#", "th_")):
            continue
        if "-" in columns[:4] or columns[-1].startswith("opt"):
            result.append(None)
            continue
        first, last, begin, end = map(int, columns[:4])
        result.append((" ".join(thai[first:last + 1]), " ".join(english[begin:end + 1])))
    return result


def thinned(items, most):
    return items[::max(1, len(items) // most)]


def groups(data):
    """Name -> pairs of a document's name and its two texts."""
    chance = random.Random(5)
    result = {}
    for folder in sorted(path for path in (data / "pairs").iterdir() if path.is_dir()):
        files = sorted(path for path in folder.rglob("*.th.txt")
                       if path.with_name(path.name[:-7] + ".en.txt").exists())
        pairs = [(path.name, path.read_text(), path.with_name(path.name[:-7] + ".en.txt").read_text()) for path in files]
        if folder.name == "thaigov":
            result["documents of thaigov"] = pairs
        else:
            pairs = [pair for pair in pairs if max(len(text.encode()) for text in pair[1:]) < MOST_BYTES]
            result.setdefault("documents of other collections", []).extend(thinned(pairs, MOST_OF_COLLECTION))
    for kind in ("gold", "gold-train"):
        for folder in sorted(path for path in (data / kind).iterdir() if path.is_dir() and path.name != "index"):
            documents = thinned(sorted(path.parent for path in folder.glob("*/gold.tsv")), MOST_OF_SET)
            result.setdefault(f"documents of {kind}", []).extend(
                (path.name, (path / "th.raw.txt").read_text(), (path / "en.raw.txt").read_text()) for path in documents)
            for path in documents:
                found = beads(path)
                for length in RUNS:
                    starts = [i for i in range(len(found) - length + 1) if all(found[i:i + length])]
                    for start in chance.sample(starts, min(2, len(starts))):
                        run = found[start:start + length]
                        result.setdefault(f"runs of {length:2} beads", []).append(
                            (path.name, *("\n".join(bead[side] for bead in run) for side in (0, 1))))
    return result


def scores(program, jobs, pairs):
    lines = "".join(json.dumps({"id": str(number), "source": thai, "target": english, "source_language": "th"}) + "\n"
                    for number, (thai, english) in enumerate(pairs))
    done = subprocess.run([program, "align", "--jsonl", "-q", "-j", jobs, "--min-document-score", "0", "--wrapped", "no"],
                          input=lines.encode(), stdout=subprocess.PIPE, check=False)
    found = {}
    for line in done.stdout.decode().splitlines():
        unit = json.loads(line)
        found.setdefault(unit["source_document"], float(dict(unit["properties"])["x-document-score"]))
    return list(found.values())


def row(name, kind, values):
    below = "".join(f"{sum(value < limit for value in values):8}" for limit in LIMITS)
    print(f"{name:32} {kind:6} {len(values):6}{below}", flush=True)


def main():
    program, data = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    jobs = sys.argv[sys.argv.index("-j") + 1] if "-j" in sys.argv else "1"
    print(f"{'group':32} {'pairs':6} {'number':>6}" + "".join(f"{'< ' + str(limit):>8}" for limit in LIMITS))
    for name, pairs in groups(data).items():
        row(name, "right", scores(program, jobs, [pair[1:] for pair in pairs]))
        wrong = [(pair[1], other[2]) for pair, other in zip(pairs, pairs[1:] + pairs[:1]) if pair[0] != other[0]]
        row(name, "wrong", scores(program, jobs, wrong))


main()
