// SPDX-License-Identifier: Apache-2.0
#include "text/files/file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

using testing::HasSubstr;

class FileTest : public testing::Test {
 protected:
  /// A file of this test, removed with it, that holds `bytes`.
  std::filesystem::path write(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary) << bytes;
    return path_;
  }
  void TearDown() override { std::filesystem::remove(path_); }

  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() /
      (std::string("thalign_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

/// The error that reading `path` throws.
Error error_of(const std::filesystem::path& path) {
  try {
    read_file(path);
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::format, "", "no error");
}

TEST_F(FileTest, ReadsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i % 256);
  EXPECT_EQ(read_file(write(bytes)), bytes);
}

TEST_F(FileTest, ReadsPartByPart) {
  ByteReader reader(write("abcdefgh"));
  std::string bytes = "> ";
  EXPECT_EQ(reader.append_to(bytes, 3), 3U);
  ByteReader moved(std::move(reader));
  EXPECT_EQ(moved.append_to(bytes, 4), 4U);
  EXPECT_EQ(bytes, "> abcdefg");
  moved.append_rest_to(bytes);
  EXPECT_EQ(bytes, "> abcdefgh");
  EXPECT_EQ(moved.append_to(bytes, 4), 0U);
  EXPECT_EQ(moved.name(), path_.string());
}

TEST_F(FileTest, ADescriptorStaysOpen) {
  const int descriptor = open(write("abc").c_str(), O_RDONLY);
  ASSERT_GE(descriptor, 0);
  std::string bytes;
  ByteReader(descriptor, "the descriptor").append_rest_to(bytes);
  EXPECT_EQ(bytes, "abc");
  EXPECT_EQ(lseek(descriptor, 0, SEEK_CUR), 3);
  close(descriptor);
}

TEST_F(FileTest, ReadsAnEmptyFile) { EXPECT_EQ(read_file(write("")), ""); }

TEST_F(FileTest, ReadsAFileWithoutASize) {
  const std::filesystem::path file = "/proc/self/status";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  EXPECT_THAT(read_file(file), HasSubstr("Pid:"));
}

TEST_F(FileTest, MissingFile) {
  const Error error = error_of("no/such/file.txt");
  EXPECT_EQ(error.code(), ErrorCode::io);
  EXPECT_STREQ(error.what(),
               "no/such/file.txt: can't open: No such file or directory; check its name");
}

TEST_F(FileTest, Directory) {
  const Error error = error_of(std::filesystem::temp_directory_path());
  EXPECT_EQ(error.code(), ErrorCode::io);
  EXPECT_THAT(error.what(), HasSubstr("is a folder"));
}

TEST_F(FileTest, MoreThanTwoGibibytes) {
  const std::filesystem::path file = write("x");
  std::error_code unsupported;
  std::filesystem::resize_file(file, std::uintmax_t{1} << 31U,
                               unsupported);  // a hole: no disk used
  if (unsupported) GTEST_SKIP() << "no large files here: " << unsupported.message();
  const Error error = error_of(file);
  EXPECT_EQ(error.code(), ErrorCode::limit);
  EXPECT_THAT(error.what(), HasSubstr("larger than 2 GiB"));
}

}  // namespace
}  // namespace thalign
