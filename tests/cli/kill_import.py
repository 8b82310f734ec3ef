#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two writers import into one memory and are killed (SIGKILL) at random times, again and again.

  kill_import.py THALIGN KILLS

After each round: every unit whose batch was acknowledged is there, no batch is there in part, the
file is sound. Writers go on where they were; when both are done a new memory begins.
"""
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

BATCH = 50
UNITS = 1500
SEED = 9
WORDS = "ฝน ตก หนัก น้ำ ท่วม ถนน rain flood road heavy south river bridge school".split()
WRITERS = ("a", "b")


def write_tmx(path, writer, memory, dice):
    with open(path, "w", encoding="utf-8") as out:
        out.write('<tmx version="1.4"><header srclang="th"/><body>\n')
        for number in range(UNITS):
            words = " ".join(dice.choices(WORDS, k=8))
            out.write(f'<tu><tuv xml:lang="th"><seg>{writer} {memory} {number} {words}</seg></tuv>'
                      f'<tuv xml:lang="en"><seg>unit {number} of {writer}: {words}</seg></tuv></tu>\n')
        out.write("</body></tmx>\n")


def start(program, folder, writer):
    return subprocess.Popen([program, "tm", "import", f"{writer}.tmx", "-m", "test.memory", "-q", "--progress",
                             "--batch", str(BATCH)], cwd=folder, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def stop(process, killed):
    """The units the writer acknowledged; whether it was done before the kill."""
    output, errors = process.communicate(timeout=300)
    text = output.decode()
    assert process.returncode in ((0, -9) if killed else (0,)), f"{process.returncode}: {errors.decode()}"
    safe = [int(n) for n in re.findall(r": (\d+) units are safe\n", text)]
    return max(safe, default=0), process.returncode == 0


def check(folder, acknowledged):
    """What is in the memory: for each writer a whole number of batches, none acknowledged missing."""
    database = sqlite3.connect(folder / "test.memory")
    try:
        sound = database.execute("PRAGMA integrity_check").fetchone()[0]
        assert sound == "ok", sound
        database.execute("INSERT INTO trigram(trigram) VALUES('integrity-check')")
        database.rollback()
        lost, = database.execute("SELECT count(*) FROM unit WHERE (SELECT count(*) FROM variant "
                                 "WHERE variant.id / 64 = unit.id) <> 2").fetchone()
        assert lost == 0, f"{lost} units without their texts"
        texts = [text for text, in database.execute("SELECT text FROM variant WHERE id % 64 = 0")]
        # The index finds what is there.
        for text in texts[-5:]:
            rows = database.execute("SELECT count(*) FROM trigram WHERE trigram MATCH ?",
                                    ('"%s"' % text[-12:-9].replace('"', '""'),)).fetchone()[0]
            assert rows > 0, text
    finally:
        database.close()
    for writer in WRITERS:
        numbers = sorted(int(text.split(" ")[2]) for text in texts if text.startswith(writer))
        assert numbers == list(range(len(numbers))), f"{writer}: units are missing in between, or double"
        assert len(numbers) % BATCH == 0, f"{writer}: {len(numbers)} units, a batch in part"
        assert len(numbers) >= acknowledged[writer], f"{writer}: {len(numbers)} of {acknowledged[writer]}"


def main():
    program, wanted = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    dice = random.Random(SEED)
    kills = rounds = memories = 0
    while kills < wanted:
        memories += 1
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for writer in WRITERS:
                write_tmx(folder / f"{writer}.tmx", writer, memories, dice)
            acknowledged = dict.fromkeys(WRITERS, 0)
            done = dict.fromkeys(WRITERS, False)
            while not all(done.values()) and kills < wanted:
                rounds += 1
                running = {writer: start(program, folder, writer) for writer in WRITERS if not done[writer]}
                for writer, process in running.items():
                    time.sleep(dice.uniform(0.0, 0.35))
                    process.kill()
                for writer, process in running.items():
                    safe, done[writer] = stop(process, True)
                    kills += 0 if done[writer] else 1
                    acknowledged[writer] = max(acknowledged[writer], safe)
                if (folder / "test.memory").exists() and any(acknowledged.values()):
                    check(folder, acknowledged)
    print(f"{kills} kills in {rounds} rounds, {memories} memories: nothing acknowledged lost, no batch in part")


if __name__ == "__main__":
    main()
