// SPDX-License-Identifier: Apache-2.0
#include "tm/span_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/error.h"

namespace thalign {
namespace {

std::optional<PositionRange> span(std::vector<std::string_view> columns, End kind) {
  return read_span({.file = "gold.tsv", .line = 3, .columns = std::move(columns)}, 0, kind, 10);
}

TEST(SpanColumnsTest, EndsAsTheFileWritesThem) {
  const auto inclusive = span({"2", "4"}, End::inclusive);
  ASSERT_TRUE(inclusive.has_value());
  EXPECT_EQ(inclusive->begin, 2U);
  EXPECT_EQ(inclusive->end, 5U);
  EXPECT_EQ(span({"2", "4"}, End::exclusive)->end, 4U);
  EXPECT_EQ(span({"0", "10"}, End::exclusive)->end, 10U);
}

TEST(SpanColumnsTest, EmptySpans) {
  EXPECT_EQ(span({"-", "-"}, End::inclusive), std::nullopt);
  EXPECT_EQ(span({"4", "4"}, End::exclusive), std::nullopt);
}

TEST(SpanColumnsTest, RefusesWhatIsNoSpan) {
  const std::vector<std::vector<std::string_view>> wrong = {
      {"4", "2"}, {"-", "2"}, {"2", "-"}, {"a", "2"}, {"0", "11"}};
  for (const auto& columns : wrong) {
    try {
      span(columns, End::exclusive);
      ADD_FAILURE() << columns[0] << " " << columns[1];
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::format);
      EXPECT_THAT(error.what(), testing::StartsWith("gold.tsv:3: "));
    }
  }
  EXPECT_THROW(span({"0", "10"}, End::inclusive), Error);
}

}  // namespace
}  // namespace thalign
