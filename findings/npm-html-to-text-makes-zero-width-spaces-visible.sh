#!/usr/bin/env bash
# The npm package html-to-text 10.0.1 turns U+200B ZERO WIDTH SPACE into a visible space.
#
# One would guess that it stays, as in browsers, or goes away: it marks where a line may break, and
# Thai pages have it between words for that. The package counts it among white space and writes a
# space for it, so that Thai comes out with spaces between words, and those between sentences can't
# be told from them any more. A <wbr>, which does the same on a page, leaves nothing. Hurt: who
# segments Thai from web pages. The option whitespaceCharacters without U+200B keeps it.
# Version: npm html-to-text 10.0.1. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages html-to-text@10.0.1
cat >text.mjs <<'JS'
import { convert } from 'html-to-text';
const page = '<p>ฝนตก&#8203;หนัก ถนน<wbr>ปิด</p>';
console.log(convert(page));
console.log(convert(page, { whitespaceCharacters: ' \t\r\n\f' }));
JS
mapfile -t seen < <(node text.mjs)
check "text of ฝนตก[U+200B]หนัก ถนน<wbr>ปิด" "ฝนตก หนัก ถนนปิด" "${seen[0]}"
check "text with the option" $'ฝนตก\u200bหนัก ถนนปิด' "${seen[1]}"
