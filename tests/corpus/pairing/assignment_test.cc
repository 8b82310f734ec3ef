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

}  // namespace
}  // namespace thalign
