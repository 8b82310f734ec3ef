#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# swath 0.6.1, the word segmenter of Thai that Debian has, takes a Thai word for one with the digits, Latin letters,
# brackets or stroke that touch it.
#
# One would guess that a change of script or a sign ends a word, as Thai digits do: ราคา|๑๒|บาท. But ราคา12บาท and
# ไป(เที่ยว)แล้ว come out as one word each, and COVID-19ระบาด, too; only from the next dictionary word on is text cut again.
# Hurt: who counts words, looks them up in a lexicon or aligns them: the words beside each number are lost.
# Version: swath 0.6.1-3 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian swath=0.6.1-3 swath-data=0.6.1-3
words() { echo "$1" | inside swath -d root/usr/share/swath -b '|' -u u,u; }
check "Thai digits between Thai words" "ราคา|๑๒|บาท|ต่อ|กิโลกรัม" "$(words ราคา๑๒บาทต่อกิโลกรัม)"
check "other digits between them" "ราคา12บาท|ต่อ|กิโลกรัม" "$(words ราคา12บาทต่อกิโลกรัม)"
check "Latin letters before" "COVID-19ระบาด|หนัก|มาก" "$(words COVID-19ระบาดหนักมาก)"
check "brackets inside" "ไป(เที่ยว)แล้ว|กลับ|บ้าน" "$(words 'ไป(เที่ยว)แล้วกลับบ้าน')"
check "a stroke between" "พ่อ/แม่|กลับ|บ้าน" "$(words พ่อ/แม่กลับบ้าน)"
