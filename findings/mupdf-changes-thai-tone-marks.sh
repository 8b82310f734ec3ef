#!/usr/bin/env bash
# MuPDF 1.21.1 takes other tone marks than are written from PDF files that Pango and Cairo made: คู่มือ
# (handbook) comes out as คู้มือ, ปู as ป้.
#
# One would guess that the text is the one that was typed, or unreadable as a whole. In the font's
# shaping a vowel below and a tone mark are one cluster; the table from glyphs to characters
# (ToUnicode) has, for the glyph of the vowel, the cluster met first in the file, ู้ of ผู้ here, and
# the right text of each cluster stands beside it (ActualText). MuPDF reads the table alone, so that
# every later ู่ and ู turns into the first one, and ำ into U+0E4D with U+0E32. pdftotext takes
# ActualText. Hurt: who aligns Thai from PDF: the same word is right in one document and wrong in
# the next.
# Version: mupdf-tools 1.21.1+ds2-1+deb12u1 on a PDF of pango1.0-tools 1.50.12+ds-1 with libcairo2
# 1.16.0-7 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian "${thai_page_packages[@]}" mupdf-tools=1.21.1+ds2-1+deb12u1 poppler-utils=22.12.0-2+deb12u3
thai_page page.pdf "ผู้คน คู่มือ อยู่ ปู"
check "text in the PDF" "ผู้คน คู่มือ อยู่ ปู" "$(cat page.txt)"
check "text by pdftotext" "ผู้คน คู่มือ อยู่ ปู" "$(inside pdftotext page.pdf - | head -n 1)"
check "text by MuPDF" "ผู้คน คู้มือ อยู้ ป้" "$(inside mutool draw -q -F txt page.pdf 2>/dev/null | head -n 1)"
thai_page page.pdf "คู่มือ ผู้คน อยู่ ปู"
check "text by MuPDF, another word first" "คู่มือ ผู่คน อยู่ ป่" "$(inside mutool draw -q -F txt page.pdf 2>/dev/null | head -n 1)"
