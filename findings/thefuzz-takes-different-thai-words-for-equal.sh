#!/usr/bin/env bash
# TheFuzz 0.19.0 gives the words กิน (eat) and กัน (each other) 100 points of 100, and lists the wrong
# one first.
#
# One would guess 67, two of three characters, which is what its plain ratio says. WRatio and
# process, the usual entries, first replace all but letters and digits by spaces, and Python's
# regular expressions count the vowel signs and tone marks of Thai as neither. All words with the
# same consonants are equal then. Hurt: who looks for fuzzy matches or doubles in Thai by it.
# processor=None (full_process=False) avoids it.
# Version: python3-thefuzz 0.19.0-2 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-thefuzz=0.19.0-2
cat >match.py <<'PY'
from thefuzz import fuzz, process
print(process.extract("กิน", ["กัน", "กิน"]))
print(fuzz.WRatio("กิน", "กัน"), fuzz.WRatio("กิน", "กัน", full_process=False), fuzz.ratio("กิน", "กัน"))
PY
mapfile -t seen < <(inside /usr/bin/python3 -W ignore match.py)
check "matches of กิน" "[('กัน', 100), ('กิน', 100)]" "${seen[0]}"
check "กิน and กัน by WRatio, without its process, by ratio" "100 67 67" "${seen[1]}"
