// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "segment/segment.h"

namespace thalign {
namespace {

SegmentedText lines(std::string text) {
  return presegmented(
      Document::from_bytes(std::move(text), {.name = "lines", .language = Language::english}));
}

std::vector<std::string_view> texts(const SegmentedText& text) {
  std::vector<std::string_view> units;
  for (const Unit& unit : text.units())
    units.push_back(text.document().text().substr(unit.range.begin, unit.range.size()));
  return units;
}

TEST(PresegmentedTest, EachLineIsASentence) {
  const SegmentedText text = lines("It rains. It pours.\r\n  \"Go!\" he said  \nThe end");
  EXPECT_EQ(texts(text),
            (std::vector<std::string_view>{"It rains. It pours.", "\"Go!\" he said", "The end"}));
  for (const Unit& unit : text.units()) EXPECT_EQ(unit.break_after, kCertainBreak);
}

TEST(PresegmentedTest, LinesStayWhateverTheyBeginWith) {
  const SegmentedText text = lines("ขึน\n้ เอง\n\u200E\nจบ");
  EXPECT_EQ(texts(text), (std::vector<std::string_view>{"ขึน", "้ เอง", "\u200E", "จบ"}));
}

TEST(PresegmentedTest, BlankLinesBeginParagraphs) {
  const SegmentedText text = lines("\none\ntwo\n \nthree\r\n\r\nfour\rfive\n");
  EXPECT_EQ(texts(text), (std::vector<std::string_view>{"one", "two", "three", "four", "five"}));
  const std::vector<std::uint32_t> paragraphs = {0, 0, 1, 2, 2};
  for (std::size_t u = 0; u < paragraphs.size(); ++u)
    EXPECT_EQ(text.units()[u].paragraph, paragraphs[u]);
}

TEST(PresegmentedTest, ALargeTextHasTheSameSentencesWithoutWords) {
  const std::string sentence = std::string(5000, 'x') + " y";
  std::string all;
  std::uint32_t sentences = 0;
  for (; all.size() <= kMostBytesWithWords; ++sentences)
    all += sentence + (sentences % 3 == 0 ? "\r\n\r\n" : "\r\n");
  const SegmentedText text = lines(all);
  EXPECT_FALSE(text.has_words());
  ASSERT_EQ(text.units().size(), sentences);
  for (std::uint32_t u = 0; u < sentences; ++u) {
    ASSERT_EQ(text.text({u, u + 1}), sentence);
    ASSERT_EQ(text.units()[u].paragraph, (u + 2) / 3);
  }
}

TEST(PresegmentedTest, LinesTakeLinearTimeWhicheverCharacterEndsThem) {
  for (const char end : {'\n', '\r'}) {
    std::string all;
    std::size_t sentences = 0;
    for (; all.size() <= kMostBytesWithWords; ++sentences) all.append(31, 'x').push_back(end);
    const auto start = std::chrono::steady_clock::now();
    const SegmentedText text = lines(std::move(all));
    // Less than a second; some minutes if each line looks through the rest of the text.
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
    EXPECT_EQ(text.units().size(), sentences);
  }
}

TEST(PresegmentedTest, NoTextNoSentences) {
  for (const char* const blank : {"", " \n\n"}) {
    const SegmentedText text = lines(blank);
    EXPECT_TRUE(text.units().empty());
  }
}

}  // namespace
}  // namespace thalign
