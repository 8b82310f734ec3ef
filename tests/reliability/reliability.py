#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Outputs and memories stay whole when the system fails, the process is killed or a memory is damaged.

  reliability.py io|kill|malloc|damage THALIGN FAULTS RUNS

io:      one call of open, read, write, fsync, rename or link fails (faults.cc), or one thread does not
         start, each in its turn
kill:    SIGKILL before or after such a call, or at any time; every second one where files must have names
malloc:  one allocation fails; every second time all that follow fail, too
damage:  memories with changed bytes or tables are read and written to

At most RUNS runs, spread over commands and places; RUNS of a million is every place. After each run:
  1  the program was not ended by a signal (but the kill), and took less than a minute
  2  it did not return 1, an internal error, and said on standard error why it failed
  3  each output is what it was before, or what it should be; after 0 what it should be
  4  the files of a pair are both old or both new; after a kill one may be missing, with the old one kept
  5  a memory is sound, and holds what it held before or all that was to be added
  6  no temporary file is left; after a kill, the next run leaves none, and does what it should
  7  no input has changed
"""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from xml.parsers import expat

THAI = "ฝนตกหนักเมื่อคืนนี้ ชาวนาดีใจมาก\nน้ำในแม่น้ำสูงขึ้นสองเมตร สะพานเก่าถูกปิด\n"
ENGLISH = "Heavy rain fell last night. Farmers were glad.\nThe river rose by two metres. The old bridge was closed.\n"
CALLS = {"open": 13, "read": 5, "write": 28, "fsync": 5, "rename": 13, "link": 28,  # EACCES, EIO, ENOSPC
         "thread": 11}  # EAGAIN
SECONDS = 60


def tmx(units):
    body = "".join(f'<tu><tuv xml:lang="th"><seg>{thai}</seg></tuv><tuv xml:lang="en"><seg>{english}</seg>'
                   "</tuv></tu>\n" for thai, english in units)
    return f'<tmx version="1.4"><header srclang="th"/><body>\n{body}</body></tmx>\n'


class Command:
    """A command, the outputs it makes, and the memory it writes to."""

    def __init__(self, line, outputs=(), pair=False, memory=None):
        self.arguments = line.split()
        self.outputs = outputs
        self.pair = pair
        self.memory = memory


COMMANDS = [
    Command("align -q a.th a.en -o out.tmx", ["out.tmx"]),
    Command("align -q a.th a.en -o out.tsv --stats=out.json", ["out.tsv"]),
    Command("align -q a.th a.en --format moses -o out", ["out.th", "out.en"], pair=True),
    Command("align -q --batch list -j 3", ["one.tmx", "two.csv"]),
    Command("segment -q a.th -o out.txt", ["out.txt"]),
    Command("convert -q old.tmx -o out.xlf", ["out.xlf"]),
    Command("convert -q old.tmx --to moses -o out", ["out.th", "out.en"], pair=True),
    Command("lexicon apply terms.tsv --only -q -o out.thlx", ["out.thlx"]),
    Command("tm import -q new.tmx -m m.db", memory="m.db"),
    Command("tm build docs -q -m m.db -j 2", memory="m.db"),
    Command("tm export -q -m m.db -o out.tmx", ["out.tmx"]),
    Command("tm query ฝนตกหนัก -q -m m.db --format jsonl -o out.jsonl", ["out.jsonl"]),
    Command("tm dedupe -m m.db", memory="m.db"),
    Command("tm remove --lang en --regex glad -m m.db", memory="m.db"),
    Command("tm upgrade -m m.db.old", memory="m.db.old"),
]


class Place:
    """A folder to run a command in, made anew for each run."""

    def __init__(self, program, faults, root):
        self.program, self.faults = program, faults
        self.original, self.folder = root / "original", root / "work"
        self.original.mkdir()
        old = [("ฝนตกหนักเมื่อคืนนี้", "Heavy rain fell last night."), ("ชาวนาดีใจมาก", "Farmers were glad."),
               ("ชาวนาดีใจมาก", "Farmers were glad. "), ("สะพาน", "bridge")]
        files = {"a.th": THAI, "a.en": ENGLISH, "docs/a.th.txt": THAI, "docs/a.en.txt": ENGLISH,
                 "list": "a.th\ta.en\tone.tmx\na.th\ta.en\ttwo.csv\n", "terms.tsv": "ฝน\train\n",
                 "old.tmx": tmx(old), "new.tmx": tmx([(f"บ้านเลขที่ {n}", f"house {n}") for n in range(50)])}
        for name, text in files.items():
            (self.original / name).parent.mkdir(exist_ok=True)
            (self.original / name).write_text(text)
        subprocess.run([program, "tm", "import", "-q", "old.tmx", "-m", "m.db"], cwd=self.original, check=True,
                       stdout=subprocess.DEVNULL)
        shutil.copy(self.original / "m.db", self.original / "m.db.old")
        with sqlite3.connect(self.original / "m.db.old") as database:
            database.execute("PRAGMA user_version = 1")
            database.execute("UPDATE variant SET key = key + 1")
        database.close()
        for command in COMMANDS:
            for name in command.outputs:
                (self.original / name).write_text(f"old content of {name}\n")

    def renew(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.original, self.folder)

    def run(self, command, fault=None, counts=None, kill_after=None, names=False):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1700000000",
                       "HOME": str(self.folder)}
        if names:
            environment["THALIGN_NO_TMPFILE"] = "1"
        if fault or counts or names:
            environment["LD_PRELOAD"] = str(self.faults)
        if fault:
            environment["THALIGN_FAULT"] = fault
        if counts:
            environment["THALIGN_FAULT_COUNTS"] = str(counts)
        process = subprocess.Popen([self.program, *command.arguments], cwd=self.folder, env=environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            _, errors = process.communicate(timeout=kill_after or SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            _, errors = process.communicate()
            return (None if kill_after is None else -9), errors.decode(errors="replace")
        return process.returncode, errors.decode(errors="replace")

    def outputs(self, command):
        return {name: (self.folder / name).read_bytes() if (self.folder / name).exists() else None
                for name in command.outputs}

    def units(self, memory):
        """The texts in a memory, if it is sound; else what is wrong with it."""
        with sqlite3.connect(self.folder / memory) as database:
            sound = database.execute("PRAGMA integrity_check").fetchone()[0]
            if sound != "ok":
                return f"the memory is damaged: {sound}"
            database.execute("INSERT INTO trigram(trigram) VALUES('integrity-check')")
            version = database.execute("PRAGMA user_version").fetchone()
            rows = database.execute("SELECT tag, text, key FROM variant JOIN language ON language.id = language "
                                    "ORDER BY variant.id").fetchall()
            database.rollback()
        database.close()
        return [version, *rows]

    def left_behind(self):
        return sorted(path.name for path in self.folder.rglob(".thalign-*"))

    def inputs(self, command):
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*")
                if path.is_file() and path.name not in command.outputs and path.name != "out.json"
                and not path.name.startswith((".thalign-", "m.db"))}


class Check:
    """What holds after a run of a command, whatever failed."""

    def __init__(self, place, command):
        self.place, self.command = place, command
        place.renew()
        self.inputs = place.inputs(command)
        self.old = place.outputs(command)
        self.old_units = place.units(command.memory) if command.memory else None
        returned, errors = place.run(command)
        assert returned == 0, f"{command.arguments}: {errors}"
        self.new = place.outputs(command)
        self.new_units = place.units(command.memory) if command.memory else None

    def counts(self):
        self.place.renew()
        file = self.place.folder.parent / "counts"
        self.place.run(self.command, counts=file)
        return {name: int(count) for name, count in (line.split() for line in file.read_text().splitlines())}

    def faults(self, returned, errors, killed=False):
        place, command = self.place, self.command
        if returned is None:
            return ["took more than a minute"]
        found = []
        if returned < 0 and not (killed and returned == -9):
            found.append(f"ended by signal {-returned}")
        if returned == 1:
            found.append(f"an internal error: {errors}")
        if returned > 0 and not errors.startswith("thalign: "):
            found.append(f"returned {returned} without a message: {errors!r}")
        is_dead = returned < 0
        outputs = place.outputs(command)
        for name, content in outputs.items():
            if content != self.new[name] and (content != self.old[name] or returned == 0):
                if not (is_dead and command.pair and content is None):
                    found.append(f"returned {returned}, but {name} is neither old nor new" if returned
                                 else f"returned 0, but {name} is not what it should be")
        if command.pair:
            states = {name: ("new" if content == self.new[name] else "old" if content else "missing")
                      for name, content in outputs.items()}
            if {"old", "new"} <= set(states.values()):
                found.append(f"an old file beside a new one: {states}")
            if "missing" in states.values() and not place.left_behind():
                found.append(f"a file of the pair is lost: {states}")
        if command.memory:
            units = place.units(command.memory)
            if units != self.new_units and (units != self.old_units or returned == 0):
                found.append(f"returned {returned}, but the memory holds something else: {str(units)[:200]}")
        if not is_dead and place.left_behind():
            found.append(f"left {place.left_behind()}")
        if {k: v for k, v in place.inputs(command).items() if k in self.inputs} != self.inputs:
            found.append("an input has changed")
        return found

    def again(self, names):
        """What is wrong after the next run."""
        returned, errors = self.place.run(self.command, names=names)
        found = self.faults(returned, errors)
        return [f"the run after: {fault}" for fault in found]


def spread(places, most):
    """At most `most` of them, evenly."""
    step = max(1.0, len(places) / max(1, most))
    return [places[int(i * step)] for i in range(min(len(places), max(1, most)))]


def io_faults(check, dice, share):
    counts = check.counts()
    places = [f"{call}:{number}:{error}" for call, error in CALLS.items() for number in range(1, counts[call] + 1)]
    for fault in spread(places, share):
        check.place.renew()
        yield fault, check.faults(*check.place.run(check.command, fault))


def kills(check, dice, share):
    counts = check.counts()
    places = [f"{call}:{number}:{how}" for call in CALLS if call not in ("read", "thread") for number in range(1, counts[call] + 1)
              for how in ("kill", "kill-after")]
    at_calls = spread(places, max(1, share // 2))
    for number, fault in enumerate(at_calls):
        check.place.renew()
        names = number % 2 == 1
        returned, errors = check.place.run(check.command, fault, names=names)
        yield fault, check.faults(returned, errors, killed=True) + check.again(names)
    for number in range(share - len(at_calls)):
        check.place.renew()
        names = number % 2 == 1
        seconds = dice.uniform(0.0005, 0.05)
        returned, errors = check.place.run(check.command, kill_after=seconds, names=names)
        yield f"killed after {seconds:.4f} s", check.faults(returned, errors, killed=True) + check.again(names)


def allocations(check, dice, share):
    count = check.counts()["malloc"]
    for turn, number in enumerate(spread(range(1, count + 1), share)):
        fault = f"malloc:{number}:12" + ("-on" if turn % 2 else "")
        check.place.renew()
        returned, errors = check.place.run(check.command, fault)
        found = check.faults(returned, errors)
        if returned not in (0, 4, 5, None) and returned > 0:
            found.append(f"returned {returned}: {errors}")
        yield fault, found


SQL = [
    "UPDATE unit SET about = 'x' WHERE id = 1", "UPDATE variant SET text = CAST(x'ff61' AS TEXT)",
    "UPDATE variant SET about = '{\"notes\":[[[[[[[[1]]]]]]]]}'", "DELETE FROM language", "DELETE FROM document",
    "UPDATE variant SET first = 7, last = 3", "UPDATE unit SET confidence = 9e999", "DROP TABLE sample",
    "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM variant; END", "CREATE VIEW v AS SELECT 1",
    "UPDATE variant SET id = id + 9223372036854775000 WHERE id = (SELECT max(id) FROM variant)",
    "UPDATE unit SET id = 9223372036854775807 WHERE id = 2", "UPDATE sample SET counts = x'00'",
    "UPDATE variant SET language = 99", "DELETE FROM trigram_data WHERE id > 10",
    "UPDATE trigram_data SET block = randomblob(length(block))", "UPDATE variant SET text = CAST(zeroblob(1000) AS TEXT)",
    "UPDATE language SET tag = '/../../x' WHERE id = 1", "UPDATE unit SET created = 9223372036854775807",
    "UPDATE variant SET key = 0", "DELETE FROM variant WHERE id % 64 = 0",
]
USES = ["tm export -q -m m.db -o out.tmx", "tm query ฝนตกหนัก -q -m m.db --format jsonl -o out.jsonl",
        "tm search rain -q -m m.db --format text -o out.txt", "tm stats --check -m m.db", "tm dedupe -m m.db",
        "tm import -q new.tmx -m m.db", "tm remove --regex glad -m m.db", "tm export -q -m m.db --format moses "
        "--source-lang th --target-lang en -o out"]


def damage(place, dice, runs):
    """Memories with other bytes or tables: read, or refused with a message and left as they are."""
    for number in range(runs):
        place.renew()
        memory = place.folder / "m.db"
        if number % 3 == 0:
            kind = SQL[number // 3 % len(SQL)]
            with sqlite3.connect(memory) as database:
                database.execute(kind)
            database.close()
            for ending in ("-wal", "-shm"):
                pathlib.Path(f"{memory}{ending}").unlink(missing_ok=True)
        else:
            content = bytearray(memory.read_bytes())
            kind = f"{dice.choice((1, 4, 30, 400))} bytes"
            for _ in range(int(kind.split()[0])):
                begin = dice.randrange(100 if dice.random() < 0.9 else 0, len(content))
                content[begin] = dice.randrange(256)
            if dice.random() < 0.1:
                del content[dice.randrange(len(content)):]
                kind += ", cut"
            memory.write_bytes(content)
        before = memory.read_bytes()
        for line in USES:
            command = Command(line)
            returned, errors = place.run(command)
            found = []
            if returned is None:
                found.append("took more than a minute")
            elif returned < 0:
                found.append(f"ended by signal {-returned}")
            elif returned not in (0, 3, 4):
                found.append(f"returned {returned}: {errors}")
            elif returned != 0 and not errors.startswith("thalign: "):
                found.append(f"returned {returned} without a message")
            elif returned == 3 and memory.read_bytes() != before and "-wal" not in str(list(place.folder.iterdir())):
                found.append("was refused, and changed")
            if returned == 0 and (place.folder / "out.tmx").exists() and line.endswith("out.tmx"):
                try:
                    expat.ParserCreate().Parse((place.folder / "out.tmx").read_bytes(), True)
                except expat.ExpatError as error:
                    found.append(f"wrote broken XML: {error}")
            before = memory.read_bytes()
            yield f"{kind}: {line}", found


def runs_of(kind, place, dice, runs):
    """What was done and what is wrong with it, one by one."""
    if kind == "damage":
        yield from damage(place, dice, runs)
        return
    work = {"io": io_faults, "kill": kills, "malloc": allocations}[kind]
    for command in COMMANDS:
        for fault, found in work(Check(place, command), dice, -(-runs // len(COMMANDS))):
            yield f"{' '.join(command.arguments)}: {fault}", found


def main():
    kind, program, faults, runs = sys.argv[1:]
    what = {"io": "calls failed", "kill": "kills", "malloc": "allocations failed",
            "damage": f"uses of damaged memories, {len(USES)} of each"}[kind]
    done, bad, is_whole = 0, [], False
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as name:
        place = Place(pathlib.Path(program).resolve(), pathlib.Path(faults).resolve(), pathlib.Path(name).resolve())
        try:
            for run, found in runs_of(kind, place, random.Random(11), int(runs)):
                done += 1
                bad += [f"{run}: {fault}" for fault in found]
                if done % 200 == 0:
                    print(f"{done} {what}, {len(bad)} faults so far", file=sys.stderr)
            is_whole = True
        except KeyboardInterrupt:
            print("stopped before the end:")
    print(f"{done} {what}, {len(bad)} faults", *bad, sep="\n  ")
    sys.exit(1 if bad or not is_whole else 0)


if __name__ == "__main__":
    main()
