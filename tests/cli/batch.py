#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Many pairs in one run: the same bytes for any number of threads, failures skipped, resumed work, interruption.
batch.py THALIGN SOURCE_DIR

batch.py THALIGN SOURCE_DIR locales: the same bytes in any locale; skipped (77) where locales can't be made."""
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIBRARY = pathlib.Path(sys.argv[2]).resolve() / "tests/data/library"
THAI, ENGLISH = ((LIBRARY / name).read_text() for name in ("th.txt", "en.txt"))
PAIRS = 20
OLD_PROCESSOR = "-AVX,-AVX2,-AVX2_Usable,-AVX512F,-FMA,-FMA_Usable,-FMA4"
LOCALES = ""  # folder of the locales made for this test


def texts(number):
    """A pair of its own for each number: lines of the library, turned round and repeated."""
    thai, english = THAI.splitlines(), ENGLISH.splitlines()
    turn = number % len(thai)
    times = 1 + number % 7
    return ("\n".join(thai[turn:] + thai[:turn]) + "\n") * times, \
           ("\n".join(english[turn:] + english[:turn]) + "\n") * times


def run(folder, *arguments, locale="C", stdin=None, tunables=""):
    env = {"PATH": os.environ["PATH"], "LC_ALL": locale, "LOCPATH": LOCALES, "HOME": str(folder), "SOURCE_DATE_EPOCH": "0",
           "GLIBC_TUNABLES": tunables}
    return subprocess.run([PROGRAM, "align", *arguments], cwd=folder, env=env, input=stdin,
                          capture_output=True, timeout=300, check=False)


def make_locales(folder):
    """Makes the locales that outputs must not depend on, installed or not, or skips the test."""
    for name in ("th_TH", "de_DE"):
        try:
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")],
                           capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"skipped: the locale {name}.UTF-8 can't be made (package locales): {error}")
            sys.exit(77)
    env = {"PATH": os.environ["PATH"], "LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8"}
    point = subprocess.run(["locale", "decimal_point"], env=env, capture_output=True, check=True).stdout
    assert point == b",\n", point
    return str(folder)


def make_list(folder, extension):
    lines = []
    for number in range(PAIRS):
        thai, english = texts(number)
        (folder / f"{number}.th.txt").write_text(thai)
        (folder / f"{number}.en.txt").write_text(english)
        lines.append(f"{number}.th.txt\t{number}.en.txt\tout/{number}{extension}\n")
    (folder / "out").mkdir(exist_ok=True)
    (folder / "list.tsv").write_text("# pairs\n\n" + "".join(lines))


def digest(folder):
    result = hashlib.sha256()
    for path in sorted((folder / "out").iterdir()):
        result.update(path.name.encode() + path.read_bytes())
    return result.hexdigest()


def clean(folder):
    for path in (folder / "out").iterdir():
        path.unlink()


def outputs(folder, extension, **options):
    make_list(folder, extension)
    clean(folder)
    done = run(folder, "--batch", "list.tsv", "-j", options.pop("jobs"), **options)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    assert len(list((folder / "out").iterdir())) == PAIRS
    return digest(folder)


def threads(folder):
    for extension in (".tmx", ".tsv"):
        found = {outputs(folder, extension, jobs=jobs) for jobs in ("1", "2", "8")}
        # As on an old processor: the C library then takes other code for logarithms and exponentials.
        found.add(outputs(folder, extension, jobs="2", tunables="glibc.cpu.hwcaps=" + OLD_PROCESSOR))
        assert len(found) == 1, extension


def locales(folder):
    for extension in (".tmx", ".tsv", ".csv", ".ladder"):
        found = {outputs(folder, extension, jobs="2", locale=locale) for locale in ("C", "th_TH.UTF-8", "de_DE.UTF-8")}
        assert len(found) == 1, extension
    stdin = "".join(stream_lines(PAIRS)).encode()
    found = {run(folder, "--jsonl", "--stats=" + name, locale=locale, stdin=stdin).stdout
             for name, locale in (("c.json", "C"), ("th.json", "th_TH.UTF-8"), ("de.json", "de_DE.UTF-8"))}
    assert len(found) == 1
    for name in ("c.json", "th.json", "de.json"):
        json.loads((folder / name).read_text())


def one_for_all(folder):
    make_list(folder, "")
    two = "".join(line.rpartition("\t")[0] + "\n" for line in (folder / "list.tsv").read_text().splitlines()
                  if line and line[0] != "#")
    (folder / "two.tsv").write_text(two)
    for name in ("all.tmx", "all.jsonl"):
        found = set()
        for jobs in ("1", "2", "8"):
            done = run(folder, "--batch", "two.tsv", "-o", name, "-j", jobs)
            assert (done.returncode, done.stderr) == (0, b""), done.stderr
            found.add((folder / name).read_bytes())
        assert len(found) == 1, name
        assert all(f"{number}.th.txt" in found.copy().pop().decode() for number in range(PAIRS))


