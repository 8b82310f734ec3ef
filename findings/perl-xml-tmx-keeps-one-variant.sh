#!/usr/bin/env bash
# Perl's XML::TMX 0.39 keeps the last tuv of a language in a TMX unit: tmxclean removes the other
# variants.
#
# One would guess that both English variants of a unit come back: TMX allows several tuv of a
# language in a tu. The reader puts them into a map by language, so that the last one stays, and
# tmxclean, which is to remove units that are empty or junk, writes the memory with one of them.
# Hurt: who cleans, filters or counts memories with variants by its tools.
# Version: libxml-tmx-perl 0.39-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libxml-tmx-perl=0.39-1
cat >memory.tmx <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"
srclang="th" datatype="plaintext"/><body>
<tu><tuv xml:lang="th"><seg>แดดออก</seg></tuv><tuv xml:lang="en"><seg>Sunny.</seg></tuv>
<tuv xml:lang="en"><seg>The sun shines.</seg></tuv></tu>
</body></tmx>
XML
inside perl root/usr/bin/tmxclean memory.tmx 2>/dev/null
check "left by tmxclean" "The sun shines. แดดออก" \
  "$(sed -n 's/.*<seg>\(.*\)<\/seg>.*/\1/p' _cleaned_memory.tmx | sort | paste -s -d ' ')"
