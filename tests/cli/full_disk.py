#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A full disk, or a limit of file sizes, ends an import with a message and leaves the memory as it was.

  full_disk.py THALIGN

The full disk is a small file system in memory; where that may not be mounted, only the limit is tried.
"""
import contextlib
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOM = 6 << 20


def write_tmx(path, first, units):
    with open(path, "w", encoding="utf-8") as out:
        out.write('<tmx version="1.4"><header srclang="th"/><body>\n')
        for number in range(first, first + units):
            out.write(f'<tu><tuv xml:lang="th"><seg>น้ำท่วมถนนสายที่ {number} ของวันนี้</seg></tuv><tuv xml:lang="en">'
                      f'<seg>Road {number} is flooded {number * 7919 % 1000003} today</seg></tuv></tu>\n')
        out.write("</body></tmx>\n")


def limit_sizes():
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def run(program, *arguments, limit=None):
    return subprocess.run([program, "tm", *map(str, arguments)], capture_output=True, text=True,
                          preexec_fn=limit, timeout=300)


def check(program, inputs, folder, limit, message):
    memory = folder / "test.memory"
    small = run(program, "import", inputs / "small.tmx", "-m", memory)
    assert small.returncode == 0, small.stderr
    before = run(program, "export", "-m", memory).stdout.split("<body>")[1]
    for _ in range(2):
        large = run(program, "import", inputs / "large.tmx", "-m", memory, limit=limit)
        assert large.returncode == 4, f"{large.returncode}: {large.stderr}"
        assert message in large.stderr and large.stderr.count("\n") == 1, large.stderr
        after = run(program, "export", "-m", memory)
        assert after.stdout.split("<body>")[1] == before, "the memory changed"
        sound = run(program, "stats", "--check", "-m", memory)
        assert sound.returncode == 0, sound.stderr
    again = run(program, "import", inputs / "more.tmx", "-m", memory)
    assert again.returncode == 0 and "10 stored" in again.stdout, again.stderr


@contextlib.contextmanager
def small_file_system(folder):
    """Whether `folder` is one now."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    try:
        is_mounted = subprocess.run(mount, capture_output=True).returncode == 0
    except FileNotFoundError:
        is_mounted = False
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(folder)], check=True)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        inputs = pathlib.Path(name)
        write_tmx(inputs / "small.tmx", 0, 500)
        write_tmx(inputs / "more.tmx", 1000, 10)
        write_tmx(inputs / "large.tmx", 2000, 20000)
        for folder in ("limited", "full"):
            (inputs / folder).mkdir()
        check(program, inputs, inputs / "limited", limit_sizes, "can't read or write")
        with small_file_system(inputs / "full") as is_mounted:
            if is_mounted:
                check(program, inputs, inputs / "full", None, "is full")
    print("limit of sizes" + (", full file system" if is_mounted else "; no file system could be mounted"))


if __name__ == "__main__":
    main()
