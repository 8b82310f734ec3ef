#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Memory does not grow with a file of units.  format_memory.py THALIGN po|xliff|xliff12|csv|tmx BYTES

Generates a file of about that many bytes, converts it to JSON lines and prints size, time and peak memory of
the program; fails if that is above 96 MB. Not part of the test run: 500 MB take a minute each."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

LIMIT = 96 * 1024  # KB
SIDES = ("ห้องสมุดหมายเลข {n} เปิดให้บริการทุกวันจันทร์ถึงวันเสาร์", "Library number {n} is open from Monday to Saturday.")
FORMATS = {  # beginning, a unit, end, extension
    "po": ('msgid ""\nmsgstr "Language: th\\n"\n\n', '#: page.c:{n}\nmsgid "{en}"\nmsgstr "{th}"\n\n', "", ".po"),
    "csv": ("id,th,en\n", '{n},{th},"{en}"\n', "", ".csv"),
    "xliff": ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="th" trgLang="en"><file id="f">\n',
              '<unit id="{n}"><segment><source>{th}</source><target>{en}</target></segment></unit>\n',
              "</file></xliff>\n", ".xlf"),
    "xliff12": ('<xliff version="1.2"><file original="a" source-language="th" target-language="en" datatype="x"><body>\n',
                '<trans-unit id="{n}"><source>{th}</source><target>{en}</target></trans-unit>\n',
                "</body></file></xliff>\n", ".xlf"),
    "tmx": ('<tmx version="1.4"><header srclang="th"/><body>\n',
            '<tu><tuv xml:lang="th"><seg>{th}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>\n',
            "</body></tmx>\n", ".tmx"),
}

if len(sys.argv) != 4 or sys.argv[2] not in FORMATS:
    sys.exit(__doc__)
program, name, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
begin, unit, end, extension = FORMATS[name]
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "units" + extension)
    written = number = 0
    with open(path, "w", encoding="utf-8") as out:
        out.write(begin)
        while written < size:
            number += 1
            th, en = (side.format(n=number) for side in SIDES)
            text = unit.format(n=number, th=th, en=en)
            out.write(text)
            written += len(text.encode())
        out.write(end)
    began = time.monotonic()
    process = subprocess.Popen([program, "convert", "-q", path, "--to", "jsonl"], stdout=subprocess.PIPE)
    lines = sum(piece.count(b"\n") for piece in iter(lambda: process.stdout.read(1 << 20), b""))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    assert lines == number, f"{lines} units of {number}"
    print(f"{name}: {path.stat().st_size} bytes, {number} units, peak {usage.ru_maxrss} KB, "
          f"{time.monotonic() - began:.0f} s, {usage.ru_utime + usage.ru_stime:.0f} s of processor time")
    assert usage.ru_maxrss < LIMIT, f"more than {LIMIT} KB"
