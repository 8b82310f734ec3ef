#!/usr/bin/env python3
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
        lint = run("mandoc", "-T", "lint", "-W", "warning", str(page)).stdout
        # A date would change the page with every build.
        lint = [line for line in lint.splitlines() if "missing date" not in line]
        assert not lint, f"{page.name}: {lint}"
    words = name.split("-")[1:]
    listed = options(run(str(program), *words, "--help").stdout.partition("Options:")[2])
    plain = text.replace("\\-", "-").replace("\\fR", "")
    missing = {option for option in listed if f"\\fB{option}" not in plain}
    assert not missing, f"{page.name}: {missing} missing"
    assert ".SH NAME" in text and ".SH SYNOPSIS" in text, page.name


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        done = run(str(program), "manual", "--folder", name)
        assert done.returncode == 0, done.stderr
        pages = sorted(pathlib.Path(name).glob("*.1"))
        assert {"thalign.1", "thalign-align.1", "thalign-config-show.1"} <= {page.name for page in pages}
        for page in pages:
            check(page, program)
    print(f"{len(pages)} pages")


main()
