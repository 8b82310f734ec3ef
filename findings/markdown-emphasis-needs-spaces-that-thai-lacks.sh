#!/usr/bin/env bash
# Bold that ends in a bracket or quotation mark and is followed by Thai stays asterisks in
# CommonMark, and turndown writes just that.
#
# One would guess that HTML through turndown and back through cmark is bold again. For CommonMark,
# ** behind punctuation closes only before a space or punctuation; Thai writes the next word at
# once. So <b>โครงการ (ใหม่)</b>เริ่ม comes back with four asterisks in the text. With a letter at the
# end it works. Hurt: who aligns Thai from Markdown made of web pages: markup is in the sentence, on
# one side alone.
# Version: npm turndown 7.2.5, cmark 0.30.2-6 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian cmark=0.30.2-6
npm_packages turndown@7.2.5
round() { node -e 'const Turndown = require("turndown"); console.log(new Turndown().turndown(process.argv[1]))' "$1" | inside cmark; }
check "bold that ends in a bracket, before Thai" "<p>**โครงการ (ใหม่)**เริ่มแล้ว</p>" "$(round '<b>โครงการ (ใหม่)</b>เริ่มแล้ว')"
check "bold that ends in a letter, before Thai" "<p><strong>โครงการใหม่</strong>เริ่มแล้ว</p>" "$(round '<b>โครงการใหม่</b>เริ่มแล้ว')"
check "bold that ends in a bracket, before a space" "<p><strong>project (new)</strong> began</p>" "$(round '<b>project (new)</b> began')"
