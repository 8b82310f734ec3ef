// SPDX-License-Identifier: Apache-2.0
#include "tm/output.h"

#include <gtest/gtest.h>

#include <sstream>

namespace thalign {
namespace {

TEST(OutputTest, NumbersOfFormats) {
  EXPECT_EQ(decimal(0.98765), "0.9877");
  EXPECT_EQ(decimal(-1.5), "-1.5000");
  EXPECT_EQ(decimal(std::nullopt), "-");
  TranslationUnit unit;
  EXPECT_EQ(hunalign_quality(unit), "0.0000");
  unit.about.properties = {{"x-hunalign-quality", "0.3"}};
  EXPECT_EQ(hunalign_quality(unit), "0.3");
  unit.confidence = 0.5;
  EXPECT_EQ(hunalign_quality(unit), "0.5000");
}

TEST(OutputTest, TheTwoSidesOfAUnit) {
  TranslationUnit unit;
  unit.variants = {{.language = "th", .text = "ฝน"}, {.language = "en"}};
  EXPECT_EQ(sides(unit).source, &unit.variants[0]);
  EXPECT_EQ(sides(unit).target, nullptr);
}

TEST(OutputTest, OneLine) {
  EXPECT_EQ(single_line(" a\r\n b\t\u2028c \n"), "a b c");
  EXPECT_EQ(single_line("a\u00A0b\u200Bc"), "a\u00A0b\u200Bc");
  EXPECT_EQ(single_line(""), "");
}

TEST(OutputTest, AnyBytesBecomeText) {
  EXPECT_EQ(valid_utf8("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(json_string("a\"\\\n\x01"), "\"a\\\"\\\\\\n\\u0001\"");
}

TEST(OutputTest, AByteOrderMarkOfTheTextIsKept) {
  std::ostringstream out;
  OutputBuffer buffer(out);
  buffer.guard_first("\uFEFFa");
  buffer.append("\uFEFFa");
  EXPECT_EQ(out.str(), "");
  buffer.flush();
  EXPECT_EQ(out.str(), "\uFEFF\uFEFFa");
}

}  // namespace
}  // namespace thalign
