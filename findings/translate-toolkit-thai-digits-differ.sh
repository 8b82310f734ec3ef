#!/usr/bin/env bash
# pofilter of Translate Toolkit 3.8.4 reports "Different numbers" where Thai writes the same number
# in Thai digits.
#
# One would guess that the Thai language module, chosen by --language th, knows that ๑๒ is 12. The
# test "numbers" compares the digits as written, so that official Thai, which often has Thai digits,
# fails it, and right translations are reported among wrong ones. Hurt: who checks translations or
# aligned pairs by their numbers with it.
# Version: python3-translate 3.8.4-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1
cat >pairs.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: th\n"

#: thai-digits
msgid "There are 12 people."
msgstr "มี ๑๒ คน"

#: same-digits
msgid "There are 15 people."
msgstr "มี 15 คน"

#: other-number
msgid "There are 16 people."
msgstr "มี 17 คน"
PO
inside /usr/bin/python3 -m translate.filters.pofilter --language th --test numbers --progress=none pairs.po out.po 2>/dev/null
check "reported as different numbers" "thai-digits other-number" "$(sed -n 's/^#: //p' out.po | paste -s -d ' ')"
