#!/usr/bin/env bash
# odt2txt 0.5, Translate Toolkit 3.8.4 and the npm package officeparser 7.8.0 read text that was
# deleted from an OpenDocument text as its first paragraph.
#
# One would guess that it is left out, as Pandoc does, and docx2txt for Word files: deleted text that
# is tracked stands in a list of changes before the text, with a mark where it was. It is a paragraph
# element as others are, and whoever takes all paragraphs has it: odf2xliff gives it to be translated.
# odt2txt prints who deleted it and when, too, and comments in the middle of sentences, whose lines
# they end. Hurt: who translates, aligns or counts the text of revised documents: it has words that
# the document no longer has and its translation never had, and here names of people.
# Version: odt2txt 0.5-7, python3-translate 3.8.4-1, pandoc 2.17.1.1-2~deb12u1 (Debian 12), npm
# officeparser 7.8.0. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian odt2txt=0.5-7 python3-translate=3.8.4-1 pandoc=2.17.1.1-2~deb12u1
npm_packages officeparser@7.8.0
by='<dc:creator>Malee</dc:creator><dc:date>2025-06-14T09:00:00</dc:date>'
odt text.odt "
<text:tracked-changes><text:changed-region text:id='c1' xml:id='c1'><text:deletion><office:change-info>$by</office:change-info>
<text:p>มาก</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>ฝนตก<text:change text:change-id='c1'/> ถนน<office:annotation>$by<text:p>สายไหน</text:p></office:annotation>ปิด</text:p>"
check "Pandoc" "ฝนตก ถนนปิด" "$(odt_by_pandoc text.odt)"
check "odt2txt" "Malee2025-06-14T09:00:00มาก|ฝนตก ถนนMalee2025-06-14T09:00:00สายไหน|ปิด" "$(odt_by_odt2txt text.odt)"
check "odf2xliff, to be translated" "มาก|ฝนตก<x> ถนน<x>ปิด|สายไหน" "$(odt_by_translate_toolkit text.odt)"
check "officeparser" "มาก|ฝนตก ถนนปิด" "$(odt_by_officeparser text.odt)"
