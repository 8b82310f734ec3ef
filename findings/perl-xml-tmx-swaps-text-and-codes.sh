#!/usr/bin/env bash
# Perl's XML::TMX 0.39 turns the inline codes of TMX into text, and the escaped tags that they hold
# into elements.
#
# One would guess that a memory that is read and written again says the same. The reader makes one
# string of a seg, with bpt and ept as tags and entities resolved, and the writer escapes again what
# it takes for text: <bpt i="1">&lt;b&gt;</bpt>, a bold tag as every CAT tool writes it, becomes the
# visible text <bpt i="1"> with an element b that TMX does not have. Hurt: who runs tmxclean or the
# other tools over a memory of formatted text: no fuzzy match is as it was.
# Version: libxml-tmx-perl 0.39-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libxml-tmx-perl=0.39-1
cat >memory.tmx <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en"
srclang="th" datatype="plaintext"/><body>
<tu><tuv xml:lang="th"><seg>กดปุ่มนี้</seg></tuv>
<tuv xml:lang="en"><seg>Press <bpt i="1">&lt;b&gt;</bpt>this<ept i="1">&lt;/b&gt;</ept> button</seg></tuv></tu>
</body></tmx>
XML
inside perl root/usr/bin/tmxclean memory.tmx 2>/dev/null
check "segment written by tmxclean" \
  'Press &lt;bpt i="1"&gt;<b>&lt;/bpt&gt;this&lt;ept i="1"&gt;</b>&lt;/ept&gt; button' \
  "$(sed -n 's/.*xml:lang="en"><seg>\(.*\)<\/seg>.*/\1/p' _cleaned_memory.tmx)"
