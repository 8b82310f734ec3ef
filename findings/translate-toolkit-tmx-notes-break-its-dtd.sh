#!/usr/bin/env bash
# Translate Toolkit 3.8.4 writes the note of a TMX unit behind its texts: the file names a document
# type that it breaks.
#
# One would guess that po2tmx --comments writes TMX that is valid by the DTD in its own DOCTYPE
# line. TMX 1.4 wants notes and properties of a tu before the tuv; a reader that checks, or that
# streams and wants them first, refuses the file or loses the notes. Without comments the file is
# valid. Hurt: who carries translators' notes into a memory by it.
# Version: python3-translate 3.8.4-1, libxml2-utils, the DTD of omegat 3.6.0.10+dfsg-3 (Debian 12).
# Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1 omegat=3.6.0.10+dfsg-3 libxml2-utils
python3 -c 'import zipfile; zipfile.ZipFile("root/usr/share/omegat/OmegaT.jar").extract("schemas/tmx14.dtd")'
cat >open.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

# on the door
msgid "Open"
msgstr "เปิด"
PO
valid() {
  inside /usr/bin/python3 -m translate.convert.po2tmx --progress=none -l th --comments="$1" open.po "$1.tmx" 2>/dev/null
  if inside xmllint --noout --dtdvalid schemas/tmx14.dtd "$1.tmx" 2>errors; then echo valid; else grep -o 'got.*' errors; fi
}
check "without comments" "valid" "$(valid none)"
check "with comments" "got (tuv tuv note )" "$(valid others)"
