// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/hyphens.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

/// `text` with its line end at `|`, settled as the hyphens of the whole text say.
std::string settled(const std::string& text) {
  const auto at = static_cast<std::uint32_t>(text.find('|'));
  LineJoin join{.removed = {at, at + 1}, .space = true};
  Hyphens(text).settle(join);
  return text.substr(0, join.removed.begin) + (join.space ? " " : "") +
         text.substr(join.removed.end);
}

TEST(HyphensTest, OfAWordThatTheTextHasWhole) {
  EXPECT_EQ(settled("the govern-|ment. A government."), "the government. A government.");
}

TEST(HyphensTest, OfACompoundOfTheText) {
  EXPECT_EQ(settled("a well-|known name, well-known"), "a well-known name, well-known");
}

TEST(HyphensTest, OfTwoWordsThatTheTextHasBesides) {
  EXPECT_EQ(settled("a river-|side road by the river, at its side"),
            "a river-side road by the river, at its side");
}

TEST(HyphensTest, BeforeACapitalStaysAndTakesNoSpace) {
  EXPECT_EQ(settled("Anglo-|Thai trade"), "Anglo-Thai trade");
}

TEST(HyphensTest, SoftHyphensGo) { EXPECT_EQ(settled("govern\u00AD|ment"), "government"); }

TEST(HyphensTest, DashesAndPlainLinesKeepTheSpace) {
  EXPECT_EQ(settled("rain -|and wind"), "rain - and wind");
  EXPECT_EQ(settled("rain|and wind"), "rain and wind");
}

}  // namespace
}  // namespace thalign
