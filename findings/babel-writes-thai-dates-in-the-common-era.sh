#!/usr/bin/env bash
# Babel 2.10 and ICU 72 both format dates by CLDR for th_TH, and their years differ by 543.
#
# One would guess that the same data give the same date. CLDR says that Thailand uses the Buddhist
# calendar, and ICU follows; Babel knows the Gregorian calendar alone and uses CLDR's Gregorian
# pattern for Thai, with ค.ศ. (of the Christian Era) in the long form and no era in the short ones:
# 14/6/25, which a Thai reader takes for 1982. Hurt: who mixes Thai dates made by both, or takes a
# two-digit year from them.
# Version: python3-babel 2.10.3-1, python3-icu 2.10.2-1+b3 with libicu72 72.1-3+deb12u1 (Debian 12).
# Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-babel=2.10.3-1 python3-icu=2.10.2-1+b3 libicu72=72.1-3+deb12u1
cat >dates.py <<'PY'
import datetime
import babel.dates
import icu
day = datetime.datetime(2025, 6, 14)
for name, style in (("long", icu.DateFormat.LONG), ("short", icu.DateFormat.SHORT)):
    formatter = icu.DateFormat.createDateInstance(style, icu.Locale("th_TH"))
    formatter.setTimeZone(icu.TimeZone.createTimeZone("UTC"))
    print(babel.dates.format_date(day, name, locale="th_TH"))
    print(formatter.format(day.replace(tzinfo=datetime.timezone.utc).timestamp()))
PY
mapfile -t seen < <(inside /usr/bin/python3 dates.py)
check "long, by Babel" "14 มิถุนายน ค.ศ. 2025" "${seen[0]}"
check "long, by ICU" "14 มิถุนายน 2568" "${seen[1]}"
check "short, by Babel" "14/6/25" "${seen[2]}"
check "short, by ICU" "14/6/68" "${seen[3]}"
