// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/links.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::text_of_units;

/// Links between a Thai and an English text of one unit each.
class Pair {
 public:
  Pair(const std::string& thai, const std::string& english)
      : source_(make_features(text_of_units(Language::thai, {thai}, {0}), vocabulary_)),
        target_(make_features(text_of_units(Language::english, {english}, {0}), vocabulary_)),
        links_(link_texts(source_, target_, vocabulary_, test::toy_lexicon())) {}

  /// p(english | thai) and p(thai | english) of two keys; 0 without a link.
  float to_english(const char* thai, const char* english) const {
    return probability(links_.forward, thai, english);
  }
  float to_thai(const char* english, const char* thai) const {
    return probability(links_.backward, english, thai);
  }
  /// Whether the two link in both directions.
  bool linked(const char* thai, const char* english) const {
    return to_english(thai, english) > 0.0F && to_thai(english, thai) > 0.0F;
  }
  const Links& links_to_english() const { return links_.forward; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  float probability(const Links& links, const char* given, const char* predicted) const {
    const Symbol from = vocabulary_.find(given);
    const Symbol to = vocabulary_.find(predicted);
    if (from == vocabulary_.size()) return 0.0F;
    for (const Link& link : links.of(from)) {
      if (link.symbol == to) return link.probability;
    }
    return 0.0F;
  }

  Vocabulary vocabulary_;
  Features source_, target_;
  LinkPair links_;
};

TEST(LinksTest, TranslationsOfTheLexicon) {
  const Pair pair("แมวข้าม ถนน น้ำ", "the cat crosses the road to the water");
  EXPECT_FLOAT_EQ(pair.to_english("แมว", "cat"), 0.9F);
  EXPECT_FLOAT_EQ(pair.to_english("ถนน", "road"), 0.6F);
  EXPECT_FLOAT_EQ(pair.to_english("ถนน", "water"), 0.1F);
  EXPECT_FLOAT_EQ(pair.to_thai("water", "น้ำ"), 0.6F);
  EXPECT_EQ(pair.to_english("แมว", "road"), 0.0F);
}

TEST(LinksTest, WhatHasTwoReadingsLinksToEachMoreWeakly) {
  const Pair days("5 มิถุนายน 2567 และ 9 กรกฎาคม", "5/6/2024");
  EXPECT_TRUE(days.linked("#5", "|#5|@5"));
  EXPECT_TRUE(days.linked("@6", "|#6|@6"));
  EXPECT_LT(days.to_english("@6", "|#6|@6"), days.to_english("#2567", "#2024"));
  EXPECT_FALSE(days.linked("@7", "|#6|@6"));
  EXPECT_FALSE(days.linked("#9", "|#5|@5"));
  const Pair years("31 ส.ค. 63", "31 August 2020, 63 people, in 2563");
  for (const char* const english : {"#2020", "#63", "#2563"})
    EXPECT_TRUE(years.linked("|#2563|#63", english)) << english;
  EXPECT_FALSE(years.linked("|#2563|#63", "#31"));
}

TEST(LinksTest, OnlyToWordsOfTheText) {
  const Pair pair("แมว", "a road");
  EXPECT_TRUE(pair.links_to_english().of(pair.vocabulary().find("แมว")).empty());
}

TEST(LinksTest, AscendBySymbol) {
  const Pair pair("ถนน โรงเรียน 2567", "water road school 2024 2567");
  for (Symbol symbol = 0; symbol < pair.vocabulary().size(); ++symbol) {
    const auto links = pair.links_to_english().of(symbol);
    EXPECT_TRUE(std::is_sorted(links.begin(), links.end(),
                               [](const Link& a, const Link& b) { return a.symbol < b.symbol; }));
  }
}

TEST(LinksTest, SameNumbersAndLatinWords) {
  const Pair pair("ใช้ Linux 12 เครื่อง ราคา 1,500", "12 machines run Linux at 1500");
  EXPECT_TRUE(pair.linked("linux", "linux"));
  EXPECT_TRUE(pair.linked("#12", "#12"));
  EXPECT_TRUE(pair.linked("#1500", "#1500"));
  EXPECT_FALSE(pair.linked("#12", "#1500"));
}

TEST(LinksTest, YearsOfBothErasInBothDirections) {
  const Pair pair("ปี 2567 และ ๒๕๐๐", "in 2024 and 1957 and 2023");
  EXPECT_TRUE(pair.linked("#2567", "#2024"));
  EXPECT_TRUE(pair.linked("#2500", "#1957"));
  EXPECT_FALSE(pair.linked("#2567", "#2023"));
  EXPECT_FALSE(pair.linked("#2500", "#2024"));
}

TEST(LinksTest, NumbersThatAreNoYearsAreNotShifted) {
  const Pair pair("643 คน 1543", "100 people 1000");
  EXPECT_FALSE(pair.linked("#643", "#100"));
  EXPECT_FALSE(pair.linked("#1543", "#1000"));
}

TEST(LinksTest, MonthsLink) {
  const Pair pair("14 มิ.ย. 2567", "June 14, 2024");
  EXPECT_TRUE(pair.linked("@6", "@6"));
}

TEST(LinksTest, BackgroundOfWhatIsLinkedTo) {
  const Pair pair("แมว ถนน", "cat road road red");
  const Links& links = pair.links_to_english();
  const auto background = [&](const char* key) {
    return links.background(pair.vocabulary().find(key));
  };
  EXPECT_EQ(links.symbols(), pair.vocabulary().size());
  EXPECT_GT(background("cat"), 0.0F);
  EXPECT_LT(background("cat"), 1.0F);
  EXPECT_GT(background("road"), background("cat")) << "of the same share in the language";
  EXPECT_EQ(background("red"), 0.0F) << "no link leads there";
}

/// What English names and what Thai leaves as it is, or writes in its own way.
TEST(LinksTest, AnchorsOfEachKind) {
  struct Case {
    const char* what;
    const char* thai;
    const char* english;
    std::vector<const char*> keys;  // pairs: Thai, English
  };
  const std::vector<Case> cases = {
      {"acronym", "ประกาศของ EGAT เมื่อวาน", "a notice by EGAT yesterday", {"egat", "egat"}},
      {"English in brackets",
       "ปัญญาประดิษฐ์ (Artificial Intelligence) เปลี่ยนงาน",
       "artificial intelligence changes work",
       {"artifici", "artifici", "intellig", "intellig"}},
      {"title in quotation marks",
       "หนังสือ “Quiet Rivers” ขายดี",
       "the book “Quiet Rivers” sells well",
       {"quiet", "quiet", "river", "river"}},
      {"hashtag",
       "ติดแท็ก #SaveTheReef กันมาก",
       "many used #SaveTheReef",
       {"savethereef", "savethereef"}},
      {"URL", "อ่านที่ https://example.org/reef", "read https://example.org/reef", {"reef", "reef"}},
      {"e-mail",
       "เขียนถึง reef@example.org",
       "write to reef@example.org",
       {"reef@example.org", "reef@example.org"}},
      {"money", "ราคา 1,500 บาท", "costs 1,500 baht", {"#1500", "#1500"}},
      {"percent", "ลดลงร้อยละ 12.5", "fell by 12.5%", {"#12.5", "#12.5"}},
      {"Thai digits", "มี ๒๕ คน", "there are 25 people", {"#25", "#25"}},
      {"date of the Buddhist Era",
       "15 มิถุนายน 2567",
       "June 15, 2024",
       {"#15", "#15", "@6", "@6", "#2567", "#2024"}},
      {"range of days", "14–16 มิ.ย.", "14–16 June", {"#14", "#14", "#16", "#16", "@6", "@6"}},
      {"number word", "สามสิบห้าคน", "thirty-five people", {"#35", "#35"}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const Pair pair(c.thai, c.english);
    for (std::size_t i = 0; i < c.keys.size(); i += 2)
      EXPECT_TRUE(pair.linked(c.keys[i], c.keys[i + 1])) << c.keys[i] << " " << c.keys[i + 1];
  }
}

TEST(LinksTest, EmptyTexts) {
  Vocabulary vocabulary;
  const Features none = make_features(text_of_units(Language::thai, {}, {}), vocabulary);
  const Features some =
      make_features(text_of_units(Language::english, {"cat 2024"}, {0}), vocabulary);
  const LinkPair links = link_texts(some, none, vocabulary, test::toy_lexicon());
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    EXPECT_TRUE(links.forward.of(symbol).empty());
    EXPECT_TRUE(links.backward.of(symbol).empty());
  }
}

}  // namespace
}  // namespace thalign
