// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "align/score/score_terms.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::SmallProblem;
using test::text_of_units;

/// What layout adds to the beginning and end of beads of two units a side.
class LayoutTermsTest : public testing::Test {
 protected:
  LayoutTermsTest()
      : problem(text_of_units(Language::thai, {"แมว", "\nน้ำ"}, {0.0F, 0.0F}),
                text_of_units(Language::english, {"cat", "\nwater"}, {0.0F, 0.0F}),
                Corridor::full(2, 2)),
        source(problem.source),
        target(problem.target) {
    none.values.fill(0.0);
  }
  ScoreTerms terms(const ScoreModel& model) const {
    return {source, target, problem.forward, problem.backward, model};
  }

  SmallProblem problem;
  Features source, target;
  ScoreWeights none;
};

TEST_F(LayoutTermsTest, KindsAreCompared) {
  const ScoreModel model(none, {}, {.kind = 3.0, .times = 0.0, .list_item = 0.0});
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "not known";
  source.kinds = {BlockKind::heading, BlockKind::paragraph};
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "known of one text";
  target.kinds = {BlockKind::heading, BlockKind::paragraph};
  EXPECT_EQ(terms(model).begin(0, 0), 3.0);
  EXPECT_EQ(terms(model).begin(0, 1), -3.0);
  EXPECT_EQ(terms(model).begin(1, 1), 0.0) << "paragraphs";
  EXPECT_EQ(terms(model).begin(2, 2), 0.0) << "the end";
  target.kinds[0] = BlockKind::list_item;
  EXPECT_EQ(terms(model).begin(0, 0), -3.0) << "a heading and an item of a list";
  target.kinds = {BlockKind::paragraph, BlockKind::heading};
  target.paragraph_start[0] = false;
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "inside a block";
}

TEST_F(LayoutTermsTest, NullRunsThatBeginWithAnItemOfAList) {
  const ScoreModel model(none, {}, {.kind = 0.0, .times = 0.0, .list_item = -4.0});
  const double before = terms(model).null_source_open(1);
  source.list_items = {false, true};
  EXPECT_DOUBLE_EQ(terms(model).null_source_open(1), before - 4.0);
  EXPECT_DOUBLE_EQ(terms(model).null_source_open(0), terms(model).null_target_open(0));
}

TEST_F(LayoutTermsTest, TimesOfBothEndsAreCompared) {
  const ScoreModel model(none, {}, {.kind = 0.0, .times = 4.0, .list_item = 0.0});
  source.times = {{1000, 2000}, {2500, 4000}};
  EXPECT_EQ(terms(model).begin(0, 0), 0.0) << "known of one text";
  target.times = {{1000, 3000}, {3100, 60000}};
  EXPECT_DOUBLE_EQ(terms(model).begin(0, 0), 4.0);
  EXPECT_DOUBLE_EQ(terms(model).end(1, 1), 2.0) << "a second apart";
  EXPECT_DOUBLE_EQ(terms(model).end(2, 2), 0.0) << "never against a bead";
  EXPECT_DOUBLE_EQ(terms(model).begin(1, 1), 4.0 * 0.7);
  EXPECT_DOUBLE_EQ(terms(model).end(0, 0), 0.0);
  EXPECT_DOUBLE_EQ(terms(model).begin(2, 2), 0.0);
  EXPECT_DOUBLE_EQ(terms(model).end_line(1, 1), 2.0) << "the coarse pass takes it here";
}

}  // namespace
}  // namespace thalign
