#!/usr/bin/env bash
# Pandoc 2.17 and the npm package officeparser 7.8.0 leave out the words of an OpenDocument text that
# have a reading above them; Translate Toolkit 3.8.4 gives the reading to be translated, not the word.
#
# One would guess that the word stays and the reading may go: text:ruby has the word, text:ruby-base,
# which the sentence does not read without, and its reading, text:ruby-text, which is an aid. They
# leave out the whole element, or take of it what is not the text. Hurt: who takes texts for learners
# (Thai with its sounds in Latin letters, Japanese with kana) out of word processors: words are
# missing inside sentences, without a message, where a comparison of lengths shows little.
# Version: pandoc 2.17.1.1-2~deb12u1, python3-translate 3.8.4-1, odt2txt 0.5-7 (Debian 12), npm
# officeparser 7.8.0. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian odt2txt=0.5-7 python3-translate=3.8.4-1 pandoc=2.17.1.1-2~deb12u1
npm_packages officeparser@7.8.0
odt text.odt '
<text:p>แม่ซื้อ<text:ruby><text:ruby-base>ปลา</text:ruby-base><text:ruby-text>pla</text:ruby-text></text:ruby>ที่ตลาด</text:p>'
check "odt2txt" "แม่ซื้อปลาplaที่ตลาด" "$(odt_by_odt2txt text.odt)"
check "Pandoc" "แม่ซื้อที่ตลาด" "$(odt_by_pandoc text.odt)"
check "officeparser" "แม่ซื้อที่ตลาด" "$(odt_by_officeparser text.odt)"
check "odf2xliff, to be translated" "แม่ซื้อ<x>ที่ตลาด|pla" "$(odt_by_translate_toolkit text.odt)"
