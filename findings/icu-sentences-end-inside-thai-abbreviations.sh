#!/usr/bin/env bash
# ICU 72's sentence iterator ends a sentence inside a Thai abbreviation, between letters that no
# space separates.
#
# One would guess that a point needs a space after it to end a sentence, as it does in "U.S." and
# "e.g.this". The rules of Unicode (UAX 29, SB6 to SB8) except a point before a digit, a lower-case
# letter, or between capitals; Thai letters have no case, so that พ.ศ., ม.ค. and น.ส.พ. are cut
# after each point, and a date falls apart. Hurt: who segments Thai, or English with Thai names in
# it, by ICU, JavaScript's Intl.Segmenter or others that follow Unicode, before aligning.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
mapfile -t seen < <(icu_breaks Sentence "เปิดเมื่อ 5 ม.ค. 2568" "ใน พ.ศ.๒๕๖๘ มี" "ลงใน น.ส.พ.ไทย" "in the U.S. of A.")
check "a date" "เปิดเมื่อ 5 ม.|ค. |2568" "${seen[0]}"
check "a year" "ใน พ.|ศ.๒๕๖๘ มี" "${seen[1]}"
check "a newspaper" "ลงใน น.|ส.|พ.|ไทย" "${seen[2]}"
check "English" "in the U.S. of A." "${seen[3]}"