def failures(folder):
    make_list(folder, ".tsv")
    (folder / "7.th.txt").unlink()
    (folder / "9.en.txt").write_text("")
    for jobs in ("1", "8"):
        clean(folder)
        done = run(folder, "--batch", "list.tsv", "-j", jobs)
        assert done.returncode == 5, done.returncode
        lines = done.stderr.decode().splitlines()
        assert len(lines) == 3, lines
        assert lines[0].startswith("thalign: list.tsv:10: 7.th.txt: can't open: "), lines
        assert lines[1] == "thalign: list.tsv:12: 9.en.txt: is empty; give a text to align", lines
        assert lines[2] == ("thalign: 2 of 20 pairs failed; see above, correct and run again with "
                            "--resume"), lines
        assert len(list((folder / "out").iterdir())) == PAIRS - 2


def done_by(folder, *arguments):
    done = run(folder, "--batch", "list.tsv", "--resume", "--stats=stats.json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads((folder / "stats.json").read_text())["documents"]


def resuming(folder, extension):
    make_list(folder, extension)
    assert done_by(folder) == PAIRS
    assert done_by(folder) == 0
    (folder / f"out/3{extension}").unlink()
    assert done_by(folder) == 1
    later = time.time() + 60
    os.utime(folder / "5.en.txt", (later, later))
    assert done_by(folder) == 1
    os.utime(folder / "5.en.txt", (1, 1))
    (folder / f"out/8{extension}").write_bytes(b"")
    assert done_by(folder) == 1
    assert done_by(folder, "-j", "2", "--quiet") == 0, "options without effect count"
    assert done_by(folder, "--null-beads") == PAIRS, "another signature does not count"
    assert done_by(folder, "--null-beads") == 0


def interruption(folder):
    make_list(folder, ".tsv")
    # Outputs take their places together, of 64 pairs or of what a second brings.
    (folder / "list.tsv").write_text((folder / "list.tsv").read_text() + "".join(
        f"{number % PAIRS}.th.txt\t{number % PAIRS}.en.txt\tout/more{number}.tsv\n" for number in range(400)))
    big = "".join(texts(number)[0] for number in range(PAIRS)) * 8
    (folder / "0.th.txt").write_text(big)
    (folder / "0.en.txt").write_text("".join(texts(number)[1] for number in range(PAIRS)) * 8)
    for number in (signal.SIGINT, signal.SIGTERM):
        clean(folder)
        # A shell in between, since it reports how the program ended as users see it.
        process = subprocess.Popen(["bash", "-c", f"'{PROGRAM}' align --batch list.tsv -j 2; exit $?"],
                                   cwd=folder, stderr=subprocess.PIPE, start_new_session=True)
        for _ in range(3000):
            if list((folder / "out").iterdir()):
                break
            time.sleep(0.01)
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        os.kill(int(children[0]), number)
        _, errors = process.communicate(timeout=60)
        assert process.returncode in (128 + number, -number), process.returncode
        assert b"thalign:" not in errors, errors
        left = [path.name for path in (folder / "out").iterdir() if path.name.startswith(".")]
        assert not left, left


def stream_lines(count):
    for number in range(count):
        thai, english = texts(number)
        yield json.dumps({"id": f"n{number}", "source": thai, "target": english}, ensure_ascii=False) + "\n"


def streams(folder):
    stdin = "".join(stream_lines(PAIRS)).encode()
    found = {run(folder, "--jsonl", "-j", jobs, stdin=stdin).stdout for jobs in ("1", "2", "8")}
    assert len(found) == 1
    names = [json.loads(line)["source_document"] for line in found.pop().splitlines()]
    order = list(dict.fromkeys(names))
    assert order == [f"n{number}" for number in range(PAIRS)], order
    broken = stdin.splitlines(keepends=True)
    broken[4] = b'{"source": 5}\n'
    done = run(folder, "--jsonl", "-j", "2", stdin=b"".join(broken))
    assert done.returncode == 5 and done.stderr.count(b"\n") == 2, done.stderr
    assert done.stderr.startswith(b"thalign: standard input:5: "), done.stderr


def answers_at_once(folder):
    """Beads of a document are out before the next one comes."""
    process = subprocess.Popen([PROGRAM, "align", "--jsonl"], cwd=folder, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, env={"HOME": str(folder)})
    for line in stream_lines(3):
        process.stdin.write(line.encode())
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"bead":0,')
        os.set_blocking(process.stdout.fileno(), False)
        time.sleep(0.3)
        process.stdout.read()
        os.set_blocking(process.stdout.fileno(), True)
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def check(test, *arguments):
    with tempfile.TemporaryDirectory() as name:
        test(pathlib.Path(name), *arguments)


def check_all():
    check(threads)
    check(one_for_all)
    check(failures)
    for kind in (".tmx", ".tsv", ".jsonl"):
        check(resuming, kind)
    check(interruption)
    check(streams)
    check(answers_at_once)
    print("done")


if __name__ == "__main__":
    if sys.argv[3:] == ["locales"]:
        with tempfile.TemporaryDirectory() as made:
            LOCALES = make_locales(pathlib.Path(made))
            check(locales)
    else:
        check_all()
