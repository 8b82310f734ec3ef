#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Texts in which nearly every bead is as likely as the next are aligned, or refused with advice, in 1 GB of memory; many
documents go on after one that is refused.  memory_limit.py THALIGN"""
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIMIT = 1 << 30  # bytes of address space
THAI, ENGLISH = "กขคงจชซดตถทนบปพมยรลวสหอ", "abcdefghijklmnop"
ADVICE = "too little in common to be aligned as a whole; split the documents at a chapter or page"
random.seed(7)


def word(letters, size):
    return "".join(random.choice(letters) for _ in range(size))


def words(count, between):
    return between.join(word(THAI, 5) for _ in range(count)), between.join(word(ENGLISH, 7) for _ in range(count))


def align(folder, *arguments, stdin=None):
    """Exit code, output, messages, and the peak of memory in MB."""
    done = subprocess.run([PROGRAM, "align", *arguments], cwd=folder, input=stdin, capture_output=True, timeout=300,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT)), check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


# Texts, options; whether they must be aligned (others may be refused).
SHAPES = {
    "letters with spaces between": (" ".join("เชียงใหม่นคร" * 50), ". ".join("LAMPANG" * 50), [], True),
    "a word a line, 1,000": (*words(1000, "\n"), [], True),
    "a word a line, 16,000": (*words(16000, "\n"), [], True),
    "one word 400 times": ("ข้าว " * 400, "rice. " * 400, [], True),
    "one name 20,000 times": ("นางสาวมาลี มีสุข " * 20000, "Malee Meesuk, " * 20000, [], True),
    "one line of words": (*words(20000, " "), [], True),
    "lines against many more": (words(140, "\n")[0], words(200000, "\n")[1], ["--presegmented"], False),
}

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    languages = ["--source-lang", "th", "--target-lang", "en"]
    for shape, (thai, english, options, must) in SHAPES.items():
        (folder / "th.txt").write_text(thai)
        (folder / "en.txt").write_text(english)
        code, _, message = align(folder, "-q", "--min-document-score", "0", *languages, *options, "th.txt", "en.txt", "-o", "out.tsv")
        print(f"{shape}: exit {code} {message}")
        if must or code == 0:
            assert code == 0 and message == "", (shape, code, message)
            rows = (folder / "out.tsv").read_text().splitlines()
            assert len(rows) > 2, shape
        else:
            assert code == 3 and message.startswith("thalign: th.txt, en.txt: ") and ADVICE in message, (shape, message)
            assert message.count("\n") == 1, message
    refused = [shape for shape, (*_, must) in SHAPES.items() if not must]
    assert refused == ["lines against many more"]

    # One that is refused among others: a batch, and a stream.
    (folder / "th.small").write_text("แมวกินปลา\n")
    (folder / "en.small").write_text("The cat eats fish.\n")
    (folder / "list").write_text("th.txt\ten.txt\tbig.tsv\nth.small\ten.small\tsmall.tsv\n")
    code, _, message = align(folder, "-q", *languages, "--presegmented", "--batch", "list")
    assert code == 5 and ADVICE in message, (code, message)
    assert (folder / "small.tsv").exists() and not (folder / "big.tsv").exists()
    documents = [{"source": thai, "target": english, "id": "big"},
                 {"source": "แมวกินปลา", "target": "The cat eats fish.", "id": "small"}]
    lines = "".join(json.dumps(document) + "\n" for document in documents).encode()
    code, output, message = align(folder, "-q", *languages, "--presegmented", "--jsonl", stdin=lines)
    assert code == 5 and ADVICE in output + message, (code, message)
    assert '"small"' in output, output
