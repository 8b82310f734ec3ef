#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What bash, zsh and fish offer after a command line.  completion.py SHELL THALIGN SOURCE_DIR

Returns 77 where the shell is not installed."""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

BASH = """
source {scripts}/thalign.bash
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_thalign thalign; printf '%s\\n' "${{COMPREPLY[@]}}"
"""

# Without a terminal zsh completes nothing: what its own helpers are given is printed instead.
ZSH = """
_describe() {{ print -rl -- "${{(@P)2}}" | sed 's/:.*//' }}
_files() {{ [[ $1 == -/ ]] && print -rl -- $words[CURRENT]*(/) || print -rl -- $words[CURRENT]* }}
_run() {{ source {scripts}/_thalign }}
words=({words}); CURRENT=$#words
_run
"""

FISH = """
source {scripts}/thalign.fish
complete -C {line} | string replace -r '\\t.*' ''
"""

# The words after the program, and what is offered among other things; what is not.
CASES = [
    (["al"], {"align"}, {"segment", "complete"}),
    ([""], {"align", "segment", "evaluate"}, {"complete"}),
    (["align", "--null"], {"--null-beads"}, {"--quiet"}),
    (["align", "--format", ""], {"tmx", "tsv", "jsonl"}, {"align", "a.txt"}),
    (["align", "--source-lang", "t"], {"th"}, {"en"}),
    (["align", "a"], {"a.txt"}, {"align"}),
    (["align", "--quiet", "a.txt", "b"], {"b c.txt"}, {"a.txt"}),
    (["evaluate", ""], {"folder"}, {"a.txt"}),
    (["config", ""], {"show"}, {"align"}),
]


def offered(shell, program, scripts, folder, words):
    env = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", HOME=str(folder))
    quoted = " ".join(shlex.quote(word) for word in ["thalign", *words])
    line = shlex.quote("thalign " + " ".join(words))
    script = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(scripts=scripts, words=quoted, line=line)
    options = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run([shell, *options, "-c", script], cwd=folder, env=env, text=True,
                          capture_output=True, timeout=60, check=False)
    assert done.returncode in (0, 1), f"{words}: {done.stderr}"
    assert not done.stderr, f"{words}: {done.stderr}"
    return {word.rstrip("/") for word in done.stdout.splitlines()}


def main():
    shell, program, source = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    if not shutil.which(shell):
        print(f"skipped: no {shell}")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file in ("a.txt", "b c.txt"):
            (folder / file).touch()
        (folder / "folder").mkdir()
        for words, wanted, unwanted in CASES:
            got = offered(shell, program, source / "cli/completion", folder, words)
            assert wanted <= got, f"{shell}: {words}: {wanted - got} missing of {got}"
            assert not unwanted & got, f"{shell}: {words}: {unwanted & got} should not be offered"
    print(f"{shell}: {len(CASES)} command lines")


main()
