#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A text far longer than the other is aligned in linear time, with a doubt reported on one line; a text without a sentence
is refused.  lopsided.py THALIGN"""
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
THAI = "เจ้าหน้าที่ตรวจสอบเอกสารแล้วส่งให้หัวหน้าฝ่ายลงนามในวันถัดไป"
ENGLISH = "The clerk checks the papers and hands them to the head of the section the next day."
SIZE, TIMES = 25000, 4  # sentences or 40 bytes each; how much longer the second text is


def align(folder, *arguments):
    """Exit code, messages and processor time."""
    process = subprocess.Popen([PROGRAM, "align", *arguments, "-o", "out.tsv"], cwd=folder, stderr=subprocess.PIPE)
    messages = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, messages, usage.ru_utime + usage.ru_stime


def lines(sentence, count):
    return "".join(f"{sentence} {number}\n" for number in range(count))


def filled(text, count):
    """`text` again and again, 40 bytes for each of `count`."""
    return text * (40 * count // len(text.encode()))


# What the long text is like, made for a number of sentences; options.
SHAPES = {
    "sentences": (lines, ["--presegmented"]),
    "raw lines": (lines, []),
    "one line": (lambda sentence, count: filled(sentence + " ", count), []),
    "one sentence": (lambda sentence, count: filled(sentence.rstrip("."), count), []),
}

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for shape, (make, options) in SHAPES.items():
        for long, short in ((THAI, ENGLISH), (ENGLISH, THAI)):
            (folder / "short").write_text(short + "\n")
            seconds = []
            for count in (SIZE, TIMES * SIZE):
                (folder / "long").write_text(make(long, count))
                code, messages, taken = align(folder, *options, "--min-document-score", "0", "long", "short")
                assert code == 0, (shape, code, messages)
                assert messages.count("\n") == 1 and "look like translations" in messages, (shape, messages)
                seconds.append(taken)
            print(f"{shape}, {'Thai' if long is THAI else 'English'}: {seconds[0]:.2f} s, {TIMES} times as long {seconds[1]:.2f} s")
            assert seconds[1] < 1.6 * TIMES * seconds[0] + 0.3, (shape, seconds)
    for text, message in (("", "is empty"), (" \n\t\u00a0\n", "has nothing but white space")):
        (folder / "blank").write_text(text)
        for sides in (("blank", "short"), ("short", "blank")):
            code, messages, _ = align(folder, *sides)
            assert code == 3 and messages == f"thalign: blank: {message}; give a text to align\n", (code, messages)
    code, messages, _ = align(folder, "short", "short")
    assert code == 3 and messages.startswith("thalign: short, short: both texts are Thai; "), messages
