// SPDX-License-Identifier: Apache-2.0
#include "document/decode_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kThaiBytes =
    "\xa1\xd2\xc3\xbb\xc3\xd0\xaa\xd8\xc1\xe0\xc3\xd4\xe8\xc1\xe0\xc7\xc5\xd2"
    "\xe0\xa1\xe9\xd2\xe2\xc1\xa7";  // การประชุมเริ่มเวลาเก้าโมง in Windows-874

std::string decoded(std::string_view bytes, const DocumentReadOptions& options = {}) {
  const Document document = decode_text(bytes, options);
  return std::string(document.text());
}

/// What is noted of decoding `bytes`.
std::vector<std::string> notes_of(std::string_view bytes, const DocumentReadOptions& options) {
  StructuredDocument document;
  note_decoding(decode_text(bytes, options), options, document);
  return document.notes();
}

TEST(DecodeTextTest, AnEncodingThatWasGuessedIsNoted) {
  EXPECT_EQ(decoded(kThaiBytes), "การประชุมเริ่มเวลาเก้าโมง");
  EXPECT_THAT(notes_of(kThaiBytes, {}),
              ElementsAre("detected encoding windows-874 (override with --encoding)"));
  EXPECT_THAT(notes_of(kThaiBytes, {.encoding = "windows-874"}), IsEmpty());
  EXPECT_THAT(notes_of("กา", {}), IsEmpty());
}

TEST(DecodeTextTest, WhatWasReplacedIsCounted) {
  const DocumentReadOptions options{.encoding = "UTF-8", .replace_invalid = true};
  EXPECT_EQ(decoded("a\xff", options), "a\uFFFD");
  EXPECT_THAT(notes_of("a\xff", options), ElementsAre("1 invalid sequence replaced by U+FFFD"));
  EXPECT_THAT(notes_of("a\xff z\xff", options),
              ElementsAre("2 invalid sequences replaced by U+FFFD"));
}

TEST(DecodeTextTest, ErrorsNameTheDocument) {
  EXPECT_THAT(error_message([] { decode_text("a\xff", {.name = "notes.md", .encoding = "UTF-8"}); },
                            ErrorCode::encoding),
              testing::StartsWith("notes.md"));
}

}  // namespace
}  // namespace thalign
