#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Pandoc 2.17 wraps Thai at some three quarters of the width asked for.
#
# One would guess that --columns=40 is 40 columns of a terminal: Japanese is wrapped by its double width. But vowel signs
# and tone marks, which stand above and below a consonant and take no column, are counted as one each, so that lines of
# Thai are 27 to 29 columns wide where others have 38. Hurt: who takes wrapped text apart by the width of its lines, to
# find out which line ends are the wrapper's.
# Version: pandoc 2.17.1.1-2~deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian pandoc=2.17.1.1-2~deb12u1
thai="ที่นี่ มี น้ำ ดื่ม ที่ ดี ที่สุด ใน เมือง นี้ เพราะ มี บ่อ น้ำ ที่ ลึก กว่า ที่ อื่น ผู้ คน จึง เดิน มา ตัก น้ำ ที่ นี่ ทุก วัน ตั้ง แต่ เช้า"
japanese="水 が 深い 井戸 から 来る ので 人々 は 毎朝 ここ に 歩いて 来て 水 を 汲む 町 で 一番 よい 水 で ある と 皆 が 言う"
cat >widest.py <<'PY'
import sys
import unicodedata


def width(line):
    return sum(0 if unicodedata.category(c) == "Mn" else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


lines = sys.stdin.read().splitlines()
print(max(map(width, lines)), "columns,", max(map(len, lines)), "characters")
PY
widest() { echo "$1" | inside pandoc -f markdown -t plain --columns=40 | python3 widest.py; }
check "widest of 40 columns, Japanese" "38 columns, 23 characters" "$(widest "$japanese")"
check "widest of 40 columns, Thai" "29 columns, 39 characters" "$(widest "$thai")"
