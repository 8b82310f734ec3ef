#!/usr/bin/env bash
# Translate Toolkit 3.8.4 knows a CSV column by the title "notes", but then takes the row of titles
# for a pair, source = target.
#
# One would guess that a title is known or it is not. "notes" is another name for its
# "translator_comments", and the row of titles is left out only where each cell equals the name that
# it has inside; with an unknown title, or without that column, it is left out. Hurt: who reads
# pairs with notes from a CSV into PO or a memory: each file adds a unit "source", translated as
# "target".
# Version: python3-translate 3.8.4-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1
units() {
  printf 'source,target,%s\nฝนตก,It rained.,seen\n' "$1" >pairs.csv
  inside /usr/bin/python3 -m translate.convert.csv2po --progress=none pairs.csv pairs.po 2>/dev/null
  sed -n 's/^msgid "\(.\+\)"/\1/p' pairs.po | paste -s -d ' '
}
check "units, third title: notes" "source ฝนตก" "$(units notes)"
check "units, third title: translator_comments" "ฝนตก" "$(units translator_comments)"
check "units, third title: remark" "ฝนตก" "$(units remark)"
