// SPDX-License-Identifier: Apache-2.0
#include "cli/output/run_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/output/file_identity.h"
#include "tests/cli/output/test_folder.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;
using test::TestFolder;
using testing::HasSubstr;

/// Names of the file NAME of the folder: relative ones, absolute ones, links, linked folders.
std::vector<std::string> spellings(const TestFolder& folder, const std::string& name) {
  const std::string path = folder / name;
  fs::create_directory(folder / "inner");
  fs::create_symlink(path, folder / "link");
  fs::create_symlink("../link", folder / "inner/link to link");
  fs::create_directory_symlink(".", folder / "same");
  std::vector<std::string> names{path,
                                 folder / ("./" + name),
                                 folder / ("inner/../" + name),
                                 folder / ("same/same/" + name),
                                 folder / "link",
                                 folder / "inner/link to link",
                                 fs::relative(path).string()};
  if (fs::exists(path)) {
    fs::create_hard_link(path, folder / "hard");
    names.push_back(folder / "hard");
  }
  return names;
}

std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "not refused";
}

TEST(FileIdentity, OneFileByAnyName) {
  for (const bool is_there : {true, false}) {
    const TestFolder folder;
    if (is_there) test::write_file(folder / "a", "text");
    const auto identity = identify(folder / "a", STDIN_FILENO);
    ASSERT_TRUE(identity);
    for (const std::string& name : spellings(folder, "a")) {
      EXPECT_EQ(identify(name, STDIN_FILENO), identity) << name;
    }
    EXPECT_NE(identify(folder / "b", STDIN_FILENO), identity);
    EXPECT_NE(identify(folder / "inner/a", STDIN_FILENO), identity);
  }
}

TEST(FileIdentity, NothingForWhatCannotBeOverwritten) {
  const TestFolder folder;
  EXPECT_FALSE(identify("/dev/null", STDIN_FILENO));
  EXPECT_FALSE(identify(folder / ".", STDIN_FILENO));
  EXPECT_FALSE(identify(folder / "no folder/a", STDIN_FILENO));
  EXPECT_FALSE(identify("", STDIN_FILENO));
  fs::create_symlink("round", folder / "about");
  fs::create_symlink("about", folder / "round");
  EXPECT_FALSE(identify(folder / "round", STDIN_FILENO));
}

TEST(FileIdentity, DescriptorsByName) {
  EXPECT_EQ(named_descriptor("/dev/stdout"), 1);
  EXPECT_EQ(named_descriptor("/dev/fd/7"), 7);
  EXPECT_EQ(named_descriptor("/proc/self/fd/0"), 0);
  EXPECT_EQ(named_descriptor("/dev/null"), std::nullopt);
  EXPECT_EQ(named_descriptor("7"), std::nullopt);
  const TestFolder folder;
  fs::create_symlink("/dev/stderr", folder / "link");
  EXPECT_EQ(named_descriptor(folder / "link"), 2);
}

TEST(RunFiles, AnInputIsNotWritten) {
  const TestFolder folder;
  test::write_file(folder / "a", "text");
  RunFiles files = RunFiles::none();
  files.reads(folder / "a", "LIST:3");
  for (const std::string& name : spellings(folder, "a")) {
    EXPECT_THAT(refusal([&] { files.writes(name); }), HasSubstr("an input")) << name;
    EXPECT_THAT(refusal([&] { files.refuse_if_read(name); }), HasSubstr("an input")) << name;
  }
  EXPECT_THAT(refusal([&] { files.writes(folder / "a", "LIST:1"); }),
              HasSubstr("is an input of LIST:3"));
  files.writes(folder / "b");
}

TEST(RunFiles, NoFileIsWrittenTwice) {
  const TestFolder folder;
  RunFiles files = RunFiles::none();
  files.writes(folder / "new", "LIST:1");
  for (const std::string& name : spellings(folder, "new")) {
    EXPECT_THAT(refusal([&] { files.writes(name, "LIST:2"); }),
                HasSubstr("is the output of LIST:1, too"))
        << name;
  }
  // The file of an output may be opened by the output itself.
  files.refuse_if_read(folder / "new");
}

TEST(RunFiles, AMemoryIsNotWrittenNorWhatIsBesideIt) {
  const TestFolder folder;
  test::write_file(folder / "m", "memory");
  fs::create_symlink("m", folder / "other name");
  RunFiles files = RunFiles::none();
  files.uses_memory(folder / "other name");
  for (const char* const ending : {"", "-wal", "-shm", "-journal"}) {
    EXPECT_THAT(refusal([&] { files.writes(folder / (std::string("m") + ending)); }),
                HasSubstr("belongs to the translation memory"))
        << ending;
  }
  files.writes(folder / "m-other");
}

TEST(RunFiles, AMemoryThatIsWrittenIsNotAnInput) {
  const TestFolder folder;
  test::write_file(folder / "m", "memory");
  RunFiles files = RunFiles::none();
  files.reads(folder / "m");
  EXPECT_THAT(refusal([&] { files.writes_memory(folder / "m"); }), HasSubstr("an input"));
}

TEST(RunFiles, DevicesMayBeBoth) {
  RunFiles files = RunFiles::none();
  files.reads("/dev/null");
  files.writes("/dev/null");
  files.writes("/dev/null");
}

}  // namespace
}  // namespace thalign::cli
