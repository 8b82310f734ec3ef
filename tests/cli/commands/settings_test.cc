// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/base/exit_code.h"
#include "cli/commands/commands.h"

namespace thalign::cli {
namespace {

using testing::HasSubstr;

/// A configuration file of `text`, named by THALIGN_CONFIG while the object lives.
class ConfigFile {
 public:
  explicit ConfigFile(const std::string& text) {
    std::ofstream(path_) << text;
    setenv("THALIGN_CONFIG", path_.c_str(), 1);
  }
  ConfigFile(const ConfigFile&) = delete;
  ConfigFile& operator=(const ConfigFile&) = delete;
  ~ConfigFile() {
    unsetenv("THALIGN_CONFIG");
    std::filesystem::remove(path_);
  }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() /
      ("thalign_settings_test." + std::to_string(static_cast<long>(getpid())) + ".toml");
};

class SettingsTest : public testing::Test {
 protected:
  SettingsTest() { add_commands(program_, commands_); }

  ~SettingsTest() override {
    unsetenv("THALIGN_FORMAT");
    unsetenv("THALIGN_SEGMENT_FORMAT");
  }

  CLI::App& command(const std::string& name) { return *program_.get_subcommand(name); }
  const CLI::Option& format() { return *command("segment").get_option("--format"); }
  Setting found() { return Settings().find(command("segment"), format()); }

  CLI::App program_;
  Commands commands_;
};

TEST_F(SettingsTest, TakeTheDefaultWhereNothingIsSet) {
  const ConfigFile config("");
  EXPECT_EQ(found().origin, "default");
}

TEST_F(SettingsTest, PreferTheEnvironmentAndThereTheCommandsOwn) {
  const ConfigFile config("format = tsv\n[segment]\nformat = jsonl\n");
  EXPECT_EQ(found().value, "jsonl");
  EXPECT_THAT(found().origin, HasSubstr(".toml:3:1"));
  setenv("THALIGN_FORMAT", "text", 1);
  EXPECT_EQ(found().value, "text");
  EXPECT_EQ(found().origin, "THALIGN_FORMAT");
  setenv("THALIGN_SEGMENT_FORMAT", "tsv", 1);
  EXPECT_EQ(found().value, "tsv");
  EXPECT_EQ(found().origin, "THALIGN_SEGMENT_FORMAT");
}

TEST_F(SettingsTest, TakeTheLastOfSeveralAndNoEmptyOnes) {
  const ConfigFile config("[segment]\nformat = tsv\nformat = jsonl\nformat = ''\n");
  EXPECT_EQ(found().value, "jsonl");
  setenv("THALIGN_SEGMENT_FORMAT", "", 1);
  EXPECT_EQ(found().value, "jsonl");
}

TEST_F(SettingsTest, OfAllCommandsHoldWhereACommandHasNone) {
  const ConfigFile config("format = tsv\n[align]\nformat = tmx\n");
  EXPECT_EQ(found().value, "tsv");
}

TEST_F(SettingsTest, RefuseWhatIsNotASettingNamingThePlace) {
  const auto error = [](const std::string& text) -> std::string {
    const ConfigFile config(text);
    try {
      const Settings settings;
    } catch (const UsageError& problem) {
      return problem.what();
    }
    return "no error";
  };
  EXPECT_THAT(error("[segmant]\nformat = tsv\n"), HasSubstr(":2:1: unknown command [segmant]; did "
                                                            "you mean 'segment'?"));
  EXPECT_THAT(error("[segment]\nformt = tsv\n"), HasSubstr("did you mean 'format'?"));
  // An option of another command is none of this one.
  EXPECT_THAT(error("[segment]\nnull-beads = true\n"), HasSubstr("'null-beads' can't be set here"));
}

TEST_F(SettingsTest, RefuseAValueThatTheOptionDoesNotTake) {
  const ConfigFile config("[segment]\nformat = docx\n");
  try {
    Settings().apply(command("segment"));
    ADD_FAILURE() << "no error";
  } catch (const UsageError& problem) {
    EXPECT_THAT(problem.what(), HasSubstr(".toml:2:1: "));
  }
}

TEST_F(SettingsTest, AreNamedByCommandAndOption) {
  EXPECT_EQ(setting_key(format()), "format");
  EXPECT_EQ(setting_section(command("segment")), "segment");
  EXPECT_EQ(setting_section(*command("tm").get_subcommand("search")), "tm.search");
}

}  // namespace
}  // namespace thalign::cli
