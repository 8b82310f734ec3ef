#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A program killed by a signal leaves the old output and no temporary file; one that takes long says so.  signals.py THALIGN"""
import contextlib
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time


def wait_for_temporary(folder, process):
    descriptors = pathlib.Path(f"/proc/{process.pid}/fd")
    for _ in range(1000):
        if any(path.name.startswith(".thalign-") for path in folder.iterdir()):
            return
        with contextlib.suppress(OSError):  # it may be closed meanwhile
            if any(os.readlink(path).startswith(f"{folder}/#") for path in descriptors.iterdir()):
                return  # a file without a name
        if process.poll() is not None:
            break
        time.sleep(0.01)
    sys.exit(f"no temporary file beside the output; the program returned {process.returncode}")


def check(program, number):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        (folder / "en.txt").write_text("One sentence.\n")
        (folder / "out.tmx").write_text("old\n")
        # Standard input stays open and empty: the program waits for its text.
        process = subprocess.Popen([program, "align", "-", "en.txt", "-o", "out.tmx"], cwd=folder,
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        wait_for_temporary(folder, process)
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        left = sorted(path.name for path in folder.iterdir())
        assert process.returncode == -number, f"{number}: returned {process.returncode}"
        assert errors == b"", f"{number}: printed {errors}"
        assert left == ["en.txt", "out.tmx"], f"{number}: left {left}"
        assert (folder / "out.tmx").read_text() == "old\n", f"{number}: changed the output"


def check_waiting(program):
    """A pair that takes long says so on a terminal, and the line is gone in the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "en.txt").write_text("One sentence.\n")
        ours, theirs = pty.openpty()
        process = subprocess.Popen([program, "align", "-", "en.txt", "-o", "out.tsv"], cwd=folder,
                                   stdin=subprocess.PIPE, stderr=theirs)
        os.close(theirs)
        shown = os.read(ours, 1000)  # the program waits for its text until this is there
        process.communicate("ประโยคเดียว\n".encode(), timeout=60)
        assert process.returncode == 0
        assert shown.startswith(b"\raligning standard input and en.txt, 0:0"), shown
        try:
            while part := os.read(ours, 1000):
                shown += part
        except OSError:  # what Linux says where others end
            pass
        os.close(ours)
        assert b"\r\x1b[K" in shown, shown


for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL):
    check(pathlib.Path(sys.argv[1]).resolve(), number)
check_waiting(pathlib.Path(sys.argv[1]).resolve())
print("5 signals")
