// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_joiner.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/segment/wrapping/wrap.h"

namespace thalign {
namespace {

/// What a joiner with that window makes of `text`, added in parts of `size` bytes.
std::string streamed(const std::string& text, std::size_t size, std::size_t window) {
  std::string result;
  LineJoiner joiner(
      WrappedLines::recognise, [&](const LineJoiner::Part& part) { result += part.text; }, window);
  for (std::size_t at = 0; at < text.size(); at += size) joiner.add(text.substr(at, size));
  joiner.finish();
  return result;
}

TEST(LineJoinerTest, AStreamIsJoinedAsTheWholeTextIs) {
  std::string text;
  std::string whole;
  for (int i = 0; i < 30; ++i) {
    text += wrapped(kEnglishProse, 64, Breaks::spaces) + "\n";
    whole += std::string(kEnglishProse) + "\n";
  }
  EXPECT_EQ(streamed(text, 700, 4096), whole);
  EXPECT_EQ(streamed(text, text.size(), std::size_t{1} << 20), whole);
}

TEST(LineJoinerTest, AnEmptyTextStaysEmpty) { EXPECT_EQ(streamed("", 1, 10), ""); }

}  // namespace
}  // namespace thalign
