// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/repeated_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

constexpr std::string_view kLine = "the harbour committee meets";

RepeatedLines lines_of(const std::string& text) { return {text, text_lines(text)}; }

TEST(RepeatedLinesTest, BetweenOtherLinesBeginsAndEndsAParagraph) {
  const std::string text =
      "one\n" + std::string(kLine) + "\ntwo\nthree\n" + std::string(kLine) + "\nfour\n";
  const RepeatedLines lines = lines_of(text);
  EXPECT_TRUE(lines.begins(kLine));
  EXPECT_TRUE(lines.ends(kLine));
}

TEST(RepeatedLinesTest, BehindTheSameLineBeginsNone) {
  const std::string text =
      "one\n" + std::string(kLine) + "\ntwo\none\n" + std::string(kLine) + "\nfour\n";
  const RepeatedLines lines = lines_of(text);
  EXPECT_FALSE(lines.begins(kLine));
  EXPECT_TRUE(lines.ends(kLine));
}

TEST(RepeatedLinesTest, OnceOrShortMeansNothing) {
  const std::string once = "one\n" + std::string(kLine) + "\ntwo\n";
  EXPECT_FALSE(lines_of(once).begins(kLine));
  const std::string short_line = "one\nmenu\ntwo\nthree\nmenu\nfour\n";
  EXPECT_FALSE(lines_of(short_line).begins("menu"));
}

}  // namespace
}  // namespace thalign
