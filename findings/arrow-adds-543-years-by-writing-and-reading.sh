#!/usr/bin/env bash
# Arrow 1.2.3 writes years of the Buddhist Era for the locale th, even in YYYY-MM-DD, and reads them
# as of the Common Era.
#
# One would guess that a date that is written and read by the same format and locale is the same,
# and that YYYY-MM-DD is a date of ISO 8601 in any language. The locale adds 543 in writing alone:
# 2025-06-14 becomes 2568-06-14, and that a day 543 years from now. Hurt: who brings dates of Thai
# documents to one form, or stores dates formatted for Thai readers.
# Version: python3-arrow 1.2.3-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-arrow=1.2.3-1
cat >dates.py <<'PY'
import arrow
for form in ("YYYY-MM-DD", "D MMMM YYYY"):
    written = arrow.get(2025, 6, 14).format(form, locale="th")
    print(f"{written}, {arrow.get(written, form, locale='th').year}")
PY
mapfile -t seen < <(inside /usr/bin/python3 dates.py)
check "written, year read, YYYY-MM-DD" "2568-06-14, 2568" "${seen[0]}"
check "written, year read, D MMMM YYYY" "14 มิถุนายน 2568, 2568" "${seen[1]}"
