// SPDX-License-Identifier: Apache-2.0
#include "cli/base/messages.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign::cli {
namespace {

TEST(Shown, TextsStayAsTheyAre) {
  for (const char* const text : {"", "Mr. Ivy", "น้ำใจ ๑๒", "e\u0301 \u200B \u00A0 😀"}) {
    EXPECT_EQ(shown(text), text);
  }
}

TEST(Shown, NoControlCharacters) {
  EXPECT_EQ(shown("a\x1B[31mb\x07\x7F"), "a?[31mb??");
  EXPECT_EQ(shown("two\r\nlines\t1"), "two??lines?1");
  EXPECT_EQ(shown(std::string("a\0b", 3)), "a?b");
  EXPECT_EQ(shown("\u0085\u009B5m\u2028\u2029"), "??5m??");
}

TEST(Shown, NoMarksThatChangeDirection) {
  EXPECT_EQ(shown("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E"), "????????");
  EXPECT_EQ(shown("\u2066x\u2067y\u2068z\u2069"), "?x?y?z?");
}

TEST(Shown, NoBytesThatAreNotUtf8) {
  EXPECT_EQ(shown("a\xFFz"), "a?z");
  EXPECT_EQ(shown("\xC2"), "?");
  EXPECT_EQ(shown("ก\xE0\xB8"), "ก?");
  EXPECT_EQ(shown("\xED\xA0\x80").find_first_not_of('?'), std::string::npos);  // a surrogate
  EXPECT_EQ(shown("\xC0\x9B").find_first_not_of('?'), std::string::npos);      // ESC in two bytes
}

}  // namespace
}  // namespace thalign::cli
