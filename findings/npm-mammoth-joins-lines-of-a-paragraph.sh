#!/usr/bin/env bash
# mammoth 1.13.0 (npm) drops line breaks in a paragraph from raw text: the last word of a line and
# the first of the next become one.
#
# One would guess a line end, or a space: a manual line break (Shift+Enter, w:br) stands between
# lines of addresses, headings and verse. extractRawText writes nothing for it, though convertToHtml
# has <br />. In Thai, which has no spaces between words, nothing shows that two lines were joined.
# Hurt: who takes plain text from Word files by it before segmenting; sentences run into each other.
# Version: npm mammoth 1.13.0. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages mammoth@1.13.0
docx lines.docx '<w:p><w:r><w:t>ห้องสมุดเปิดแล้ว</w:t><w:br/><w:t>ผู้อ่านมาทุกวัน</w:t></w:r></w:p>'
cat >read.js <<'JS'
const mammoth = require('mammoth');
const file = { path: 'lines.docx' };
mammoth.extractRawText(file).then((raw) => mammoth.convertToHtml(file).then((html) => {
  console.log(raw.value.trim());
  console.log(html.value);
}));
JS
mapfile -t seen < <(node read.js)
check "raw text" "ห้องสมุดเปิดแล้วผู้อ่านมาทุกวัน" "${seen[0]}"
check "HTML" "<p>ห้องสมุดเปิดแล้ว<br />ผู้อ่านมาทุกวัน</p>" "${seen[1]}"
