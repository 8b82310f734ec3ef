// SPDX-License-Identifier: Apache-2.0
#include "cli/input/config_file.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/error_message.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

std::string config_error(std::string_view text) {
  return error_message([&] { (void)parse_config(text, "c.toml"); }, ErrorCode::format);
}

TEST(ConfigFileTest, ReadsSectionsKeysValuesAndComments) {
  const auto entries = parse_config(
      "# mine\n"
      "jobs = 2\r\n"
      "[align]  # one pair\n"
      "  format = \"a \\\"b\\\" # c\"  # said so\n"
      "color='never'\n"
      "[tm.search]\n"
      "limit = 5",
      "c.toml");
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0].section, "");
  EXPECT_EQ(entries[0].key, "jobs");
  EXPECT_EQ(entries[0].value, "2");
  EXPECT_EQ(entries[0].place, "c.toml:2:1");
  EXPECT_EQ(entries[1].section, "align");
  EXPECT_EQ(entries[1].value, "a \"b\" # c");
  EXPECT_EQ(entries[1].place, "c.toml:4:3");
  EXPECT_EQ(entries[2].value, "never");
  EXPECT_EQ(entries[3].section, "tm.search");
  EXPECT_EQ(entries[3].value, "5");
}

TEST(ConfigFileTest, NamesThePlaceOfWhatIsWrong) {
  EXPECT_EQ(config_error("\n  jobs 2\n"), "c.toml:2:3: not a setting; write KEY = VALUE");
  EXPECT_EQ(config_error("[align\n"), "c.toml:1:1: the section does not end; write [COMMAND]");
  EXPECT_EQ(config_error("a = 'b\n"), "c.toml:1:5: the quote does not end; close it");
  EXPECT_TRUE(config_error("a =\n").ends_with("the value is missing; write KEY = VALUE"));
  EXPECT_TRUE(config_error("a = 1 2\n").starts_with("c.toml:1:7: something follows the value"));
}

TEST(ConfigFileTest, HasNoEntriesWithoutAFile) {
  EXPECT_TRUE(parse_config("", "c.toml").empty());
  EXPECT_TRUE(read_config("").empty());
}

}  // namespace
}  // namespace thalign::cli
