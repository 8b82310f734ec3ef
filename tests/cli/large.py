#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""100 MB on one line end in time: aligned with a short text, with a result and one line that doubts that
the two are translations, or without a result and one line that says why not; or cut into sentences.

  large.py THALIGN align|segment spaces|no-spaces|english
"""
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

SIZE = 100 * 1000 * 1000
SECONDS = 300
THAI = "เจ้าหน้าที่ตรวจสอบเอกสารแล้วส่งให้หัวหน้าฝ่ายลงนามในวันถัดไป"
ENGLISH = "The clerk checks the papers and hands them to the head of the section the next day."
LINES = {"spaces": THAI + " ", "no-spaces": THAI, "english": ENGLISH + " "}

program, command, kind = pathlib.Path(sys.argv[1]).resolve(), *sys.argv[2:]
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    line = LINES[kind]
    (folder / "large.txt").write_text(line * (SIZE // len(line.encode()) + 1))
    (folder / "short.txt").write_text((THAI if kind == "english" else ENGLISH) + "\n")
    began = time.monotonic()
    inputs = ["large.txt", "short.txt"] if command == "align" else ["large.txt"]
    done = subprocess.run([program, command, *inputs, "-o", "out.tsv"], cwd=folder,
                          capture_output=True, timeout=SECONDS)
    seconds = time.monotonic() - began
    left = sorted(path.name for path in folder.iterdir())
    size = (folder / "out.tsv").stat().st_size if done.returncode == 0 else 0
message = done.stderr.decode()
memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(f"{kind}: exit {done.returncode}, {seconds:.0f} s, {memory} MB, {size} bytes written, said: {message}")
if done.returncode == 0 or command == "segment":
    assert left == ["large.txt", "out.tsv", "short.txt"], left
    if command == "align":
        assert "large.txt, short.txt: don't look like translations of each other" in message, message
    assert message.count("\n") == (1 if command == "align" else 0), message
    assert size > SIZE, size
else:
    assert done.returncode == 3, done.returncode
    assert left == ["large.txt", "short.txt"], left
    assert message.startswith("thalign: ") and message.count("\n") == 1, message
