#!/usr/bin/env bash
# ICU 72's word iterator makes one word of a number and the Thai words on both sides of it.
#
# One would guess that the number is a word of its own, as the Thai words are that a dictionary
# finds: Thai writes units and counted words after digits without a space. Rules WB9 and WB10 of UAX
# 29 join letters and digits, made for "A3", and hold for Thai letters too; with Thai digits or with
# ours. Hurt: who looks for numbers, or counts words, in the words that ICU gives.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
mapfile -t seen < <(icu_breaks Word "จ่ายค่าไฟฟ้า๕๐๐บาทต่อเดือน" "จ่ายค่าไฟฟ้า500บาทต่อเดือน" "จ่ายค่าไฟฟ้า 500 บาทต่อเดือน")
check "Thai digits" "จ่าย|ค่า|ไฟฟ้า๕๐๐บาท|ต่อ|เดือน" "${seen[0]}"
check "digits" "จ่าย|ค่า|ไฟฟ้า500บาท|ต่อ|เดือน" "${seen[1]}"
check "with spaces" "จ่าย|ค่า|ไฟฟ้า| |500| |บาท|ต่อ|เดือน" "${seen[2]}"
