#!/usr/bin/env bash
# Pandoc 2.17 and npm mammoth 1.13.0 leave out the text of a Word field (w:fldSimple): a date or
# number in the sentence is missing.
#
# One would guess that what Word shows and prints is in the text: a field holds its last result as
# plain runs. Both drop the element with all in it, and say nothing. docx2txt keeps it. Fields stand
# for dates, page numbers, names of the document's properties, form letters. Hurt: who takes text
# from Word files before aligning, since dates and numbers are what pairs are found by.
# Version: pandoc 2.17.1.1-2~deb12u1, docx2txt 1.4-5 (Debian 12), npm mammoth 1.13.0. Fails if the
# behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian pandoc=2.17.1.1-2~deb12u1 docx2txt=1.4-5
npm_packages mammoth@1.13.0
docx letter.docx '<w:p><w:r><w:t xml:space="preserve">ประกาศ ณ วันที่ </w:t></w:r>
<w:fldSimple w:instr=" DATE "><w:r><w:t>๑๔ มิถุนายน</w:t></w:r></w:fldSimple>
<w:r><w:t xml:space="preserve"> ๒๕๖๘</w:t></w:r></w:p>'
check "by docx2txt" "ประกาศ ณ วันที่ ๑๔ มิถุนายน ๒๕๖๘" "$(inside docx2txt letter.docx - | head -n 1)"
check "by Pandoc" "ประกาศ ณ วันที่ ๒๕๖๘" "$(inside pandoc --data-dir=root/usr/share/pandoc/data -f docx -t plain letter.docx)"
check "by mammoth" "ประกาศ ณ วันที่ ๒๕๖๘" "$(node -e 'require("mammoth").extractRawText({ path: "letter.docx" })
  .then((read) => console.log(read.value.trim()))' | tr -s ' ')"
