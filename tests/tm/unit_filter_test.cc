// SPDX-License-Identifier: Apache-2.0
#include "tm/unit_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tm/bitext.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

using testing::ElementsAre;

/// Hands out units that are given.
class Given : public UnitReader {
 public:
  explicit Given(std::vector<TranslationUnit> units) : units_(std::move(units)) {}
  const TranslationUnit* next() override {
    return next_ == units_.size() ? nullptr : &units_[next_++];
  }

 private:
  std::vector<TranslationUnit> units_;
  std::size_t next_ = 0;
};

TranslationUnit unit(const std::string& id, std::optional<double> confidence,
                     const std::string& target = "b") {
  TranslationUnit made{
      .id = id, .variants = {{.language = "th", .text = "a"}, {.language = "en", .text = target}}};
  made.confidence = confidence;
  return made;
}

std::vector<std::string> ids(UnitFilter& filter) {
  std::vector<std::string> out;
  while (const TranslationUnit* const unit = filter.next()) out.push_back(unit->id);
  return out;
}

TEST(UnitFilterTest, LeavesOutTheUnsureAndCountsThem) {
  Given units({unit("1", 0.9), unit("2", 0.49), unit("3", std::nullopt), unit("4", 0.5),
               unit("5", 0.1, "")});
  UnitFilter filter(units, {.min_confidence = 0.5});
  EXPECT_THAT(ids(filter), ElementsAre("1", "3", "4"));
  EXPECT_EQ(filter.counts().unsure, 2U);
  EXPECT_EQ(filter.counts().untranslated, 0U);
}

TEST(UnitFilterTest, LeavesOutPairsThatAreNoTranslations) {
  TranslationUnit copied = unit("copied", 1.0);
  TranslationUnit number = unit("number", 1.0);
  TranslationUnit null = unit("null", 1.0, "");
  TranslationUnit quoting = unit("quoting", 1.0);
  for (TranslationUnit* const marked : {&copied, &null})
    marked->about.properties.push_back({std::string(kSameLanguage), "en"});
  number.about.properties.push_back({std::string(kNotText), "th"});
  quoting.about.properties.push_back({std::string(kThaiLetters), "3"});
  const std::vector<TranslationUnit> all = {copied, number, null, quoting, unit("other", 1.0)};
  Given units(all);
  UnitFilter filter(units, {.untranslated = false});
  EXPECT_THAT(ids(filter), ElementsAre("null", "quoting", "other"));
  EXPECT_EQ(filter.counts().untranslated, 2U);
  EXPECT_EQ(filter.counts().thai_letters, 1U);
  Given again(all);
  UnitFilter open(again, {});
  EXPECT_EQ(ids(open).size(), 5U);
  EXPECT_EQ(open.counts().untranslated, 0U);
}

TEST(UnitFilterTest, LeavesOutRepeatsOfAllItHasSeen) {
  SeenUnits seen;
  const UnitFilterOptions options = {.seen = &seen};
  TranslationUnit spaced = unit("spaced", 1.0, "b  c\n");
  TranslationUnit other_tag = unit("tag", 1.0);
  other_tag.variants[1].language = "en-GB";
  Given first({unit("1", 1.0), unit("2", 0.2), spaced, unit("3", 1.0, "b c"), unit("4", 1.0, ""),
               other_tag});
  UnitFilter filter(first, options);
  EXPECT_THAT(ids(filter), ElementsAre("1", "spaced", "4", "tag"));
  EXPECT_EQ(filter.counts().repeated, 2U);
  Given second({unit("5", 1.0), unit("6", 1.0, "d")});
  UnitFilter next(second, options);
  EXPECT_THAT(ids(next), ElementsAre("6"));
}

TEST(UnitFilterTest, BeadsAreMarked) {
  const auto text = [](const std::string& bytes, Language language) {
    Document document = Document::from_bytes(bytes, {.language = language});
    Words words(document.text());
    const auto line = static_cast<std::uint32_t>(bytes.find('\n'));
    std::vector<Unit> units = {{{0, line}, 0, 1.0F},
                               {{line + 1, static_cast<std::uint32_t>(bytes.size())}, 1, 0.0F}};
    return SegmentedText(std::move(document), std::move(words), std::move(units));
  };
  const SegmentedText thai = text("ครู\nAll rights reserved", Language::thai);
  const SegmentedText english = text("Teacher\nAll rights reserved", Language::english);
  const Alignment alignment({{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}}, 2, 2, 0.75);
  BitextReader reader({thai, english, alignment, "th", "en"});
  const Property score = {"x-document-score", "0.7500"};
  EXPECT_THAT(reader.next()->about.properties, ElementsAre(score));
  EXPECT_THAT(reader.next()->about.properties,
              ElementsAre(score, Property{std::string(kSameLanguage), "en"}));
}

}  // namespace
}  // namespace thalign
