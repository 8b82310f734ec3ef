// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/utf8_stream.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"
#include "text/unicode/utf8.h"

namespace thalign {
namespace {

const std::string kText = "aก\u00E9\U0001F600 ไทย\n";

/// The text of `bytes`, added `step` at a time.
std::string streamed(const std::string& bytes, std::size_t step, bool replace_invalid,
                     std::size_t* replaced = nullptr) {
  Utf8Stream stream("t.txt", 100, replace_invalid);
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    const std::string part = stream.add(std::string_view(bytes).substr(at, step));
    EXPECT_EQ(first_invalid_utf8(part), std::string::npos);
    text += part;
  }
  text += stream.finish();
  if (replaced != nullptr) *replaced = stream.replaced();
  return text;
}

TEST(Utf8StreamTest, CharactersAcrossPieces) {
  for (std::size_t step = 1; step <= kText.size(); ++step) {
    EXPECT_EQ(streamed(kText, step, false), kText) << step;
  }
}

TEST(Utf8StreamTest, InvalidBytesByTheirOffset) {
  for (const std::string bad : {"\xFF", "\x80", "\xE0\x80", "\xE0", "\xF0\x9F\x98", "\xC0\x80"}) {
    for (std::size_t step = 1; step < 9; ++step) {
      try {
        streamed(kText + bad + kText, step, false);
        ADD_FAILURE() << "no error";
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::encoding);
        const std::string place = "t.txt: byte " + std::to_string(100 + kText.size()) + ": ";
        EXPECT_TRUE(std::string_view(error.what()).starts_with(place)) << error.what();
      }
    }
  }
}

TEST(Utf8StreamTest, ReplacesAsTheWholeTextDoes) {
  for (const std::string bad : {"\xFF", "\xE0\x80", "\xE0\xB8", "\xF0\x9F\x98", "\xC0\x80\xFF"}) {
    const std::string bytes = bad + kText + bad + bad + kText + bad;
    for (std::size_t step = 1; step < 9; ++step) {
      std::size_t replaced = 0;
      EXPECT_EQ(streamed(bytes, step, true, &replaced), replace_invalid_utf8(bytes));
      EXPECT_EQ(replaced, check_utf8(bytes).invalid);
    }
  }
}

}  // namespace
}  // namespace thalign
