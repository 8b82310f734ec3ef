// SPDX-License-Identifier: Apache-2.0
#include "tm/date.h"

#include <gmock/gmock.h>

#include <string>

namespace thalign {
namespace {

std::string read_and_written(std::string_view text) {
  const auto date = parse_date(text);
  return date ? tmx_date(*date) : "none";
}

TEST(ParseDate, ReadsBasicAndExtendedForms) {
  for (const char* text :
       {"20261122T152400Z", "2026-11-22T15:24:00Z", "2026-11-22 15:24:00", "2026-11-22T15:24Z",
        "20261122T1524Z", "2026-11-22T15:24:00.123Z", "2026-11-22T22:24:00+07:00",
        "20261122T222400+0700", "2026-11-22T10:24:00-05", "20261122t152400z"}) {
    EXPECT_EQ(read_and_written(text), "20261122T152400Z") << text;
  }
  EXPECT_EQ(read_and_written("2026-11-22"), "20261122T000000Z");
  EXPECT_EQ(read_and_written("20000229"), "20000229T000000Z");
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "now", "2026", "20261322", "20250229T000000Z", "20261122T", "20261122T99",
        "20261122T156000Z", "20261122T152400X", "20261122T152400Z ", "22/11/2026",
        "20261122T152400+07:0", "2026-11-22T15:24:", "-2026112T000000Z"}) {
    EXPECT_EQ(read_and_written(text), "none") << text;
  }
}

}  // namespace
}  // namespace thalign
