// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/texts_part.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::SmallProblem;

/// The tokens of a text as what the links say of them: their background and where they lead to.
std::vector<std::string> links_of_tokens(const Features& text, UnitRange units,
                                         const Features& other, UnitRange other_units,
                                         const Links& links) {
  std::vector<std::string> shown;
  for (std::uint32_t t = text.token_begin[units.begin]; t < text.token_begin[units.end]; ++t) {
    std::string all = std::to_string(links.background(text.tokens[t])) +
                      (links.is_anchor(text.tokens[t]) ? " anchor" : "");
    for (const Link& link : links.of(text.tokens[t])) {
      // Which tokens of the other part a link leads to, counted from its begin.
      const std::uint32_t begin = other.token_begin[other_units.begin];
      for (std::uint32_t o = begin; o < other.token_begin[other_units.end]; ++o) {
        if (other.tokens[o] == link.symbol)
          all += " " + std::to_string(o - begin) + ":" + std::to_string(link.probability);
      }
    }
    shown.push_back(std::move(all));
  }
  return shown;
}

TEST(TextsPartTest, HasTheLinksOfItsTokensWithFewerSymbols) {
  std::mt19937 random(4);
  int fewer = 0;
  int linked = 0;
  for (int round = 0; round < 40; ++round) {
    SCOPED_TRACE(round);
    constexpr std::uint32_t kUnits = 12;
    const SmallProblem problem(test::random_units(random, Language::thai, kUnits),
                               test::random_units(random, Language::english, kUnits),
                               Corridor::full(kUnits, kUnits));
    const auto begin = static_cast<std::uint32_t>(random() % kUnits);
    const UnitRange source = {begin,
                              begin + 1 + static_cast<std::uint32_t>(random() % (kUnits - begin))};
    const UnitRange target = {begin / 2, kUnits - begin / 2};
    const TextsPart part(problem.source, problem.target, problem.forward, problem.backward, source,
                         target);
    const UnitRange part_source = {0, source.size()};
    const UnitRange part_target = {0, target.size()};
    ASSERT_EQ(part.source().units(), source.size());
    ASSERT_EQ(part.target().units(), target.size());
    EXPECT_EQ(
        links_of_tokens(part.source(), part_source, part.target(), part_target, part.forward()),
        links_of_tokens(problem.source, source, problem.target, target, problem.forward));
    const std::vector<std::string> backward =
        links_of_tokens(part.target(), part_target, part.source(), part_source, part.backward());
    EXPECT_EQ(backward,
              links_of_tokens(problem.target, target, problem.source, source, problem.backward));
    linked += std::ranges::any_of(
        backward, [](const std::string& token) { return token.find(':') != std::string::npos; });
    EXPECT_EQ(part.forward().symbols(), part.backward().symbols());
    EXPECT_LE(part.forward().symbols(), problem.forward.symbols());
    fewer += part.forward().symbols() < problem.forward.symbols();
    for (const Symbol symbol : part.target().tokens) EXPECT_LT(symbol, part.forward().symbols());
    for (Symbol symbol = 0; symbol < part.forward().symbols(); ++symbol) {
      EXPECT_TRUE(std::ranges::is_sorted(part.forward().of(symbol), {}, &Link::symbol));
    }
  }
  EXPECT_GT(fewer, 5);
  EXPECT_GT(linked, 20);
}

}  // namespace
}  // namespace thalign
