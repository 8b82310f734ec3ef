#!/usr/bin/env bash
# pdftotext of Poppler 22.12 writes spaces inside Thai syllables, before and behind vowel signs and
# tone marks, where the PDF has none.
#
# One would guess that the words come out whole: the PDF, made by Pango and Cairo, has the text of
# every syllable beside the glyphs (ActualText). Poppler decides on spaces by the places of glyphs,
# and marks are moved to the left or have no width, so that a gap seems to follow. A space is what
# may end a Thai sentence, and the parts are words of their own (ฟ้ า). The option -raw avoids most
# of these spaces and may end a line inside a syllable instead. Hurt: who aligns Thai from PDF: what
# looks like a boundary is in a word.
# Version: poppler-utils 22.12.0-2+deb12u3 on a PDF of pango1.0-tools 1.50.12+ds-1 with libcairo2
# 1.16.0-7 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian "${thai_page_packages[@]}" poppler-utils=22.12.0-2+deb12u3
thai_page page.pdf "ที่ปรึกษา ปั้น ป้อม ฟ้า น้ำท่วมหนัก"
check "text in the PDF" "ที่ปรึกษา ปั้น ป้อม ฟ้า น้ำท่วมหนัก" "$(cat page.txt)"
check "text by pdftotext" "ที่ปรึกษา ปั ้ น ป้อม ฟ้ า น้ำท่วมหนั ก" "$(inside pdftotext page.pdf - | head -n 1)"
check "text by pdftotext -raw, / for a line end" "ที่ปรึกษา ปั้น ป/้ อม ฟ้ า น้ำท่วมหนัก" \
  "$(inside pdftotext -raw page.pdf - | tr -d '\f' | grep . | paste -s -d /)"
