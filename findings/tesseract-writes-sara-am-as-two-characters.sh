#!/usr/bin/env bash
# Tesseract 5.3 with its Thai model writes U+0E4D NIKHAHIT and U+0E32 SARA AA where Thai has U+0E33
# SARA AM.
#
# One would guess that read text is as Thai is typed: ทำ with the one character of the keyboard, as
# in any dictionary. What comes looks the same, and NFC leaves it (the two are compatible, not
# canonical), so that no search for ทำ, จำนวน or any other word with it finds it. Hurt: who aligns
# scanned documents, or looks their words up. Replacing the two by the one puts it right.
# Version: tesseract-ocr 5.3.0-2 with tesseract-ocr-tha 1:4.1.0-2 on a picture of pango1.0-tools
# 1.50.12+ds-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian "${thai_page_packages[@]}" tesseract-ocr=5.3.0-2 tesseract-ocr-tha=1:4.1.0-2
thai_page page.png "ทำงานจำนวนมาก"
read_page() { TESSDATA_PREFIX=$folder/root/usr/share/tesseract-ocr/5/tessdata inside tesseract page.png - -l tha --psm 7 2>/dev/null; }
nikhahit=$'\u0e4d' sara_aa=$'\u0e32' sara_am=$'\u0e33'
seen=$(read_page | head -n 1)
check "text on the page" "ท${sara_am}งานจ${sara_am}นวนมาก" "$(cat page.txt)"
check "text read" "ท$nikhahit${sara_aa}งานจ$nikhahit${sara_aa}นวนมาก" "$seen"
check "SARA AM in it" 0 "$(grep -c "$sara_am" <<<"$seen" || true)"
