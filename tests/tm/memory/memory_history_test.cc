// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/tm/memory/memory_builder.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_search.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

using test::add;
using test::all;
using test::day;
using test::MemoryPath;
using testing::ElementsAre;
using testing::SizeIs;
using Access = Memory::Access;

TranslationUnit placed(const std::string& thai, const std::string& english, std::uint32_t begin,
                       std::uint32_t end) {
  TranslationUnit unit = test::pair(thai, english, "a");
  for (Variant& variant : unit.variants) variant.offsets = CodePointRange{begin, end};
  return unit;
}

TranslationUnit corrected(TranslationUnit unit) {
  unit.about.properties.push_back({std::string(kCorrection), std::string(kCorrected)});
  return unit;
}

std::vector<std::string> english_texts(const Memory& memory) {
  std::vector<std::string> texts;
  for (const TranslationUnit& unit : all(memory)) texts.push_back(unit.variants[1].text);
  return texts;
}

TEST(MemoryHistory, CorrectedUnitsReplaceWhatTheyOverlap) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory,
      {placed("ฝน", "rain", 0, 10), placed("แดด", "sun", 11, 20), placed("ลม", "wind", 21, 30)});
  const ImportCounts counts = add(memory, {corrected(placed("ฝน แดด", "rain and sun", 0, 20))});
  EXPECT_EQ(counts.replaced, 2U);
  EXPECT_THAT(english_texts(memory), ElementsAre("wind", "rain and sun"));
  // Of the aligner, and so no correction.
  EXPECT_EQ(add(memory, {placed("ลม", "winds", 21, 30)}).replaced, 0U);
}

TEST(MemoryHistory, UndoBringsBackExactlyWhatWasThere) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  std::mt19937 generator(5);
  const auto random = [&](std::uint32_t below) {
    return static_cast<std::uint32_t>(generator() % below);
  };
  std::vector<std::vector<TranslationUnit>> states;
  for (int step = 0; step < 12; ++step) {
    states.push_back(all(memory));
    std::vector<TranslationUnit> units;
    for (std::uint32_t i = 0; i < 5; ++i) {
      const std::uint32_t begin = random(50);
      TranslationUnit unit =
          placed("ฝน " + std::to_string(random(9)), "rain " + std::to_string(random(3)), begin,
                 begin + 1 + random(9));
      unit.about.changed = day(static_cast<int>(random(40)));
      units.push_back(step % 2 == 0 ? unit : corrected(unit));
    }
    if (step == 5) {
      (void)memory.dedupe(Sameness::text, day(9));
    } else if (step == 8) {
      (void)memory.remove(MemoryFilter({.expression = "rain 1"}), day(9));
    } else {
      MemoryWriter writer(memory, day(20));
      if (step % 3 == 0) writer.set_replacing(Replacing::documents);
      for (const TranslationUnit& unit : units) writer.add(unit);
      writer.finish();
    }
  }
  ASSERT_THAT(memory.actions(), SizeIs(12));
  for (std::size_t step = states.size(); step-- > 0;) {
    ASSERT_TRUE(memory.undo());
    EXPECT_EQ(all(memory), states[step]) << step;
  }
  EXPECT_FALSE(memory.undo());
  memory.check();
}

TEST(MemoryHistory, WhatIsBackIsFoundAgain) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory, {placed("ฝนตกหนักทางใต้", "Heavy rain in the South.", 0, 10)});
  (void)memory.remove(MemoryFilter({.units = {1}}));
  EXPECT_THAT(MemorySearch(memory).matches("Heavy rain in the South", {}), SizeIs(0));
  ASSERT_TRUE(memory.undo());
  EXPECT_THAT(MemorySearch(memory).matches("Heavy rain in the South", {}), SizeIs(1));
  EXPECT_THAT(MemorySearch(memory).occurrences("ฝนตก", {}), SizeIs(1));
}

TEST(MemoryHistory, CanBeForgotten) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory, {placed("ฝน", "rain", 0, 10)});
  memory.forget_actions();
  EXPECT_THAT(memory.actions(), SizeIs(0));
  EXPECT_FALSE(memory.undo());
  EXPECT_THAT(all(memory), SizeIs(1));
}

TEST(MemoryHistory, AnEditedUnitReplacesTheOneOfItsNumber) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory, {test::pair("ฝน", "rain"), test::pair("แดด", "sun")});
  TranslationUnit edited = corrected(test::pair("ฝน", "rainfall"));
  edited.variants[1].about.properties = {{std::string(kOriginal), "rain"}};
  edited.about.properties.push_back({std::string(kUnitNumber), "1"});
  EXPECT_EQ(add(memory, {edited}).replaced, 1U);
  EXPECT_THAT(english_texts(memory), ElementsAre("sun", "rainfall"));
  // Its number is another unit's text by now.
  edited.about.properties.back().text = "2";
  edited.variants[1].text = "rains";
  EXPECT_EQ(add(memory, {edited}).replaced, 0U);
}

TEST(MemoryHistory, WhatAPersonLeftOutGoes) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory, {test::pair("ฝน", "rain"), test::pair("แดด", "sun")});
  TranslationUnit deleted = test::pair("แดด", "sun");
  deleted.about.properties = {{std::string(kCorrection), std::string(kDeleted)},
                              {std::string(kUnitNumber), "2"}};
  const ImportCounts counts = add(memory, {deleted});
  EXPECT_EQ(counts.stored, 0U);
  EXPECT_EQ(counts.replaced, 1U);
  EXPECT_THAT(english_texts(memory), ElementsAre("rain"));
}

TEST(MemoryHistory, WhatHasNoTranslationAfterACorrectionGoes) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  add(memory,
      {placed("ฝน", "rain", 0, 10), placed("แดด", "sun", 11, 20), placed("ลม", "wind", 21, 30)});
  TranslationUnit deleted = placed("แดดลม", "sun", 11, 16);
  deleted.about.properties = {{std::string(kCorrection), std::string(kDeleted)}};
  TranslationUnit unlinked = corrected(placed("ลม", "", 21, 30));
  unlinked.variants[1].offsets.reset();
  const ImportCounts counts = add(memory, {deleted, unlinked});
  EXPECT_EQ(counts.left_out, 1U);
  EXPECT_EQ(counts.replaced, 2U);
  EXPECT_THAT(english_texts(memory), ElementsAre("rain"));
  // Of the aligner, and so no correction.
  unlinked = placed("ฝน", "", 0, 10);
  EXPECT_EQ(add(memory, {unlinked}).replaced, 0U);
}

TEST(MemoryHistory, CaseOfTagsMakesNoDifference) {
  const MemoryPath file;
  Memory memory(file.path(), Access::create);
  TranslationUnit upper = test::pair("ฝน", "rain"), lower = upper;
  upper.variants[0].language = "th-TH";
  lower.variants[0].language = "th_th";
  EXPECT_EQ(add(memory, {upper}).stored, 1U);
  EXPECT_EQ(add(memory, {lower}).present, 1U);
  lower.id = "x";
  lower.variants[1].document = "b";
  EXPECT_EQ(add(memory, {lower}).stored, 1U);
  EXPECT_EQ(memory.dedupe(Sameness::text), 1);
}

}  // namespace
}  // namespace thalign
