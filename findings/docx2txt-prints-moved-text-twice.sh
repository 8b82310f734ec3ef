#!/usr/bin/env bash
# docx2txt 1.4 prints text that was moved under change tracking at both places, though it leaves out
# what was deleted.
#
# One would guess that moved text is like deleted and inserted text: gone where it was, there where
# it is. Word marks text that was moved away by w:moveFrom but keeps it in w:t, the element of
# living text (deleted text is in w:delText), so that a reader by element names takes it. Hurt: who
# aligns drafts with tracked changes: a sentence has a double without a translation. Pandoc gets it
# right.
# Version: docx2txt 1.4-5, pandoc 2.17.1.1-2~deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian docx2txt=1.4-5 pandoc=2.17.1.1-2~deb12u1
docx draft.docx '<w:p><w:moveFrom w:id="1" w:author="a"><w:r><w:t xml:space="preserve">Doors open at 9. </w:t></w:r></w:moveFrom>
<w:r><w:t>Entry is free. </w:t></w:r>
<w:del w:id="2" w:author="a"><w:r><w:delText>Come early. </w:delText></w:r></w:del>
<w:moveTo w:id="3" w:author="a"><w:r><w:t xml:space="preserve">Doors open at 9.</w:t></w:r></w:moveTo></w:p>'
text() { grep . | tr -s ' '; }
check "by docx2txt" "Doors open at 9. Entry is free. Doors open at 9." "$(inside docx2txt draft.docx - | text)"
check "by Pandoc" "Entry is free. Doors open at 9." "$(inside pandoc --data-dir=root/usr/share/pandoc/data -t plain draft.docx | text)"
