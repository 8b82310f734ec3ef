// SPDX-License-Identifier: Apache-2.0
#include "text/files/compressed_buffer.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>

namespace thalign {
namespace {

/// All bytes of a file of one member.
std::string expanded_whole(const std::string& bytes, std::size_t most) {
  std::string out(most + 1, '\0');
  std::size_t taken = 0, made = 0;
  const auto expander = make_expander(compression_of_content(bytes));
  for (bool ended = false; !ended;) {
    const auto step =
        expander->expand(std::span(bytes).subspan(taken), std::span(out).subspan(made));
    if (!step || (step->taken == 0 && step->made == 0)) return "broken";
    taken += step->taken;
    made += step->made;
    ended = step->ended;
  }
  return out.substr(0, made);
}

TEST(CompressedBufferTest, WhatIsWrittenInPiecesExpandsToTheWhole) {
  for (const Compression compression : {Compression::gzip, Compression::zstd}) {
    std::ostringstream file;
    CompressedBuffer buffer(*file.rdbuf(), compression);
    std::ostream out(&buffer);
    std::string all;
    for (int i = 0; i < 50000; ++i) {  // more than the buffers hold
      const std::string piece = "แถวที่ " + std::to_string(i * 7919) + "\n";
      out << piece;
      all += piece;
    }
    buffer.finish();
    EXPECT_LT(file.str().size(), all.size() / 2);
    EXPECT_EQ(expanded_whole(file.str(), all.size()), all);
  }
}

TEST(CompressedBufferTest, NothingIsAWholeFileToo) {
  std::ostringstream file;
  CompressedBuffer buffer(*file.rdbuf(), Compression::zstd);
  buffer.finish();
  EXPECT_EQ(compression_of_content(file.str()), Compression::zstd);
  EXPECT_EQ(expanded_whole(file.str(), 0), "");
}

}  // namespace
}  // namespace thalign
