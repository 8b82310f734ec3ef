// SPDX-License-Identifier: Apache-2.0
#include "align/explain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_units;
using test::toy_lexicon;

SegmentedText cut_text(Language language, std::string text) {
  return segment(Document::from_bytes(std::move(text), {.name = "test", .language = language}));
}

double sum(const Contributions& contributions) {
  double result = 0.0;
  for (const Contribution& one : contributions) result += one.nats;
  return result;
}

double value(const Contributions& contributions, std::string_view term) {
  const auto found = std::ranges::find(contributions, term, &Contribution::term);
  EXPECT_NE(found, contributions.end()) << term;
  return found == contributions.end() ? std::nan("") : found->nats;
}

const std::string thai_text =
    "ตลาดน้ำแห่งใหม่เปิดเมื่อวันที่ 3 เมษายน 2566 ชาวบ้านขายผลไม้และขนมทุกวันเสาร์ "
    "ผู้จัดการบอกว่ามีคนมาเที่ยว 4,500 คนในวันแรก\nฝนตกหนักทั้งวัน\n"
    "ร้านค้าปิดเวลาหกโมงเย็น โทร 02-555-0199\n";
const std::string english_text =
    "The new floating market opened on 3 April 2023. Villagers sell fruit and sweets every "
    "Saturday. According to the manager, 4,500 people came on the first day.\n"
    "Nothing at all about the weather stands here, only a remark on buses that no one translated.\n"
    "Shops close at six in the evening. Call 02-555-0199.\n";

TEST(ExplainTest, ContributionsSumUpToTheScore) {
  const SegmentedText thai = cut_text(Language::thai, thai_text);
  const SegmentedText english = cut_text(Language::english, english_text);
  for (const bool thai_first : {true, false}) {
    const SegmentedText& source = thai_first ? thai : english;
    const SegmentedText& target = thai_first ? english : thai;
    const Alignment alignment = align(source, target);
    const std::vector<Contributions> all = explain(source, target, alignment.beads());
    ASSERT_EQ(all.size(), alignment.beads().size());
    ASSERT_GE(all.size(), 3U);
    for (std::size_t k = 0; k < all.size(); ++k)
      EXPECT_NEAR(sum(all[k]), alignment.beads()[k].score, 1e-3) << "bead " << k;
  }
}

TEST(ExplainTest, ContributionsOfRandomTextsSumUpToTheScore) {
  std::mt19937 random(18);
  std::size_t pairs = 0;
  std::size_t nulls = 0;
  std::size_t runs = 0;  // null beads that go on the run of the bead before
  for (int round = 0; round < 30; ++round) {
    const SegmentedText thai =
        random_units(random, Language::thai, static_cast<std::uint32_t>(1 + random() % 9));
    const SegmentedText english =
        random_units(random, Language::english, static_cast<std::uint32_t>(1 + random() % 9));
    const Alignment alignment = align(thai, english, {.lexicon = toy_lexicon()});
    const auto beads = alignment.beads();
    const auto all = explain(thai, english, beads, toy_lexicon());
    for (std::size_t k = 0; k < all.size(); ++k) {
      EXPECT_NEAR(sum(all[k]), beads[k].score, 1e-3) << "round " << round << " bead " << k;
      (beads[k].is_null() ? nulls : pairs) += 1;
      if (k > 0 && beads[k].is_null() && beads[k - 1].is_null() &&
          beads[k].source.empty() == beads[k - 1].source.empty())
        ++runs;
    }
  }
  EXPECT_GT(pairs, 0U);
  EXPECT_GT(nulls, 0U);
  EXPECT_GT(runs, 0U);
}

TEST(ExplainTest, TermsAreOfTheBeadTheyBelongTo) {
  const SegmentedText thai = cut_text(Language::thai, thai_text);
  const SegmentedText english = cut_text(Language::english, english_text);
  const UnitRange all_thai{0, static_cast<std::uint32_t>(thai.units().size())};
  const UnitRange all_english{0, static_cast<std::uint32_t>(english.units().size())};
  const std::vector<Bead> beads{{all_thai, {0, 0}}, {{all_thai.end, all_thai.end}, all_english}};
  const auto all = explain(thai, english, beads);
  for (const std::string_view term : {"bead", "length", "words_of_thai", "opening_pair"}) {
    EXPECT_EQ(value(all[0], term), 0.0) << term;
    EXPECT_EQ(value(all[1], term), 0.0) << term;
  }
  EXPECT_NE(value(all[0], "null_thai_open"), 0.0);
  EXPECT_EQ(value(all[0], "null_english_open"), 0.0);
  EXPECT_EQ(value(all[1], "null_thai_open"), 0.0);
  EXPECT_NE(value(all[1], "null_english_open"), 0.0);
  EXPECT_EQ(value(all[0], "english_gap"), 0.0);
}

