#!/usr/bin/env bash
# lynx -dump begins lines with Thai vowel signs and tone marks: it breaks a line between a consonant
# and its mark.
#
# One would guess that Thai, which has no spaces to break at, runs over the edge, or breaks between
# characters that are seen. lynx counts columns and breaks there, whatever comes next; the mark that
# begins a line belongs to a letter in the line before. Joined again with a space, or read line by
# line, no word list knows the word. Hurt: who takes text from web pages or mails by lynx before
# aligning. w3m and html2text let the run pass the edge.
# Version: lynx 2.9.0dev.12-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian lynx=2.9.0dev.12-1
cat >page.html <<'HTML'
<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>x</title></head><body>
<p>โครงการห้องสมุดดิจิทัลเริ่มต้นขึ้นเมื่อปีที่แล้วโดยมีสำนักพิมพ์เข้าร่วมสามสิบเจ็ดแห่ง</p></body></html>
HTML
: >lynx.cfg
inside lynx -cfg=lynx.cfg -dump -nolist -width=40 -assume_charset=utf-8 -display_charset=utf-8 page.html >text.txt
cat text.txt
sara_uee=$'\u0e36' thanthakhat=$'\u0e4c'
check "lines that begin with a mark of the line before" 2 "$(grep -c "^ *[$sara_uee$thanthakhat]" text.txt)"
