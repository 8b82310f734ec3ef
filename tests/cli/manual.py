#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Manual pages: one for each command, sound roff, every option of the help.  manual.py THALIGN"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def options(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def check(page, program):
    name = page.stem
    text = page.read_text()
    if shutil.which("man"):
        warnings = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)).stderr
        assert not warnings, f"{page.name}: {warnings}"
    if shutil.which("mandoc"):
        lint = run("mandoc", "-T", "lint", "-W", "style", str(page)).stdout
        # Pages that this page names are not installed here.
        lint = [line for line in lint.splitlines() if "referenced manual not found" not in line]
        assert not lint, f"{page.name}: {lint}"
    words = name.split("-")[1:]
    listed = options(run(str(program), *words, "--help").stdout.partition("Usage:")[2].partition("Exit codes:")[0])
    plain = text.replace("\\-", "-").replace("\\fR", "")
    missing = {option for option in listed if f"\\fB{option}" not in plain}
    assert not missing, f"{page.name}: {missing} missing"
    for section in ("NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "FILES", "SEE ALSO"):
        assert f".SH {section}\n" in text, f"{page.name}: {section} missing"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    for checker in ("man", "mandoc"):
        if not shutil.which(checker):
            print(f"skipped: {checker} is not installed, so its opinion on the manual pages is missing")
    with tempfile.TemporaryDirectory() as name:
        done = run(str(program), "manual", "--folder", name)
        assert done.returncode == 0, done.stderr
        pages = sorted(pathlib.Path(name).glob("*.1"))
        assert {"thalign.1", "thalign-align.1", "thalign-config-show.1"} <= {page.name for page in pages}
        for page in pages:
            check(page, program)
    print(f"{len(pages)} pages")


main()
