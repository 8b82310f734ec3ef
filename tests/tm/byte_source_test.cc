// SPDX-License-Identifier: Apache-2.0
#include "tm/byte_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/error_message.h"
#include "text/files/compression.h"

namespace thalign {
namespace {

using testing::EndsWith;

/// Long enough to be read in several pieces.
std::string long_text() {
  std::string text;
  for (int i = 0; text.size() < 300'000; ++i) text += "ข้อ " + std::to_string(i) + "\n";
  return text;
}

std::string compressed(const std::string& bytes, Compression compression) {
  const auto compressor = make_compressor(compression);
  std::string result(bytes.size() + 1024, '\0');
  const CompressionStep step = compressor->compress(bytes, result, true);
  EXPECT_TRUE(step.ended);
  result.resize(step.made);
  return result;
}

std::string written(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(ByteSourceTest, RestOfAFileIsExpanded) {
  const std::string text = long_text();
  for (const std::string& bytes :
       {text, compressed(text, Compression::gzip), compressed(text, Compression::zstd)}) {
    ByteSource source(std::filesystem::path(written("byte_source_rest", bytes)));
    std::string read = "before ";
    EXPECT_EQ(source.append_to(read, 10), 10U);
    source.append_rest_to(read);
    EXPECT_EQ(read, "before " + text);
    EXPECT_EQ(source.append_to(read, 10), 0U) << "all is read";
  }
}

TEST(ByteSourceTest, RestOfAStream) {
  const std::string text = long_text();
  std::istringstream in(text);
  std::string read;
  ByteSource(in, "a.txt").append_rest_to(read);
  EXPECT_EQ(read, text);
}

TEST(ByteSourceTest, CompressedDataThatEndsTooEarly) {
  const std::string bytes = compressed(long_text(), Compression::gzip);
  std::istringstream in(bytes.substr(0, bytes.size() / 2));
  std::string read;
  EXPECT_THAT(error_message([&] { ByteSource(in, "a.gz").append_rest_to(read); }),
              EndsWith("the compressed data ends too early; get the file again"));
}

}  // namespace
}  // namespace thalign
