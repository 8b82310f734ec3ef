#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two subtitle files of 200 cues each, cut in other places on each side, aligned: strict F1 of the sentences at least .9, no time in a
text, and the times of each unit as properties.

  subtitles.py THALIGN [--show]
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

CUES = 200
# Thai with | where a subtitle may be cut, English; {} is filled from the lists below.
SENTENCES = [
    ("เช้าวันนี้|{who}|ออกไปตลาด|กับแม่", "This morning {who} went to the market with her mother."),
    ("พ่อค้า|บอกว่า|มี{thing}|เหลืออยู่|แค่ {n} ชิ้น", "The trader said there were only {n} {thing} left."),
    ("เธอต่อราคา|อยู่นาน|แต่เขา|ไม่ยอมลดให้|แม้แต่บาทเดียว", "She haggled for a long time, but he would not take off a single baht."),
    ("แล้ว{who}|ก็เดินกลับบ้าน|ท่ามกลาง|สายฝน", "Then {who} walked home in the rain."),
    ("ที่{place}|มีคนรออยู่|ราว {n} คน", "About {n} people were waiting at {place}."),
    ("ไม่มีใครรู้|ว่ารถเที่ยวสุดท้าย|จะมาเมื่อไร", "Nobody knew when the last bus would come."),
    ("ฉันจำได้|ว่าเคยเห็น{thing}|แบบนี้|ตอนเป็นเด็ก", "I remember seeing {thing} like these when I was a child."),
    ("คุณ{who}|ไม่ได้โทรมา|ตั้งแต่{day}", "{who} has not called since {day}."),
    ("หมอบอกให้|กินยา|วันละ {n} เม็ด|หลังอาหาร", "The doctor said to take {n} tablets a day after meals."),
    ("ประตูบานนั้น|ล็อกอยู่เสมอ|และกุญแจ|หายไปนานแล้ว", "That door is always locked, and the key was lost long ago."),
    ("เราจะออกเดินทาง|{day}|ก่อนพระอาทิตย์ขึ้น", "We will leave on {day} before sunrise."),
    ("เรือลำเล็ก|จอดอยู่|ใกล้{place}", "A small boat is moored near {place}."),
    ("ถ้าน้ำขึ้นสูงกว่านี้|{n} เซนติเมตร|สะพานจะใช้ไม่ได้", "If the water rises another {n} centimetres, the bridge can't be used."),
    ("ลุงของ{who}|ซ่อมวิทยุเก่า|จนใช้ได้|อีกครั้ง", "The uncle of {who} repaired the old radio until it worked again."),
    ("คืนนั้น|ไฟดับ|ทั้งหมู่บ้าน", "That night the power failed in the whole village."),
    ("เด็ก ๆ|ช่วยกันเก็บ{thing}|จากชายหาด", "The children helped to gather {thing} from the beach."),
    ("ทำไม{who}|ถึงไม่ยอมบอกความจริง", "Why won't {who} tell the truth?"),
    ("จดหมายฉบับนี้|เขียนเมื่อ {n} ปีก่อน|ด้วยหมึกสีฟ้า", "This letter was written {n} years ago in blue ink."),
    ("ครูให้เราวาดรูป|{place}|เป็นการบ้าน", "The teacher had us draw {place} as homework."),
    ("ผมคิดว่า|เราควรขายบ้านหลังนี้|แล้วย้ายไปอยู่เมืองอื่น", "I think we should sell this house and move to another town."),
]
WORDS = {
    "who": [("มาลี", "Mali"), ("สมศรี", "Somsri"), ("วันดี", "Wandee"), ("อรุณี", "Arunee"), ("นิดา", "Nida"), ("จันทร์เพ็ญ", "Chanphen")],
    "thing": [("มะม่วง", "mangoes"), ("ตะกร้า", "baskets"), ("เปลือกหอย", "shells"), ("โคมไฟ", "lamps"), ("ร่ม", "umbrellas")],
    "place": [("สถานีรถไฟ", "the railway station"), ("โรงพยาบาล", "the hospital"), ("วัดเก่า", "the old temple"),
              ("ท่าเรือ", "the pier"), ("โรงเรียน", "the school")],
    "day": [("วันจันทร์", "Monday"), ("วันศุกร์", "Friday"), ("วันเสาร์", "Saturday"), ("วันพุธ", "Wednesday")],
}


def story(chance, sentences):
    """Pairs of sentences: parts of the Thai one, words of the English one."""
    result = []
    while len(result) < sentences:
        order = SENTENCES[:]
        chance.shuffle(order)
        for thai, english in order:
            for name, words in WORDS.items():
                there, here = chance.choice(words)
                thai, english = thai.replace(f"{{{name}}}", there), english.replace(f"{{{name}}}", here)
            number = str(chance.randrange(3, 90))
            english = english.replace("{n}", number)
            result.append((thai.replace("{n}", number).split("|"), english[0].upper() + english[1:]))
    return result[:sentences]


