// SPDX-License-Identifier: Apache-2.0
#include "text/files/compression.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <string>

namespace thalign {
namespace {

/// Through buffers of `room` bytes.
std::string compressed(const std::string& text, Compression compression, std::size_t room) {
  const auto compressor = make_compressor(compression);
  std::string out, buffer(room, '\0');
  std::span<const char> rest(text);
  for (bool ended = false; !ended;) {
    const CompressionStep step = compressor->compress(rest, buffer, true);
    out.append(buffer, 0, step.made);
    rest = rest.subspan(step.taken);
    ended = step.ended;
  }
  return out;
}

/// Nothing if it is broken, or ends within a member.
std::optional<std::string> expanded(const std::string& bytes, std::size_t room) {
  const auto expander = make_expander(compression_of_content(bytes));
  std::string out, buffer(room, '\0');
  std::span<const char> rest(bytes);
  for (bool ended = true; !rest.empty() || !ended;) {
    const auto step = expander->expand(rest, buffer);
    if (!step) return std::nullopt;
    if (step->taken == 0 && step->made == 0) return std::nullopt;
    out.append(buffer, 0, step->made);
    rest = rest.subspan(step->taken);
    ended = step->ended;
  }
  return out;
}

std::string some_text() {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "เรือลำที่ " + std::to_string(i * 7919 % 1000) + "\n";
  return text;
}

class CompressionTest : public testing::TestWithParam<Compression> {};

TEST_P(CompressionTest, ExpandsToWhatItWas) {
  for (const std::string& text : {std::string(), std::string("a"), some_text()}) {
    const std::string packed = compressed(text, GetParam(), 100);
    EXPECT_EQ(compression_of_content(packed), GetParam());
    EXPECT_EQ(packed, compressed(text, GetParam(), 1U << 20U));
    EXPECT_EQ(expanded(packed, 7), text);
    EXPECT_EQ(expanded(packed + packed, 1000), text + text);
  }
  EXPECT_LT(compressed(some_text(), GetParam(), 100).size(), some_text().size() / 4);
}

TEST_P(CompressionTest, WhatIsCutOffOrChangedIsSeen) {
  const std::string packed = compressed(some_text(), GetParam(), 100);
  for (std::size_t cut : {std::size_t{1}, packed.size() / 2}) {
    EXPECT_EQ(expanded(packed.substr(0, packed.size() - cut), 1000), std::nullopt) << cut;
  }
  std::string changed = packed;
  changed[packed.size() / 2] = static_cast<char>(changed[packed.size() / 2] ^ 1);
  EXPECT_EQ(expanded(changed, 1000), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Each, CompressionTest,
                         testing::Values(Compression::gzip, Compression::zstd));

TEST(CompressionTest, NamesWithoutTheirEnding) {
  EXPECT_EQ(uncompressed_name("a/b.tsv.GZ"), "a/b.tsv");
  EXPECT_EQ(uncompressed_name("b.zst"), "b");
  EXPECT_EQ(uncompressed_name("a.gz/b.tsv"), "a.gz/b.tsv");
}

TEST(CompressionNameTest, TheEndingCounts) {
  EXPECT_EQ(compression_of_name("a.jsonl.gz"), Compression::gzip);
  EXPECT_EQ(compression_of_name("A.TMX.ZST"), Compression::zstd);
  EXPECT_EQ(compression_of_name("zst"), Compression::none);
  EXPECT_EQ(compression_of_content("th.gz"), Compression::none);
}

TEST(ZstdTest, TheLibraryExpandsIt) {
  const std::string text = some_text(), packed = compressed(text, Compression::zstd, 1000);
  std::string out(text.size(), '\0');
  EXPECT_EQ(ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size()), text.size());
  EXPECT_EQ(out, text);
}

}  // namespace
}  // namespace thalign
