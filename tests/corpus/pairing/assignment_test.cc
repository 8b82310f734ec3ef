// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/assignment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace thalign {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(AssignmentTest, TakesTheBestFirstAndEachDocumentOnce) {
  EXPECT_THAT(assign_one_to_one({{0, 0, .5}, {0, 1, .9}, {1, 1, .8}, {1, 0, .4}}, 0),
              ElementsAre(DocumentPairing{0, 1, .9}, DocumentPairing{1, 0, .4}));
}

TEST(AssignmentTest, LeavesOutWhatIsBelowTheLeast) {
  EXPECT_THAT(assign_one_to_one({{0, 0, .5}, {1, 1, .2}}, .3),
              ElementsAre(DocumentPairing{0, 0, .5}));
  EXPECT_THAT(assign_one_to_one({}, 0), IsEmpty());
}

TEST(AssignmentTest, TiesGoToLowerNumbers) {
  EXPECT_THAT(assign_one_to_one({{2, 0, .5}, {1, 1, .5}, {1, 0, .5}, {2, 1, .5}}, 0),
              ElementsAre(DocumentPairing{1, 0, .5}, DocumentPairing{2, 1, .5}));
}

// 0-1 is wrong though it scores best of the uncertain; 0-0 takes its place. 2-2 is certain.
TEST(AssignmentTest, WhatFailsTheCheckFreesItsDocuments) {
  std::vector<DocumentPairing> seen;
  const PairingCheck check = [&](std::span<const DocumentPairing> pairs) {
    std::vector<bool> verdicts;
    for (const DocumentPairing& pair : pairs) {
      seen.push_back(pair);
      verdicts.push_back(pair.english != 1);
    }
    return verdicts;
  };
  EXPECT_THAT(assign_checked({{0, 1, .4}, {0, 0, .3}, {2, 2, .9}, {2, 0, .1}}, {0, .5}, check),
              ElementsAre(DocumentPairing{2, 2, .9}, DocumentPairing{0, 0, .3}));
  EXPECT_THAT(seen, ElementsAre(DocumentPairing{0, 1, .4}, DocumentPairing{0, 0, .3}));
}

TEST(AssignmentTest, NothingUncheckedIsLeftAfterTheRounds) {
  std::vector<DocumentPairing> candidates;
  for (DocumentNumber thai = 0; thai < 10; ++thai) candidates.push_back({thai, 0, .3});
  std::size_t checks = 0;
  const PairingCheck refuse = [&](std::span<const DocumentPairing> pairs) {
    checks += pairs.size();
    return std::vector<bool>(pairs.size());
  };
  EXPECT_THAT(assign_checked(candidates, {0, .5}, refuse), IsEmpty());
  EXPECT_EQ(checks, static_cast<std::size_t>(kCheckRounds));
}

}  // namespace
}  // namespace thalign
