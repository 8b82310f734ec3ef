// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/english_number.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

namespace thalign {
namespace {

/// Value and words of the number that a text begins with.
std::optional<std::pair<double, std::size_t>> english(const std::string& text,
                                                      std::optional<double> given = {}) {
  const Words words(text);
  const std::optional<NumberWords> found = english_number(words, 0, given);
  if (!found) return std::nullopt;
  return std::pair(found->value, found->words);
}

TEST(EnglishNumberTest, CardinalsAndOrdinals) {
  EXPECT_EQ(english("thirty nine boats"), std::pair(39.0, std::size_t{2}));
  EXPECT_EQ(english("third"), std::pair(3.0, std::size_t{1}));
  EXPECT_EQ(english("two dozen eggs"), std::pair(24.0, std::size_t{2}));
  EXPECT_EQ(english("two hundred and six"), std::pair(206.0, std::size_t{4}));
  EXPECT_EQ(english("four million"), std::pair(4e6, std::size_t{2}));
}

TEST(EnglishNumberTest, AScaleAfterDigits) {
  EXPECT_EQ(english("million baht", 2.5), std::pair(2.5e6, std::size_t{1}));
  EXPECT_EQ(english("baht", 2.5), std::nullopt);
  for (const char* const text : {"rain", "dozens of boats"}) EXPECT_EQ(english(text), std::nullopt);
}

TEST(EnglishNumberTest, Scales) {
  EXPECT_EQ(english_scale("million"), 1e6);
  EXPECT_EQ(english_scale("rain"), std::nullopt);
  EXPECT_EQ(compact_scale("k"), 1e3);
  EXPECT_EQ(compact_scale("b"), 1e9);
  EXPECT_EQ(compact_scale("q"), std::nullopt);
}

}  // namespace
}  // namespace thalign
