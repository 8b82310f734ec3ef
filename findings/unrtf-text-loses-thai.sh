#!/usr/bin/env bash
# unrtf 0.21.10 --text writes the low byte of each Thai code point: น้ำ comes out as a control
# character, "I" and "3".
#
# One would guess that --text and --html differ in markup alone: the file says its code page (874)
# and character set, and in the HTML every letter is right. In the text U+0E33 is 0x33, the digit 3,
# and U+0E49 the letter I: numbers and letters that the document does not have, among control
# characters, without a warning. Hurt: who takes text from old Thai Word files by it; the HTML is
# the way.
# Version: unrtf 0.21.10-clean-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian unrtf=0.21.10-clean-1
cat >page.rtf <<'RTF'
{\rtf1\ansi\ansicpg874\deff0{\fonttbl{\f0\fnil\fcharset222 Cordia New;}}\f0\fs28 \'b9\'e9\'d3 Rain\par}
RTF
read_as() { inside unrtf -P root/usr/share/unrtf --quiet "--$1" page.rtf 2>/dev/null | grep Rain; }
check "HTML" "&#3609;&#3657;&#3635; Rain" "$(read_as html | grep -o '&.*Rain')"
check "text" "^YI3 Rain" "$(read_as text | cat -v)"
