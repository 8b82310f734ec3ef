// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace thalign {
namespace {

struct Case {
  std::string bytes;
  std::size_t first_invalid;
  std::string replaced;
};

// Table 3-8 to 3-11 of the Unicode Standard, chapter 3.9, and the ends of text.
const std::vector<Case> broken = {
    {"a\x80z", 1, "a\uFFFDz"},
    {"a\xF0\x80\x80\x41", 1, "a\uFFFD\uFFFD\uFFFD\x41"},
    {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 0,
     "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41"},
    {"\xED\xA0\x80\xED\xBF\xBF\x41", 0, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41"},
    {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 0,
     "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41\uFFFD\uFFFD\x42"},
    {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 0, "\uFFFD\uFFFD\uFFFD\uFFFD\x41"},
    {"กข\xE0\xB8", 6, "กข\uFFFD"},
    {"กข\xE0\xB8ก", 6, "กข\uFFFDก"},
    {"0123456789abcdef\xE0", 16, "0123456789abcdef\uFFFD"},
};

TEST(Utf8Test, ValidText) {
  for (const std::string& text :
       std::vector<std::string>{"", "plain ascii, long enough", "ก", "é", "😀", "กขค abc é 😀\n",
                                "\uFFFD", std::string(3, '\0')}) {
    EXPECT_EQ(first_invalid_utf8(text), std::string_view::npos) << text;
    EXPECT_TRUE(check_utf8(text).valid()) << text;
    EXPECT_EQ(replace_invalid_utf8(text), text);
  }
}

TEST(Utf8Test, FindsTheFirstInvalidByte) {
  for (const Case& c : broken) {
    EXPECT_EQ(first_invalid_utf8(c.bytes), c.first_invalid) << c.replaced;
    EXPECT_EQ(check_utf8(c.bytes).first_invalid, c.first_invalid) << c.replaced;
  }
}

TEST(Utf8Test, ReplacesMaximalInvalidSubparts) {
  for (const Case& c : broken) EXPECT_EQ(replace_invalid_utf8(c.bytes), c.replaced);
}

TEST(Utf8Test, CountsWhatIsValidAndWhatIsNot) {
  const Utf8Check check = check_utf8("abc กข\xFF é \xE0\xB8 😀");
  EXPECT_EQ(check.characters, 4U);
  EXPECT_EQ(check.invalid, 2U);
  EXPECT_EQ(check.first_invalid, 10U);
}

TEST(Utf8Test, EveryPairOfBytesBecomesValid) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second), 'z'};
      const std::string replaced = replace_invalid_utf8(bytes);
      ASSERT_TRUE(check_utf8(replaced).valid()) << first << " " << second;
      ASSERT_EQ(replaced.back(), 'z');
      ASSERT_EQ(replaced == bytes, check_utf8(bytes).valid());
    }
  }
}

}  // namespace
}  // namespace thalign
