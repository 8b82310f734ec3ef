#!/usr/bin/env bash
# Translate Toolkit 3.8.4 pairs the one plural form of Thai with the English singular alone:
# po2xliff approves an empty translation of the English plural, po2tmx leaves the plural out.
#
# One would guess that the Thai form, which holds for any number, is the translation of both English
# ones: the PO file says so by nplurals=1. po2xliff makes two units by position; the second has an
# empty target, marked translated and approved. Hurt: who brings Thai user interfaces from PO into
# XLIFF or a memory: "%d files" is never found, or has an approved empty translation.
# Version: python3-translate 3.8.4-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1
cat >files.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: th\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d แฟ้ม"
PO
inside /usr/bin/python3 -m translate.convert.po2tmx --progress=none -l th files.po files.tmx 2>/dev/null
inside /usr/bin/python3 -m translate.convert.po2xliff --progress=none files.po files.xlf 2>/dev/null
check "segments of the TMX" "%d file, %d แฟ้ม" "$(sed -n 's/.*<seg>\(.*\)<\/seg>.*/\1/p' files.tmx | paste -s -d , | sed 's/,/, /')"
check "unit of the plural in the XLIFF" \
  '<trans-unit xml:space="preserve" id="3[1]" approved="yes"><source>%d files</source><target state="translated"></target></trans-unit>' \
  "$(grep -o '<trans-unit[^>]*>.*%d files.*</trans-unit>' files.xlf)"
