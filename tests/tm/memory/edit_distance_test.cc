// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace thalign {
namespace {

using Symbols = std::vector<std::uint64_t>;

/// The definition, a row at a time.
std::size_t plain_distance(const Symbols& a, const Symbols& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

Symbols random_symbols(std::mt19937& random, std::size_t most, std::uint64_t alphabet) {
  Symbols symbols(std::uniform_int_distribution<std::size_t>(0, most)(random));
  std::uniform_int_distribution<std::uint64_t> symbol(1, alphabet);
  std::ranges::generate(symbols, [&] { return symbol(random) * 0x9E3779B97F4A7C15U; });
  return symbols;
}

/// A few changes of `symbols`, so that distances are small, too.
Symbols changed(Symbols symbols, std::mt19937& random) {
  for (int changes = std::uniform_int_distribution<int>(0, 6)(random); changes > 0; --changes) {
    const auto at = static_cast<std::ptrdiff_t>(
        std::uniform_int_distribution<std::size_t>(0, symbols.size())(random));
    if (random() % 2 == 0 || at == static_cast<std::ptrdiff_t>(symbols.size())) {
      symbols.insert(symbols.begin() + at, random() % 5);
    } else if (random() % 2 == 0) {
      symbols.erase(symbols.begin() + at);
    } else {
      symbols[static_cast<std::size_t>(at)] = 7;
    }
  }
  return symbols;
}

TEST(EditDistance, OfEmptySequences) {
  EXPECT_EQ(EditDistance({}).to({}), 0U);
  EXPECT_EQ(EditDistance({}).to(Symbols{1, 2}), 2U);
  EXPECT_EQ(EditDistance(Symbols{1, 2}).to({}), 2U);
}

TEST(EditDistance, IsThatOfTheDefinition) {
  std::mt19937 random(1);
  // Lengths around one, two and several words of 64 rows; few symbols make many ties.
  for (const std::size_t most : {5U, 64U, 65U, 130U, 400U}) {
    for (const std::uint64_t alphabet : {1U, 2U, 5U, 100U}) {
      for (int i = 0; i < 60; ++i) {
        const Symbols a = random_symbols(random, most, alphabet);
        const Symbols b = random_symbols(random, most, alphabet);
        const Symbols c = changed(a, random);
        const EditDistance distance(a);
        ASSERT_EQ(distance.to(b), plain_distance(a, b));
        ASSERT_EQ(distance.to(c), plain_distance(a, c));
        ASSERT_EQ(distance.to(a), 0U);
      }
    }
  }
}

TEST(EditDistance, AtTheEdgesOfWords) {
  for (const std::size_t size : {63U, 64U, 65U, 127U, 128U, 129U}) {
    Symbols a(size);
    std::iota(a.begin(), a.end(), 1);
    Symbols last = a;
    last.back() = 0;
    Symbols shorter(a.begin() + 1, a.end());
    EXPECT_EQ(EditDistance(a).to(last), 1U);
    EXPECT_EQ(EditDistance(a).to(shorter), 1U);
    EXPECT_EQ(EditDistance(shorter).to(a), 1U);
  }
}

}  // namespace
}  // namespace thalign
