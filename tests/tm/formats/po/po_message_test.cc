// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/po/po_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

std::vector<PoMessage> messages_of(const std::string& bytes) {
  std::istringstream in(bytes);
  PoMessages reader{LineSource({in, "a.po"})};
  std::vector<PoMessage> messages;
  while (auto message = reader.next()) messages.push_back(std::move(*message));
  return messages;
}

std::string po_error(const std::string& bytes) {
  return error_message([&] { messages_of(bytes); });
}

TEST(PoMessageTest, AMessageHasAllThatStandsBeforeIt) {
  const auto messages = messages_of(
      "# by hand\n#. for people\n#: a.c:1\n#, fuzzy, c-format\nmsgctxt \"menu\"\nmsgid \"\"\n"
      "\"Open\"\n\" file\"\nmsgid_plural \"Open files\"\nmsgstr[0] \"เปิด\"\nmsgstr[1] \"เปิด ๆ\"\n");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages[0].line, 5U);
  EXPECT_TRUE(messages[0].fuzzy);
  EXPECT_FALSE(messages[0].obsolete);
  EXPECT_EQ(messages[0].context, "menu");
  EXPECT_EQ(messages[0].text, "Open file");
  EXPECT_EQ(messages[0].plural, "Open files");
  EXPECT_THAT(messages[0].translations, ElementsAre("เปิด", "เปิด ๆ"));
  EXPECT_THAT(messages[0].notes, ElementsAre("by hand", "for people"));
  EXPECT_THAT(messages[0].references, ElementsAre("a.c:1"));
}

TEST(PoMessageTest, CommentsBelongToTheMessageAfterThem) {
  const auto messages = messages_of(
      "msgid \"a\"\nmsgstr \"ก\"\n#, fuzzy\nmsgid \"b\"\nmsgstr \"ข\"\nmsgid \"c\"\nmsgstr \"\"\n");
  ASSERT_EQ(messages.size(), 3U);
  EXPECT_FALSE(messages[0].fuzzy);
  EXPECT_TRUE(messages[1].fuzzy);
  EXPECT_FALSE(messages[2].fuzzy);
  EXPECT_THAT(messages[2].translations, ElementsAre(""));
}

TEST(PoMessageTest, ObsoleteMessagesAreMarkedAndTheNextIsNot) {
  const auto messages = messages_of(
      "#~ msgid \"a\"\n#~ msgstr \"ก\"\n#~| msgid \"old\"\nmsgid \"b\"\nmsgstr \"ข\"\n");
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_TRUE(messages[0].obsolete);
  EXPECT_EQ(messages[1].text, "b");
  EXPECT_FALSE(messages[1].obsolete);
}

TEST(PoMessageTest, EscapesOfC) {
  const auto messages = messages_of(R"(msgid "\ta\"b\\\x41\101\n"
msgstr "")");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages[0].text, "\ta\"b\\AA\n");
}

TEST(PoMessageTest, EscapesOfOtherBytesAreRefused) {
  for (const char* const escape : {"\\x80", "\\0", "\\q", "\\"}) {
    EXPECT_THAT(po_error(std::string("msgid \"") + escape + "\"\nmsgstr \"\"\n"),
                StartsWith("a.po:1:"))
        << escape;
  }
}

TEST(PoMessageTest, ErrorsHaveThePlace) {
  EXPECT_EQ(po_error("msgid \"a\n"), "a.po:1:9: the string is not closed; add a quote");
  EXPECT_EQ(po_error("msgid \"ก\" x\nmsgstr \"\"\n"),
            "a.po:1:10: text behind the closing quote; remove it");
  EXPECT_THAT(po_error("\n\"a\"\n"), StartsWith("a.po:2:1: a string that belongs to no keyword"));
  EXPECT_THAT(po_error("msgid \"a\"\n"), StartsWith("a.po:1:"));
  EXPECT_THAT(po_error("msgid \"a\"\nmsgstr[100] \"b\"\n"), StartsWith("a.po:2:7:"));
  EXPECT_EQ(po_error("msgid \"a\"\nmsgstr[99] \"b\"\n"), "no error");
}

}  // namespace
}  // namespace thalign
