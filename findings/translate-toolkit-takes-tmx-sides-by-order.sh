#!/usr/bin/env bash
# Translate Toolkit 3.8.4 takes the first tuv of a TMX unit as the source and the second as the
# target, whatever their languages.
#
# One would guess that srclang of the header decides, or the languages that the reader is given:
# both are there for it. A memory that lists English first comes out turned round, and of a unit
# with French between Thai and English the French is the translation. Hurt: who reads memories of
# several languages, or of more than one tool, with it.
# Version: python3-translate 3.8.4-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1
cat >memory.tmx <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"
srclang="th" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>Open</seg></tuv><tuv xml:lang="th"><seg>เปิด</seg></tuv></tu>
<tu><tuv xml:lang="th"><seg>ปิด</seg></tuv><tuv xml:lang="fr"><seg>Fermer</seg></tuv><tuv xml:lang="en"><seg>Close</seg></tuv></tu>
</body></tmx>
XML
cat >read.py <<'PY'
from translate.storage.tmx import tmxfile
with open("memory.tmx", "rb") as file:
    for unit in tmxfile(file, "th", "en").units:
        print(f"{unit.source} -> {unit.target}")
PY
mapfile -t seen < <(inside /usr/bin/python3 read.py 2>errors)
check "English written first, asked for th to en" "Open -> เปิด" "${seen[0]}"
check "French between, asked for th to en" "ปิด -> Fermer" "${seen[1]}"
