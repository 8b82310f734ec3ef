// SPDX-License-Identifier: Apache-2.0
#include "text/files/compressed_buffer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>

namespace thalign {
namespace {

/// Lines of more bytes than the buffer holds.
std::string many_lines() {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "แถวที่ " + std::to_string(i * 7919 % 10'007) + "\n";
  return text;
}

/// `text` written in pieces of `size` bytes, flushed after each if that is asked for.
std::string written(std::string_view text, Compression compression, std::size_t size,
                    bool flushed) {
  std::stringbuf packed;
  CompressedBuffer buffer(packed, compression);
  std::ostream out(&buffer);
  for (; !text.empty(); text.remove_prefix(std::min(size, text.size()))) {
    out << text.substr(0, size);
    if (flushed) out.flush();
  }
  buffer.finish();
  EXPECT_TRUE(out.good());
  return packed.str();
}

/// What a whole file of `packed` expands to; nothing if it is broken or goes on.
std::string whole_text(const std::string& packed, std::size_t size) {
  std::string text(size + 1, '\0');
  const auto step = make_expander(compression_of_content(packed))->expand(packed, text);
  if (!step || !step->ended || step->taken != packed.size()) return "not a whole file";
  text.resize(step->made);
  return text;
}

class CompressedBufferTest : public testing::TestWithParam<Compression> {};

TEST_P(CompressedBufferTest, WhatIsWrittenComesBackWhateverThePieces) {
  const std::string text = many_lines();
  const std::string packed = written(text, GetParam(), text.size(), false);
  EXPECT_EQ(whole_text(packed, text.size()), text);
  EXPECT_LT(packed.size(), text.size() / 3);
  EXPECT_EQ(written(text, GetParam(), 7, false), packed);
  EXPECT_EQ(whole_text(written(text, GetParam(), 1000, true), text.size()), text);
}

TEST_P(CompressedBufferTest, NothingWrittenIsAFileOfNothing) {
  const std::string packed = written("", GetParam(), 1, false);
  EXPECT_EQ(compression_of_content(packed), GetParam());
  EXPECT_EQ(whole_text(packed, 0), "");
}

TEST_P(CompressedBufferTest, AFullDiskIsSeenByTheStream) {
  struct FullDisk : std::streambuf {
  } full;  // takes nothing
  CompressedBuffer buffer(full, GetParam());
  std::ostream out(&buffer);
  std::string noise;
  for (unsigned i = 0; noise.size() < 4'000'000; ++i)
    noise += static_cast<char>(i * i * 2654435761U >> 13U);
  out << noise;
  EXPECT_TRUE(out.bad());
}

INSTANTIATE_TEST_SUITE_P(Each, CompressedBufferTest,
                         testing::Values(Compression::gzip, Compression::zstd));

}  // namespace
}  // namespace thalign
