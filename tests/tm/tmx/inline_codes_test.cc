// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/inline_codes.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace thalign {
namespace {

TEST(InlineCodesTest, CodesAreNotPlainText) {
  const auto [text, markup] =
      parse_markup("Borrow <bpt i=\"1\">&lt;b></bpt>books<ept i=\"1\">&lt;/b></ept>", "a.tmx:3");
  EXPECT_EQ(text, "Borrow books");
  EXPECT_EQ(markup, "Borrow <bpt i=\"1\">&lt;b&gt;</bpt>books<ept i=\"1\">&lt;/b&gt;</ept>");
}

TEST(InlineCodesTest, HighlightsAre) {
  EXPECT_EQ(parse_markup("a <hi>b</hi> c", "x").first, "a b c");
}

TEST(InlineCodesTest, ABeginWithoutItsEndIsIsolated) {
  const auto [text, markup] = parse_markup("a<bpt i=\"1\">x</bpt>b", "x");
  EXPECT_EQ(text, "ab");
  EXPECT_EQ(markup, "a<it pos=\"begin\">x</it>b");
}

TEST(InlineCodesTest, WhatIsNotWellFormedIsRefused) {
  try {
    (void)parse_markup("a<ph>b", "a.tmx:3");
    FAIL() << "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format);
    EXPECT_EQ(std::string_view(error.what()).substr(0, 7), "a.tmx:3");
  }
}

}  // namespace
}  // namespace thalign
