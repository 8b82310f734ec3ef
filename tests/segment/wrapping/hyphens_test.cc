// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/hyphens.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

/// `text` with its line end at `|`, joined as the hyphens of the whole text say.
std::string joined(const std::string& text) {
  const auto at = static_cast<std::uint32_t>(text.find('|'));
  LineJoin join{.removed = {at, at + 1}, .space = true};
  Hyphens(text).settle(join);
  return text.substr(0, join.removed.begin) + (join.space ? " " : "") +
         text.substr(join.removed.end);
}

TEST(HyphensTest, OfAWordThatTheTextHasWhole) {
  EXPECT_EQ(joined("the govern-|ment. A government."), "the government. A government.");
}

TEST(HyphensTest, OfACompoundOfTheText) {
  EXPECT_EQ(joined("a well-|known name, well-known"), "a well-known name, well-known");
}

TEST(HyphensTest, OfTwoWordsThatTheTextHasBesides) {
  EXPECT_EQ(joined("a river-|side road by the river, at its side"),
            "a river-side road by the river, at its side");
}

TEST(HyphensTest, BeforeACapitalStaysAndTakesNoSpace) {
  EXPECT_EQ(joined("Anglo-|Thai trade"), "Anglo-Thai trade");
}

TEST(HyphensTest, SoftHyphensGo) { EXPECT_EQ(joined("govern\u00AD|ment"), "government"); }

TEST(HyphensTest, DashesAndPlainLinesKeepTheSpace) {
  EXPECT_EQ(joined("rain -|and wind"), "rain - and wind");
  EXPECT_EQ(joined("rain|and wind"), "rain and wind");
}

}  // namespace
}  // namespace thalign
