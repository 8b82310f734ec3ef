// SPDX-License-Identifier: Apache-2.0
#include "align/score/score_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "models/models.h"
#include "tests/align/small_problem.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::HasSubstr;

/// Expects that `bytes` are refused as no model of this version, with their name.
void expect_refused(const std::string& bytes) {
  try {
    const ScoreModel model(bytes, "other.bin");
    ADD_FAILURE() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format);
    EXPECT_THAT(error.what(), HasSubstr("other.bin"));
  }
}

std::string some_model() {
  std::mt19937 random(1);
  return test::random_model(random);
}

/// `bytes` with another byte at `at`.
std::string changed(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  return bytes;
}

TEST(ScoreWeightsTest, EachTermHasAPlaceAndANameOfItsOwn) {
  EXPECT_EQ(std::set<std::string_view>(kTermNames.begin(), kTermNames.end()).size(), kTerms);
  EXPECT_EQ(kTermNames[static_cast<std::size_t>(Term::null_english_anchor)], "null_english_anchor");
  ScoreWeights weights;
  weights[Term::length] = 7.0;
  EXPECT_EQ(weights.values[1], 7.0);
}

TEST(ScoreWeightsTest, TheTermOfEnglishFollowsThatOfThai) {
  ScoreWeights weights;
  weights[Term::null_thai_word] = 1.0;
  weights[Term::null_english_word] = 2.0;
  EXPECT_EQ(weights.of(Term::null_thai_word, true), 1.0);
  EXPECT_EQ(weights.of(Term::null_thai_word, false), 2.0);
  for (std::size_t term = 0; term < kTerms; ++term) {
    std::string name(kTermNames[term]);
    const std::size_t thai = name.find("thai");
    if (thai == std::string::npos) continue;
    name.replace(thai, 4, "english");
    EXPECT_EQ(kTermNames[term + 1], name);
  }
}

TEST(ScoreModelTest, ReadsWhatItPacked) {
  std::mt19937 random(2);
  std::array<ScoreWeights, kStyles> weights;
  for (ScoreWeights& of_style : weights) of_style = test::random_weights(random);
  std::vector<float> hashed(HashedWeights::kSize);
  for (float& weight : hashed) weight = static_cast<float>(test::uniform(random, -3.0, 3.0));
  const std::string bytes = ScoreModel::pack(weights, hashed, 0.625);
  const ScoreModel model(bytes, "model");
  EXPECT_EQ(model.posterior_scale(), 0.625);
  for (std::uint32_t style = 0; style < kStyles; ++style) {
    for (std::size_t term = 0; term < kTerms; ++term)
      EXPECT_FLOAT_EQ(static_cast<float>(model.weights(style).values[term]),
                      static_cast<float>(weights[style].values[term]));
  }
  for (std::uint32_t hash = 0; hash < HashedWeights::kSize; hash += 97)
    EXPECT_NEAR(model.hashed().of(hash), hashed[HashedWeights::slot(hash)],
                HashedWeights::kStep / 2);
}

TEST(ScoreModelTest, TheSameWeightsForEveryStyleAndNoneForHashes) {
  ScoreWeights weights;
  weights[Term::bead] = -5.0;
  const ScoreModel model(weights);
  for (std::uint32_t style = 0; style < kStyles; ++style)
    EXPECT_EQ(model.weights(style)[Term::bead], -5.0);
  EXPECT_EQ(model.hashed().of(12345), 0.0F);
  EXPECT_EQ(ScoreModel().weights(0).values, ScoreWeights().values);
  EXPECT_EQ(model.posterior_scale(), 1.0);
}

TEST(ScoreModelTest, RefusesOtherBytes) {
  const std::string bytes = some_model();
  EXPECT_NO_THROW(ScoreModel(bytes, "model"));
  expect_refused("");
  expect_refused("THSC");
  expect_refused(std::string(bytes.size(), '\0'));
  expect_refused(bytes.substr(0, bytes.size() - 1));
  expect_refused(bytes + '\0');
}

TEST(ScoreModelTest, RefusesAnotherMagicVersionTermsStylesOrNames) {
  const std::string bytes = some_model();
  for (std::size_t field = 0; field < 5; ++field) {
    SCOPED_TRACE(field);
    expect_refused(changed(bytes, 4 * field));
  }
  const std::string weight = changed(bytes, 20);  // a weight may be any number
  EXPECT_NO_THROW(ScoreModel(weight, "model"));
}

TEST(ScoreModelTest, TheShippedModelHasLearntAllStyles) {
  const ScoreModel& shipped = ScoreModel::shipped();
  const ScoreModel again(models::score(), "shipped");
  for (std::uint32_t style = 0; style < kStyles; ++style) {
    EXPECT_NE(shipped.weights(style).values, ScoreWeights().values);
    EXPECT_EQ(shipped.weights(style).values, again.weights(style).values);
  }
}

TEST(HashedWeightsTest, StepsOfASignedByte) {
  std::vector<float> weights(HashedWeights::kSize);
  weights[0] = 0.5F;
  weights[1] = -0.5F;
  weights[2] = 1e6F;
  weights[3] = -1e6F;
  weights[4] = HashedWeights::kStep * 0.6F;
  const std::string bytes = HashedWeights::pack(weights);
  const HashedWeights packed(bytes);
  EXPECT_EQ(packed.of(0), 0.5F);
  EXPECT_EQ(packed.of(1), -0.5F);
  EXPECT_EQ(packed.of(2), 127 * HashedWeights::kStep);
  EXPECT_EQ(packed.of(3), -127 * HashedWeights::kStep);
  EXPECT_EQ(packed.of(4), HashedWeights::kStep);
  EXPECT_EQ(packed.of(5), 0.0F);
}

TEST(HashedWeightsTest, AllBitsOfAHashChooseTheWeight) {
  for (std::uint32_t bit = 0; bit < 32; ++bit) {
    EXPECT_LT(HashedWeights::slot(1U << bit), HashedWeights::kSize);
    EXPECT_NE(HashedWeights::slot(1U << bit), HashedWeights::slot(0));
  }
}

}  // namespace
}  // namespace thalign
