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

Features features_of(const std::vector<std::string>& units, Vocabulary& vocabulary) {
  return make_features(
      test::text_of_units(Language::english, units, std::vector<float>(units.size(), 0.0F)),
      vocabulary);
}

TEST(OccurrencesTest, UnitsOfASymbolInsideWindowsThatAscend) {
  Vocabulary vocabulary;
  const Features text = features_of({"cat", "rice cat", "road", "cat cat"}, vocabulary);
  Occurrences found(text, vocabulary.size());
  const Symbol cat = vocabulary.find("cat");
  EXPECT_THAT(found.first_of(cat, {0, 4}, 9), ElementsAre(0U, 1U, 3U, 3U));
  EXPECT_THAT(found.first_of(cat, {0, 4}, 3), ElementsAre(0U, 1U, 3U));
  EXPECT_THAT(found.first_of(cat, {1, 3}, 9), ElementsAre(1U));
  EXPECT_THAT(found.first_of(cat, {2, 3}, 9), IsEmpty());
  EXPECT_THAT(found.first_of(cat, {3, 4}, 9), ElementsAre(3U, 3U));
  EXPECT_THAT(found.first_of(vocabulary.find("road"), {0, 4}, 9), ElementsAre(2U));
}

TEST(OccurrencesTest, UnitsOfSymbolsThatOccurOftenAreLeftOut) {
  Vocabulary vocabulary;
  const Features text = features_of({"cat", "rice cat", "road", "cat rice"}, vocabulary);
  Occurrences found(text, vocabulary.size(), 2);
  EXPECT_TRUE(found.is_often(vocabulary.find("cat")));
  EXPECT_THAT(found.first_of(vocabulary.find("cat"), {0, 4}, 9), IsEmpty());
  EXPECT_FALSE(found.is_often(vocabulary.find("rice")));
  EXPECT_THAT(found.first_of(vocabulary.find("rice"), {0, 4}, 9), ElementsAre(1U, 3U));
  EXPECT_THAT(found.first_of(vocabulary.find("road"), {0, 4}, 9), ElementsAre(2U));
}

}  // namespace
}  // namespace thalign
