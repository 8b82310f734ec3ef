// SPDX-License-Identifier: Apache-2.0
#include "segment/break_model.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/error.h"

namespace thalign {
namespace {

TEST(BreakModelTest, SumsTheWeightsOfTheFeatures) {
  const std::string bytes = BreakModel::pack(std::vector<float>{0.5F, -1.0F, 2.0F, 0.0F});
  const BreakModel model(bytes, "test");
  EXPECT_EQ(model.log_odds({}), 0.0F);
  const std::vector<std::uint32_t> features = {0, 1, 2, 2};
  EXPECT_FLOAT_EQ(model.log_odds(features), 3.5F);
}

TEST(BreakModelTest, HashesOfAnySize) {
  const std::string bytes = BreakModel::pack(std::vector<float>{0.5F, -1.0F, 2.0F, 0.0F});
  const BreakModel model(bytes, "test");
  const std::vector<std::uint32_t> features = {0xFFFFFFFEU};
  EXPECT_FLOAT_EQ(model.log_odds(features), 2.0F);
}

TEST(BreakModelTest, WeightsAreRoundedAndCut) {
  const std::string bytes = BreakModel::pack(std::vector<float>{0.04F, 1000.0F, -1000.0F, 0.01F});
  const BreakModel model(bytes, "test");
  const auto weight = [&](std::uint32_t feature) {
    return model.log_odds(std::vector<std::uint32_t>{feature});
  };
  EXPECT_FLOAT_EQ(weight(0), BreakModel::kStep);
  EXPECT_FLOAT_EQ(weight(1), 127 * BreakModel::kStep);
  EXPECT_FLOAT_EQ(weight(2), -127 * BreakModel::kStep);
  EXPECT_FLOAT_EQ(weight(3), 0.0F);
}

TEST(BreakModelTest, DamagedBytesAreRefused) {
  const std::string whole = BreakModel::pack(std::vector<float>(8, 1.0F));
  ASSERT_NO_THROW(BreakModel(whole, "test"));
  std::vector<std::string> damaged = {whole + "x", "no model at all"};
  for (std::size_t size = 0; size < whole.size(); ++size) damaged.push_back(whole.substr(0, size));
  damaged.push_back(whole);
  damaged.back()[0] = 'X';
  for (const std::size_t field : {4U, 8U}) {  // another version, other features
    damaged.push_back(whole);
    ++damaged.back()[field];
  }
  damaged.push_back(BreakModel::pack(std::vector<float>(7, 1.0F)));  // no power of two
  for (const std::string& bytes : damaged) {
    try {
      const BreakModel model(bytes, "damaged.bin");
      ADD_FAILURE() << "read without an error: " << bytes.size() << " bytes";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::format);
      EXPECT_TRUE(std::string_view(error.what()).starts_with("damaged.bin")) << error.what();
    }
  }
}

TEST(BreakModelTest, TheOneInsideTheLibraryOpens) { EXPECT_NO_THROW(BreakModel::thai()); }

}  // namespace
}  // namespace thalign
