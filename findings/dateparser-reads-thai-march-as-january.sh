#!/usr/bin/env bash
# dateparser 1.1.6 reads the Thai abbreviation of March, มี.ค., as January.
#
# One would guess that the twelve abbreviations that every Thai newspaper uses are read, or None
# comes back. "5 มี.ค. 2025" is 5 January; the other eleven are right, so that a spot check does not
# show it. Hurt: who turns the dates of Thai pages into numbers to match documents or sentences by
# date.
# Version: python3-dateparser 1.1.6-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-dateparser=1.1.6-1
cat >months.py <<'PY'
import dateparser
names = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
print(" ".join(str(dateparser.parse(f"5 {name} 2025", languages=["th"]).month) for name in names))
PY
check "months read" "1 2 1 4 5 6 7 8 9 10 11 12" "$(inside /usr/bin/python3 months.py)"
