#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Memory does not grow with the length of a stream of documents.  stream_memory.py THALIGN DOCUMENT_STREAM BYTES

Aligns a generated stream of that many bytes, looks ten times at how much memory the program has, evenly over the bytes it
has read, and fails if the last five looks are above the first five by more than a tenth."""
import os
import pathlib
import subprocess
import sys
import time

LOOKS = 10
SLACK = 4096  # KB that one document more in work may take

program, generator, size = sys.argv[1], sys.argv[2], int(sys.argv[3])


def field(process, file, name):
    text = pathlib.Path(f"/proc/{process.pid}/{file}").read_text()
    return int(next(line for line in text.splitlines() if line.startswith(name)).split()[1])


began = time.monotonic()
texts = subprocess.Popen([generator, str(size)], stdout=subprocess.PIPE)
process = subprocess.Popen([program, "align", "--jsonl", "--presegmented", "-j", "2"], stdin=texts.stdout,
                           stdout=subprocess.DEVNULL)
texts.stdout.close()
looks = []
while len(looks) < LOOKS and process.poll() is None and texts.poll() is None:
    if field(process, "io", "rchar:") >= (len(looks) + 0.5) / LOOKS * size:
        looks.append(field(process, "status", "VmRSS:"))
        print(f"{len(looks)} of {LOOKS} of {size} bytes: {looks[-1]} KB", flush=True)
    time.sleep(0.01)
assert texts.wait(timeout=600) == 0
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
assert process.returncode == 0, process.returncode
assert len(looks) == LOOKS, f"the stream was over after {len(looks)} looks"
print(f"peak {usage.ru_maxrss} KB; {time.monotonic() - began:.0f} s, {usage.ru_utime + usage.ru_stime:.0f} s of processor time")
early, late = max(looks[:LOOKS // 2]), max(looks[LOOKS // 2:])
assert late < 1.1 * early + SLACK, f"{early} KB in the first half, {late} KB in the second"
