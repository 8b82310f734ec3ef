#!/usr/bin/env bash
# OmegaT 3.6.0 takes the French of a memory for the English translation where a unit has no English,
# and translates with it.
#
# One would guess that a unit of Thai and French has nothing for a project from Thai to English, and
# is passed over. OmegaT takes any other tuv where the one of the target language is missing, and a
# memory in tm/auto is applied without asking: the translated file has French in it, with no mark
# and no warning. Hurt: who gives memories of several languages to a project; units must be chosen
# by language before.
# Version: omegat 3.6.0.10+dfsg-3 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian omegat=3.6.0.10+dfsg-3
mkdir -p project/{source,target,tm/auto,omegat,glossary,dictionary}
cat >project/omegat.project <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>TH</source_lang><target_lang>EN</target_lang><sentence_seg>true</sentence_seg></project></omegat>
XML
printf 'ฝนตก\n\nถนนปิด\n\nลมแรง\n' >project/source/text.txt
cat >project/tm/auto/memory.tmx <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"
srclang="th" datatype="plaintext"/><body>
<tu><tuv xml:lang="th"><seg>ฝนตก</seg></tuv><tuv xml:lang="fr"><seg>Il pleut.</seg></tuv></tu>
<tu><tuv xml:lang="th"><seg>ถนนปิด</seg></tuv><tuv xml:lang="fr"><seg>Route fermée</seg></tuv><tuv xml:lang="en"><seg>Road closed</seg></tuv></tu>
</body></tmx>
XML
java -Duser.home="$folder" -Djava.awt.headless=true -jar root/usr/share/omegat/OmegaT.jar project --mode=console-translate \
  --config-dir="$folder/config" >omegat.log 2>&1 || tail -n 5 omegat.log
check "translation into English" "Il pleut. Road closed ลมแรง" "$(grep . project/target/text.txt | paste -s -d ' ')"
check "warnings" "0" "$(grep -c -i warning omegat.log || true)"
