// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/near_duplicates.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace thalign {
namespace {

/// Whether two texts have the hash of a band in common.
bool are_near(std::string_view a, std::string_view b) {
  const NearKeys first = near_keys(a).value();
  const NearKeys second = near_keys(b).value();
  for (std::size_t band = 0; band < kNearBands; ++band) {
    if (first[band] == second[band]) return true;
  }
  return false;
}

/// A text of random Latin letters.
std::string random_letters(std::mt19937& random, std::size_t size) {
  std::string text;
  while (text.size() < size) text += static_cast<char>('a' + random() % 26);
  return text;
}

/// Of 200 texts, how many are near to themselves with every `step`th letter another.
int near_of_200(std::size_t step) {
  std::mt19937 random(7);
  int found = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string text = random_letters(random, 1000);
    std::string other = text;
    for (std::size_t at = step / 2; at < other.size(); at += step) other[at] = '-';
    found += are_near(text, other) ? 1 : 0;
  }
  return found;
}

TEST(NearDuplicatesTest, HowMuchMustBeTheSame) {
  // A letter changed changes nine runs. One of 500: s = (992 - 18) / (992 + 18) = .96, found .98.
  EXPECT_GE(near_of_200(500), 185);
  // One of 20: nearly half of the runs; s = .38.
  EXPECT_LE(near_of_200(20), 2);
}

TEST(NearDuplicatesTest, UnrelatedTextsHaveNoHashInCommonAndEqualOnesAll) {
  std::mt19937 random(3);
  const std::string text = random_letters(random, 300);
  EXPECT_EQ(near_keys(text), near_keys(text));
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(are_near(text, random_letters(random, 300)));
}

TEST(NearDuplicatesTest, BandsOfOneTextDiffer) {
  const NearKeys keys = near_keys(std::string(100, 'x')).value();
  for (std::size_t band = 1; band < kNearBands; ++band) EXPECT_NE(keys[band], keys[0]);
}

TEST(NearDuplicatesTest, ShortTextsAreLikeNoOther) {
  const std::string shortest(2 * kShingleBytes, 'x');
  EXPECT_TRUE(near_keys(shortest).has_value());
  EXPECT_FALSE(near_keys(shortest.substr(1)).has_value());
}

}  // namespace
}  // namespace thalign
