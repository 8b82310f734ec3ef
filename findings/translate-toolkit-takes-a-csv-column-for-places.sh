#!/usr/bin/env bash
# Translate Toolkit 3.8.4 reads a table of two columns without known titles as places and sources:
# no translation is left.
#
# One would guess that the columns are source and target, or an error. Without a first row of names
# that it knows, the columns are taken for location, source, target. The Thai column becomes a place
# in the program, percent-encoded, the English one the text to translate, and the first row
# "Thai,English" counts as a pair. Hurt: who brings pairs from a spreadsheet with csv2po. The titles
# source and target make it right.
# Version: python3-translate 3.8.4-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1
pairs='"ฝนตกหนัก","It rained hard."'
printf '"Thai","English"\n%s\n' "$pairs" >titles.csv
printf '"source","target"\n%s\n' "$pairs" >known.csv
for file in titles known; do
  inside /usr/bin/python3 -m translate.convert.csv2po --progress=none $file.csv $file.po 2>/dev/null
done
message() { grep -E -A 1 "^msgid \"$2" "$1" | paste -s -d ' '; }
check "with the titles Thai, English" 'msgid "It rained hard." msgstr ""' "$(message titles.po It)"
check "Thai text in it" "" "$(grep ฝน titles.po || true)"
check "with the titles source, target" 'msgid "ฝนตกหนัก" msgstr "It rained hard."' "$(message known.po ฝน)"
