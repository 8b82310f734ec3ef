#!/usr/bin/env bash
# pdfminer.six 20221105 puts Thai tone marks on lines of their own: one line of a PDF comes out as
# several, cut inside syllables.
#
# One would guess that a line of the page is a line of the text. Its layout analysis asks whether
# boxes overlap in height; those of marks that shaping raised above a vowel hardly do, so that each
# begins a new line, takes along what follows, or lands in another syllable. Joined lines then begin
# with marks. Hurt: who aligns Thai from PDF by pdfminer or what is built on it (pdfplumber and
# others).
# Version: python3-pdfminer 20221105+dfsg-1.1~deb12u1 on a PDF of pango1.0-tools 1.50.12+ds-1 with
# libcairo2 1.16.0-7 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian "${thai_page_packages[@]}" python3-pdfminer=20221105+dfsg-1.1~deb12u1
thai_page page.pdf "ผู้คนที่ปรึกษา"
inside /usr/bin/python3 -c 'from pdfminer.high_level import extract_text; print(extract_text("page.pdf").strip())' |
  grep . >text.txt
cat text.txt
check "lines in the PDF" 1 "$(grep -c . page.txt)"
mai_ek=$'\u0e48' mai_tho=$'\u0e49'
check "lines by pdfminer" 3 "$(grep -c . text.txt)"
check "lines by pdfminer that begin with a tone mark" 2 "$(grep -c "^[$mai_ek$mai_tho]" text.txt)"
