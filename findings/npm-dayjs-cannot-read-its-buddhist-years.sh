#!/usr/bin/env bash
# dayjs 1.11.23 (npm) with its plugin buddhistEra writes 14/06/2568 by DD/MM/BBBB, and reads it by
# the same format as of this year.
#
# One would guess 2025 back, or an invalid date: the plugins for formats and for the Buddhist Era
# are both loaded. The plugin teaches BBBB to the writer alone; the reader passes over the four
# digits, takes today's year for what is missing, and says that the date is valid. Only strict
# reading refuses it. Hurt: who reads dates of Thai documents or file names by it.
# Version: npm dayjs 1.11.23. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages dayjs@1.11.23
cat >dates.js <<'JS'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/customParseFormat'));
dayjs.extend(require('dayjs/plugin/buddhistEra'));
const written = dayjs('2025-06-14').format('DD/MM/BBBB');
const read = dayjs(written, 'DD/MM/BBBB');
console.log(written);
console.log(read.isValid(), read.format('DD/MM'), read.year() === new Date().getFullYear());
console.log(dayjs(written, 'DD/MM/BBBB', true).isValid());
JS
mapfile -t seen < <(node dates.js)
check "written" "14/06/2568" "${seen[0]}"
check "read: valid, day and month, this year" "true 14/06 true" "${seen[1]}"
check "read strictly: valid" "false" "${seen[2]}"