TEST(ExplainTest, NumbersCountAsAnchorsWhereTheyAgree) {
  const SegmentedText thai = cut_text(Language::thai, "ราคา 4,815 บาท\n");
  const SegmentedText same = cut_text(Language::english, "It costs 4,815 baht\n");
  const SegmentedText other = cut_text(Language::english, "It costs 2,316 baht\n");
  const auto bead_of = [&](const SegmentedText& english) {
    return Bead{{0, static_cast<std::uint32_t>(thai.units().size())},
                {0, static_cast<std::uint32_t>(english.units().size())}};
  };
  const std::vector<Bead> right{bead_of(same)};
  const std::vector<Bead> wrong{bead_of(other)};
  EXPECT_GT(value(explain(thai, same, right)[0], "anchors_of_thai"),
            value(explain(thai, other, wrong)[0], "anchors_of_thai"));
}

TEST(ExplainTest, HashedFeaturesAreSplitBySide) {
  const SegmentedText thai = cut_text(Language::thai, thai_text);
  const SegmentedText english = cut_text(Language::english, english_text);
  const Alignment alignment = align(thai, english);
  const auto all = explain(thai, english, alignment.beads());
  const auto any = [&](std::string_view term) {
    return std::ranges::any_of(all,
                               [&](const Contributions& bead) { return value(bead, term) != 0.0; });
  };
  EXPECT_TRUE(any("thai_gap"));
  EXPECT_TRUE(any("english_gap"));
  EXPECT_TRUE(any("opening_pair"));
}

TEST(ExplainTest, FixedBeadsOfManyUnitsAreExplained) {
  std::mt19937 random(7);
  const SegmentedText thai = random_units(random, Language::thai, 50);
  const SegmentedText english = random_units(random, Language::english, 40);
  const std::vector<FixedBead> fixed{{{0, 50}, {0, 40}}};
  const Alignment alignment = align(thai, english, {.lexicon = toy_lexicon(), .fixed = fixed});
  const auto all = explain(thai, english, alignment.beads(), toy_lexicon());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_NEAR(sum(all[0]), alignment.beads()[0].score, 1e-3);
}

void expect_sums(const std::vector<Contributions>& all, std::span<const Bead> beads) {
  ASSERT_EQ(all.size(), beads.size());
  for (std::size_t k = 0; k < all.size(); ++k)
    EXPECT_NEAR(sum(all[k]), beads[k].score, 1e-3) << "bead " << k;
}

TEST(ExplainTest, BeadsBesideFixedOnesSumUp) {
  std::mt19937 random(11);
  for (int round = 0; round < 5; ++round) {
    const SegmentedText thai = random_units(random, Language::thai, 24);
    const SegmentedText english = random_units(random, Language::english, 22);
    const std::vector<FixedBead> fixed{{{7, 9}, {6, 8}}, {{15, 16}, {}}};
    const Alignment alignment = align(thai, english, {.lexicon = toy_lexicon(), .fixed = fixed});
    expect_sums(explain(thai, english, alignment.beads(), toy_lexicon()), alignment.beads());
  }
}

TEST(ExplainTest, BeadsBesideFurtherCutsSumUp) {
  // The third line holds two sentences without a space, which are searched again with what is near.
  SegmentedText thai = cut_text(Language::thai,
                                "โรงเรียนเปิดวันจันทร์\nค่ารถ 20 บาท\n"
                                "ฝนตกหนักทั้งคืนน้ำท่วมถนนสายหลักของเมือง\n"
                                "ร้านค้าปิดเวลาหกโมงเย็น\nโทร 02-555-0199\n");
  SegmentedText english = cut_text(
      Language::english,
      "The school opens on Monday.\nThe fare is 20 baht.\nIt rained heavily all night. Water "
      "flooded the main road of the city.\nShops close at six in the evening.\nCall "
      "02-555-0199.\n");
  const std::size_t units = thai.units().size();
  const Alignment alignment = cut_and_align(thai, english);
  ASSERT_GT(thai.units().size(), units);
  expect_sums(explain(thai, english, alignment.beads()), alignment.beads());
}

TEST(ExplainTest, NamesAreDistinct) {
  const auto names = explained_terms();
  EXPECT_EQ(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
}

TEST(ExplainTest, NothingToExplain) {
  const SegmentedText thai = cut_text(Language::thai, "");
  const SegmentedText english = cut_text(Language::english, "");
  EXPECT_TRUE(explain(thai, english, {}).empty());
}

}  // namespace
}  // namespace thalign
