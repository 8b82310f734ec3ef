// SPDX-License-Identifier: Apache-2.0
#include "cli/output/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <list>
#include <string>
#include <string_view>

#include "cli/base/exit_code.h"
#include "tests/cli/output/test_folder.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;
using test::read_file;
using test::TestFolder;
using test::write_file;
using testing::HasSubstr;

/// The hidden name of what belongs to the output NAME of the folder.
std::string hidden_name(const TestFolder& folder, std::string_view name,
                        const std::string& ending) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return folder / fmt::format(".thalign-{:016x}{}", hash, ending);
}

void write_output(const std::string& path, const std::string& text) {
  OutputFile output(path, RunFiles::none());
  output.stream() << text;
  output.commit();
}

TEST(OutputFile, TakesItsPlaceWhenCommitted) {
  const TestFolder folder;
  write_file(folder / "a", "old");
  {
    OutputFile output(folder / "a", RunFiles::none());
    output.stream() << std::string(1'000'000, 'x');
    EXPECT_EQ(read_file(folder / "a"), "old");
    output.commit();
  }
  EXPECT_EQ(read_file(folder / "a"), std::string(1'000'000, 'x'));
  EXPECT_EQ(folder.size(), 1);
}

TEST(OutputFile, LeavesNothingUnlessCommitted) {
  const TestFolder folder;
  { OutputFile(folder / "a", RunFiles::none()).stream() << "new"; }
  EXPECT_EQ(folder.size(), 0);
}

TEST(OutputFile, RefusesWhatTheRunReads) {
  const TestFolder folder;
  write_file(folder / "a", "text");
  RunFiles files = RunFiles::none();
  files.reads(folder / "a");
  EXPECT_THROW(OutputFile(folder / "a", files), UsageError);
  EXPECT_EQ(read_file(folder / "a"), "text");
}

TEST(OutputFile, FollowsLinksAndKeepsTheMode) {
  const TestFolder folder;
  write_file(folder / "a", "old");
  fs::create_symlink("a", folder / "link");
  ASSERT_EQ(chmod((folder / "a").c_str(), 04640), 0);
  write_output(folder / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_file(folder / "a"), "new");
  struct stat status = {};
  ASSERT_EQ(stat((folder / "a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0640U);  // the set-user-id bit is not kept
}

TEST(OutputFile, SaysWhereItCannotWrite) {
  const TestFolder folder;
  fs::create_symlink("round", folder / "about");
  fs::create_symlink("about", folder / "round");
  for (const std::string& path : {folder / "no folder/a", folder / "round", folder / "."}) {
    try {
      write_output(path, "text");
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::io) << path;
      EXPECT_THAT(error.what(), HasSubstr(path));
    }
  }
  EXPECT_THROW(write_output("/dev/full", "text"), Error);
}

WrittenFile written(const std::string& path, const std::string& text) {
  OutputFile file(path, RunFiles::none());
  file.stream() << text;
  return file.finish();
}

TEST(OutputFile, ManyTakeTheirPlacesThoughOneCannot) {
  const TestFolder folder;
  std::vector<WrittenFiles> outputs(4);
  outputs[0].push_back(written(folder / "a", "text of a"));
  outputs[1].push_back(written(folder / "b", "text of b"));
  outputs[3].push_back(written(folder / "d", "text of d"));
  fs::create_directories(folder / "b/inner");  // made meanwhile
  const std::vector<std::optional<Error>> errors = put_in_place(outputs);
  ASSERT_EQ(errors.size(), 4U);
  EXPECT_FALSE(errors[0]);
  ASSERT_TRUE(errors[1]);
  EXPECT_EQ(errors[1]->code(), ErrorCode::io);
  EXPECT_THAT(errors[1]->what(), HasSubstr(folder / "b"));
  EXPECT_FALSE(errors[2]) << "an output without files";
  EXPECT_FALSE(errors[3]);
  outputs.clear();
  EXPECT_EQ(read_file(folder / "a"), "text of a");
  EXPECT_EQ(read_file(folder / "d"), "text of d");
  EXPECT_EQ(folder.size(), 3) << "nothing is left of the one that has no place";
}

TEST(OutputFile, IsNotInItsPlaceUntilItIsPutThere) {
  const TestFolder folder;
  write_file(folder / "a", "old");
  { const WrittenFile file = written(folder / "a", "new"); }
  EXPECT_EQ(read_file(folder / "a"), "old");
  EXPECT_EQ(folder.size(), 1);
}

/// Writes "new o.th" and "new o.en" to these two files together.
void write_pair(const TestFolder& folder) {
  WrittenFiles files;
  for (const std::string name : {"o.th", "o.en"})
    files.push_back(written(folder / name, "new " + name));
  put_in_place(std::move(files));
}

TEST(OutputFile, APairTakesItsPlacesTogether) {
  const TestFolder folder;
  write_file(folder / "o.th", "old");
  write_pair(folder);
  EXPECT_EQ(read_file(folder / "o.th"), "new o.th");
  EXPECT_EQ(read_file(folder / "o.en"), "new o.en");
  EXPECT_EQ(folder.size(), 2);
}

TEST(OutputFile, IfOneOfAPairCannotTakeItsPlaceTheOtherIsPutBack) {
  const TestFolder folder;
  write_file(folder / "o.th", "old");
  write_file(folder / "o.en", "old");
  // The second one can't be set aside.
  fs::create_directories(hidden_name(folder, "o.en", ".old") + "/inner");
  EXPECT_THROW(write_pair(folder), Error);
  EXPECT_EQ(read_file(folder / "o.th"), "old");
  EXPECT_EQ(read_file(folder / "o.en"), "old");
  EXPECT_EQ(folder.size(), 3);
}

TEST(OutputFile, APairCompletesWhatAKilledRunLeftHalfDone) {
  const TestFolder folder;
  write_file(hidden_name(folder, "o.th", ".old"), "old");
  write_file(folder / "o.en", "old");
  write_pair(folder);
  EXPECT_EQ(read_file(folder / "o.th"), "new o.th");
  EXPECT_EQ(read_file(folder / "o.en"), "new o.en");
  EXPECT_EQ(folder.size(), 2);
}

TEST(OutputFile, ClearsWhatAKilledRunLeft) {
  const TestFolder folder;
  write_file(hidden_name(folder, "a", "-0.tmp"), "half");
  write_output(folder / "a", "whole");
  EXPECT_EQ(read_file(folder / "a"), "whole");
  EXPECT_EQ(folder.size(), 1);
}

TEST(OutputFile, LeavesWhatARunningRunHolds) {
  const TestFolder folder;
  const std::string held = hidden_name(folder, "a", "-0.tmp");
  const int descriptor = open(held.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_GE(descriptor, 0);
  ASSERT_EQ(flock(descriptor, LOCK_EX), 0);
  write_output(folder / "a", "whole");
  EXPECT_EQ(read_file(folder / "a"), "whole");
  EXPECT_TRUE(fs::exists(held));
  close(descriptor);
}

}  // namespace
}  // namespace thalign::cli
