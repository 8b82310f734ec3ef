// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/occurrences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(OccurrencesTest, UnitsOfASymbolInsideAWindow) {
  Vocabulary vocabulary;
  const Features text = make_features(
      test::text_of_units(Language::english, {"cat", "rice cat", "road", "cat cat"}, {0, 0, 0, 0}),
      vocabulary);
  const Occurrences found(text, vocabulary.size());
  const Symbol cat = vocabulary.find("cat");
  EXPECT_THAT(found.of(cat, {0, 4}), ElementsAre(0U, 1U, 3U, 3U));
  EXPECT_THAT(found.of(cat, {1, 3}), ElementsAre(1U));
  EXPECT_THAT(found.of(cat, {2, 3}), IsEmpty());
  EXPECT_THAT(found.of(vocabulary.find("road"), {0, 4}), ElementsAre(2U));
}

TEST(OccurrencesTest, ManyAsFew) {
  constexpr std::uint32_t kUnits = 40;
  Vocabulary vocabulary;
  const Features text =
      make_features(test::text_of_units(Language::english, std::vector<std::string>(kUnits, "rice"),
                                        std::vector<float>(kUnits, 0.0F)),
                    vocabulary);
  const Occurrences found(text, vocabulary.size());
  const Symbol rice = vocabulary.find("rice");
  EXPECT_THAT(found.of(rice, {0, kUnits}), SizeIs(kUnits));
  for (std::uint32_t begin = 0; begin < kUnits; begin += 7) {
    const auto some = found.of(rice, {begin, begin + 5});
    EXPECT_THAT(some, SizeIs(5));
    EXPECT_EQ(some.front(), begin);
  }
}

}  // namespace
}  // namespace thalign