def spoken(chance, pairs):
    """Begin and end of each sentence in milliseconds."""
    times, now = [], 1000
    for _, english in pairs:
        length = 60 * len(english) + 300
        times.append((now, now + length))
        now += length + chance.randrange(50, 900)
    return times


def cues(chance, sentences, times, glue):
    """`CUES` cues: parts of sentences, joined at random with no regard to where sentences end; (begin, end, text)."""
    parts = []  # begin, end, text, whether a space stands before it
    for words, (begin, end) in zip(sentences, times):
        total, done = sum(map(len, words)), 0
        for number, word in enumerate(words):
            first = begin + (end - begin) * done // total
            done += len(word)
            parts.append((first, begin + (end - begin) * done // total, word, number == 0 or glue == " "))
    cuts = sorted(chance.sample(range(1, len(parts)), CUES - 1))
    for first, last in zip([0, *cuts], [*cuts, len(parts)]):
        text = "".join((" " if space else "") + word for _, _, word, space in parts[first:last]).strip()
        shift = chance.randrange(-120, 120)
        yield max(0, parts[first][0] + shift), parts[last - 1][1] + shift, text


def clock(time, point):
    return f"{time // 3600000:02}:{time // 60000 % 60:02}:{time // 1000 % 60:02}{point}{time % 1000:03}"


def written(rows, kind):
    point = "," if kind == "srt" else "."
    return ("WEBVTT\n\n" if kind == "vtt" else "") + "\n".join(
        f"{number}\n{clock(begin, point)} --> {clock(end, point)}\n{text}\n" for number, (begin, end, text) in enumerate(rows, 1))


def key(text):
    return re.sub(r"\s", "", text)


def check_repeated_lines(program, folder):
    """Lines that are all alike, some of them missing on one side: only their times say which are pairs."""
    chance = random.Random(3)
    missing = set(chance.sample(range(2, 38), 8))
    lines = [(5000 * number, 5000 * number + 1500) for number in range(1, 41)]
    (folder / "th.srt").write_text(written([(*line, "รีบไปกันเถอะ เร็วเข้า") for line in lines], "srt"), encoding="utf-8")
    (folder / "en.srt").write_text(written([(*line, "Let's go, hurry up!") for number, line in enumerate(lines)
                                            if number not in missing], "srt"), encoding="utf-8")
    done = subprocess.run([program, "align", "th.srt", "en.srt", "--format", "jsonl", "-q", "--min-document-score", "0"],
                          cwd=folder, capture_output=True, text=True, check=True)
    units = [json.loads(line) for line in done.stdout.splitlines()]
    times = [dict(unit["properties"]) for unit in units if unit["source"] and unit["target"]]
    right = sum(time["x-source-time"] == time["x-target-time"] for time in times)
    print(f"{right} of {len(times)} pairs of repeated lines are right")
    assert right == len(times) == 32, times


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    chance = random.Random(7)
    pairs = story(chance, 110)
    times = spoken(chance, pairs)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        thai = list(cues(chance, [thai for thai, _ in pairs], times, ""))
        english = list(cues(chance, [english.split() for _, english in pairs], times, " "))
        assert len(thai) == len(english) == CUES
        (folder / "th.srt").write_text(written(thai, "srt"), encoding="utf-8")
        (folder / "en.vtt").write_text(written(english, "vtt"), encoding="utf-8")
        # The same without times.
        for language, rows in (("th", thai), ("en", english)):
            (folder / f"{language}.txt").write_text(" ".join(text for _, _, text in rows), encoding="utf-8")
        right = {(key("".join(thai)), key(english)) for thai, english in pairs}

        def strict_f1(*files):
            done = subprocess.run([program, "align", *files, "--format", "jsonl", "-q"], cwd=folder, capture_output=True, text=True,
                                  check=True)
            units = [json.loads(line) for line in done.stdout.splitlines()]
            found = {tuple(key(unit[side]["text"]) for side in ("source", "target")) for unit in units
                     if unit["source"] and unit["target"]}
            if "--show" in sys.argv:
                for pair in sorted(found ^ right):
                    print("wrong" if pair in found else "missed", pair)
            return 2 * len(found & right) / (len(found) + len(right)), done.stdout

        with_times, output = strict_f1("th.srt", "en.vtt")
        without, _ = strict_f1("th.txt", "en.txt")
        print(f"strict F1 {with_times:.3f}; without times {without:.3f}")
        first = json.loads(output.splitlines()[0])
        assert {"x-source-time", "x-target-time"} <= {kind for kind, _ in first["properties"]}, first
        assert not any("-->" in json.loads(line)[side]["text"] for line in output.splitlines() for side in ("source", "target")
                       if json.loads(line)[side])
        assert with_times >= 0.9, with_times
        tmx = subprocess.run([program, "align", "th.srt", "en.vtt", "--format", "tmx", "-q"], cwd=folder, capture_output=True,
                             text=True, check=True).stdout
        assert re.search(r'<prop type="x-source-time">00:00:0\d\.\d{3} --&gt; 00:00:\d\d\.\d{3}</prop>', tmx), tmx[:3000]
        check_repeated_lines(program, folder)


if __name__ == "__main__":
    main()
