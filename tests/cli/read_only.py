#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A memory on a file system that can't be written to is read, and nothing else.

  read_only.py THALIGN

The file system is a small one in memory; where that may not be mounted, the test is skipped (77).
"""
import pathlib
import subprocess
import sys
import tempfile

PAIRS = "น้ำท่วมถนน\tThe road is flooded.\nฝนตกหนัก\tHeavy rain fell.\n"


def run(program, *arguments):
    return subprocess.run([program, "tm", *map(str, arguments)], capture_output=True, text=True, timeout=60)


def check(program, folder):
    memory = folder / "50%#?.memory"
    (folder / "pairs.tsv").write_text(PAIRS, encoding="utf-8")
    made = run(program, "import", folder / "pairs.tsv", "-m", memory)
    assert made.returncode == 0, made.stderr
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    found = run(program, "query", "Heavy rain fell.", "-m", memory)
    assert found.returncode == 0 and "ฝนตกหนัก" in found.stdout, found.stderr
    sound = run(program, "stats", "--check", "-m", memory)
    assert sound.returncode == 0 and "units        2" in sound.stdout, sound.stderr
    for change in (["import", folder / "pairs.tsv"], ["remove", "--all"]):
        refused = run(program, *change, "-m", memory)
        assert refused.returncode == 4 and "can't open" in refused.stderr, refused.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["50%#?.memory", "pairs.tsv"]


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        try:
            mount = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True)
        except FileNotFoundError:
            mount = None
        if mount is None or mount.returncode != 0:
            print("skipped: no file system may be mounted")
            sys.exit(77)
        try:
            check(program, pathlib.Path(folder))
        finally:
            subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    main()
