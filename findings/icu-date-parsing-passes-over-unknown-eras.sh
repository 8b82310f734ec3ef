#!/usr/bin/env bash
# ICU 72 reads "14 June 2568 BE" by the pattern "d MMMM y G" as the year 2568 of the Common Era: an
# era at the end that it does not know is passed over.
#
# One would guess an error, as for an unknown month, or for an unknown era that stands before the
# year. At the end of the pattern any text will do (xyz), though some has to be there, even where
# the format is not lenient, and the result is 543 years off. Hurt: who reads the dates of English
# texts from Thailand, where BE is usual, to compare them with the Thai ones.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
cat >dates.cc <<'CC'
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <iostream>
int main() {
  const char* cases[][2] = {{"d MMMM y G", "14 June 2568 BE"}, {"d MMMM y G", "14 June 2568 xyz"}, {"d MMMM y G", "14 June 2568"},
                            {"G y, d MMMM", "BE 2568, 14 June"}};
  for (const bool lenient : {true, false}) {
    for (const auto& [pattern, text] : cases) {
      UErrorCode status = U_ZERO_ERROR;
      icu::SimpleDateFormat format(pattern, icu::Locale("en"), status);
      format.setLenient(lenient);
      const UDate date = format.parse(text, status);
      icu::GregorianCalendar calendar(icu::Locale("en"), status);
      calendar.setTime(date, status);
      const int32_t year = calendar.get(UCAL_YEAR, status);
      std::cout << (U_FAILURE(status) ? "error" : std::to_string(year)) << " ";
    }
    std::cout << "\n";
  }
}
CC
g++ -std=c++17 -Iroot/usr/include dates.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licui18n -licuuc -licudata -o dates
mapfile -t seen < <(inside ./dates)
echo "years read from 14 June 2568 BE, 14 June 2568 xyz, 14 June 2568, all by d MMMM y G; BE 2568, 14 June"
check "leniently" "2568 2568 error error " "${seen[0]}"
check "strictly" "2568 2568 error error " "${seen[1]}"
