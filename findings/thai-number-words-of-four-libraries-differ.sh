#!/usr/bin/env bash
# Four libraries spell 101 in Thai in two ways: ICU 72 and npm bahttext say หนึ่งร้อยหนึ่ง, num2words and
# npm thai-baht-text หนึ่งร้อยเอ็ด.
#
# One would guess that there is one way, since all agree on 11 and 21 (เอ็ด). After hundreds and
# above both forms are in use, and each library knows one. Hurt: who finds number words by
# formatting the number and looking for the string: either library misses texts that have the other
# form.
# Version: libicu72 72.1-3+deb12u1 by python3-icu 2.10.2-1+b3, python3-num2words 0.5.10-2 (Debian
# 12), npm bahttext 2.4.0 and thai-baht-text 2.0.5. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-num2words=0.5.10-2 python3-icu=2.10.2-1+b3 libicu72=72.1-3+deb12u1
npm_packages bahttext@2.4.0 thai-baht-text@2.0.5
cat >words.py <<'PY'
import icu
from num2words import num2words
speller = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("th"))
print(speller.format(101).replace("\u200b", ""), speller.format(21).replace("\u200b", ""))
print(num2words(101, lang="th"), num2words(21, lang="th"))
PY
cat >words.js <<'JS'
const { bahttext } = require('bahttext');
const loaded = require('thai-baht-text');
const other = loaded.convert || loaded.default || loaded;
for (const spell of [bahttext, other]) console.log([101, 21].map((n) => spell(n).replace('บาทถ้วน', '')).join(' '));
JS
mapfile -t seen < <(inside /usr/bin/python3 words.py && node words.js)
check "101 and 21 by ICU" "หนึ่งร้อยหนึ่ง ยี่สิบเอ็ด" "${seen[0]}"
check "101 and 21 by num2words" "หนึ่งร้อยเอ็ด ยี่สิบเอ็ด" "${seen[1]}"
check "101 and 21 by bahttext" "หนึ่งร้อยหนึ่ง ยี่สิบเอ็ด" "${seen[2]}"
check "101 and 21 by thai-baht-text" "หนึ่งร้อยเอ็ด ยี่สิบเอ็ด" "${seen[3]}"
