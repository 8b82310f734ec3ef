// SPDX-License-Identifier: Apache-2.0
#include "document/subtitles/cues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/document/read_blocks.h"

namespace thalign {
namespace {

using testing::ElementsAre;

std::vector<std::string> subtitle_blocks(std::string_view text) {
  return described_blocks(joined_cues(parse_cues(text)));
}

TEST(CuesTest, Times) {
  const auto times = parse_cue_times("01:02:03,004 --> 01:02:05.006 align:start");
  ASSERT_TRUE(times);
  EXPECT_EQ(times->begin, 3723004U);
  EXPECT_EQ(times->end, 3725006U);
  EXPECT_EQ(parse_cue_times("02:03.500-->02:04.000")->begin, 123500U);
  for (const char* const line : {"", "1", "00:00:01,000", "a --> b", "00:01,00 --> 00:02,000",
                                 "00:00:01,000 --> 00:00:02,0001", "1:2:3:4,000 --> 00:02,000",
                                 "9999999:00:00,000 --> 00:02,000"}) {
    EXPECT_FALSE(parse_cue_times(line)) << line;
  }
}

TEST(CuesTest, SubRip) {
  EXPECT_THAT(subtitle_blocks("1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>{\\an8}We open</i>\r\nat "
                              "nine.\r\n\r\n2\r\n00:00:02,100 --> 00:00:03,000\r\nDon't be late, "
                              "\r\n\r\n3\r\n00:00:03,100 --> 00:00:04,000\r\nplease.\r\n\r\n4\r\n"
                              "00:00:09,000 --> 00:00:10,000\r\n1 < 2 <3\r\n"),
              ElementsAre("cue: We open at nine.\nDon't be late, please.", "cue: 1 < 2 <3"));
}

TEST(CuesTest, ThaiCuesRunOn) {
  EXPECT_THAT(subtitle_blocks("1\n00:00:01,000 --> 00:00:02,000\nฝนตกหนัก\n\n2\n"
                              "00:00:02,500 --> 00:00:03,000\nเราจึงกลับบ้าน\n\n3\n"
                              "00:00:05,000 --> 00:00:06,000\nถึงแล้ว\n"),
              ElementsAre("cue: ฝนตกหนัก เราจึงกลับบ้าน", "cue: ถึงแล้ว"));
}

TEST(CuesTest, BlankLinesAndMissingNumbersOfSubRip) {
  EXPECT_THAT(subtitle_blocks("1\n00:00:01,000 --> 00:00:02,000\none\n\ntwo\n\n"
                              "00:00:09,000 --> 00:00:10,000\n\n1999\n\n3\n"
                              "00:00:20,000 --> 00:00:21,000\nthree\n"),
              ElementsAre("cue: one two", "cue: 1999", "cue: three"));
}

TEST(CuesTest, WebVtt) {
  EXPECT_THAT(subtitle_blocks("WEBVTT - title\nKind: captions\n\nNOTE not this\nnor this\n\nSTYLE\n"
                              "::cue {}\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v Anna>Hello "
                              "<c.x>R&amp;D</c><00:01.500>!\n\nNOTE again\n\n"
                              "2\n01:00:01.000 --> 01:00:02.000\nBye\n"),
              ElementsAre("cue: Hello R&D!", "cue: Bye"));
}

TEST(CuesTest, DialoguesAreApart) {
  EXPECT_THAT(subtitle_blocks("1\n00:00:01,000 --> 00:00:02,000\n- Ready?\n- Yes.\n"),
              ElementsAre("cue: - Ready?", "cue: - Yes."));
}

TEST(CuesTest, PlacesAndTimes) {
  const StructuredDocument document = joined_cues(
      parse_cues("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:02,000 --> 00:00:03,000\nb\n"));
  ASSERT_EQ(document.blocks().size(), 1U);
  EXPECT_EQ(document.blocks()[0].place, "cues 1 to 2");
  EXPECT_EQ(document.blocks()[0].time->begin, 1000U);
  EXPECT_EQ(document.blocks()[0].time->end, 3000U);
}

TEST(CuesTest, NoCues) {
  EXPECT_THAT(subtitle_blocks(""), ElementsAre());
  EXPECT_THAT(subtitle_blocks("WEBVTT"), ElementsAre());
  EXPECT_THAT(subtitle_blocks("1\n00:00:01,000 --> 00:00:02,000"), ElementsAre());
}

TEST(CuesTest, EachCueKeepsItsTime) {
  const StructuredDocument document =
      joined_cues({{.time = {1000, 2000}, .lines = {"The shop", "opens"}},
                   {.time = {2100, 3000}, .lines = {"at nine."}},
                   {.time = {9000, 9500}, .lines = {"- Yes?", "- No."}}});
  std::vector<std::string> times;
  for (const TimedRange& timed : document.times()) {
    times.push_back(std::to_string(timed.time.begin) + " " +
                    std::string(document.text().substr(timed.range.begin, timed.range.size())));
  }
  EXPECT_EQ(times, (std::vector<std::string>{"1000 The shop opens", "2100 at nine.", "9000 - Yes?",
                                             "9000 - No."}));
  const Layout layout = document.layout();
  EXPECT_EQ(layout.blocks.size(), 3U);
  std::size_t next = 0;
  EXPECT_EQ(time_at(layout, 0, next), 1000U);
  EXPECT_EQ(time_at(layout, 7, next), 1500U);
  EXPECT_EQ(time_at(layout, 14, next), 2000U) << "between cues";
  EXPECT_EQ(time_at(layout, 15, next), 2100U);
}

}  // namespace
}  // namespace thalign
