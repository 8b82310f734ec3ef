#!/usr/bin/env bash
# Qt's lconvert 5.15.8 reads of an XLIFF text what follows the last inline code: of two segments it
# keeps the second.
#
# One would guess that codes are kept or left out, and the text stays. But each g, x or mrk empties
# what has been read: "The <g>road</g> is closed." becomes "road is closed.", "The road<x/> is
# closed." becomes " is closed.", and a target of two marked segments the second sentence, as the
# translation of both. Nothing is said, and the exit code is 0. ph is handled. Hurt: who brings XLIFF
# of a translation tool, which marks segments and formatting, into PO or TS: the sources match no
# program's texts, and the translations are cut.
# Version: qttools5-dev-tools 5.15.8-2 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian qttools5-dev-tools=5.15.8-2
# converted SOURCE TARGET: what lconvert makes of an approved unit.
converted() {
  cat >unit.xlf <<XML
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="th"
datatype="plaintext" original="rain.txt"><body><trans-unit id="1" approved="yes"><source>$1</source><target>$2</target>
</trans-unit></body></file></xliff>
XML
  inside root/usr/lib/qt5/bin/lconvert -i unit.xlf -o unit.po 2>lconvert.log
  sed -n -e '/ts-id 1/,$s/^msgid "\(.*\)"/\1/p' -e '/ts-id 1/,$s/^msgstr "\(.*\)"/\1/p' unit.po | paste -s -d '|'
}
check "without codes" "The road is closed.|ถนนปิด" "$(converted 'The road is closed.' 'ถนนปิด')"
check "with g" "road is closed.|ถนนปิด" \
  "$(converted 'The <g id="1">road</g> is closed.' '<g id="1">ถนน</g>ปิด')"
check "with x" " is closed.|ปิด" "$(converted 'The road<x id="1"/> is closed.' 'ถนน<x id="1"/>ปิด')"
check "with ph" "The {0} is closed.|{0}ปิด" \
  "$(converted 'The <ph id="1">{0}</ph> is closed.' '<ph id="1">{0}</ph>ปิด')"
check "two segments of a target" "It rained. Roads were closed.|ถนนปิด" "$(converted 'It rained. Roads were closed.' \
  '<mrk mtype="seg" mid="1">ฝนตก</mrk> <mrk mtype="seg" mid="2">ถนนปิด</mrk>')"
