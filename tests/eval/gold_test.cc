// SPDX-License-Identifier: Apache-2.0
#include "eval/gold.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "tests/error_message.h"
#include "text/error.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;
using Span = ScoredBead::Span;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string gold_message(std::string_view text, TextSizes sizes = {}) {
  return error_message([&] { parse_gold(text, "gold.tsv", sizes); }, ErrorCode::format);
}

std::string spans_message(std::string_view text, TextSizes sizes = {}) {
  return error_message([&] { parse_spans(text, "system.tsv", sizes); }, ErrorCode::format);
}

/// A gold set in a temporary folder, removed afterwards.
class GoldFolder : public testing::Test {
 protected:
  GoldFolder() {
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(testing::TempDir()) /
            ("thalign_gold_" + std::to_string(std::random_device()()) + "_" + test->name());
    fs::create_directories(root_);
  }
  ~GoldFolder() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  void write(const fs::path& path, std::string_view content) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << content;
  }
  void write_document(const fs::path& folder) const {
    write(folder / "th.raw.txt", "ฝนตก\nแดดออก");
    write(folder / "en.raw.txt", "It rains.\nIt shines.");
    write(folder / "gold.tsv", "0\t0\t0\t0\t0\t4\t0\t9\t1-1\t\n1\t1\t1\t1\t5\t11\t10\t20\t1-1\t\n");
  }

  fs::path root_;
};

// ---- parse_gold

TEST(ParseGold, ReadsUnitsAndSpans) {
  const GoldBeads beads = parse_gold(
      "#th_first\tth_last\ten_first\ten_last\tth_start\tth_end\ten_start\ten_end\ttype\tnote\n"
      "0\t1\t0\t0\t0\t120\t0\t177\t2-1\ttitle\n"
      "\n"
      "-\t-\t1\t3\t-\t-\t193\t194\t0-3\tview counter\n"
      "2\t2\t-\t-\t136\t257\t-\t-\t1-0\topt: print button\n",
      "gold.tsv");
  ASSERT_THAT(beads.units, SizeIs(3));
  EXPECT_EQ(beads.units[0].source, (Span{0, 2}));
  EXPECT_EQ(beads.units[0].target, (Span{0, 1}));
  EXPECT_EQ(beads.units[1].source, std::nullopt);
  EXPECT_EQ(beads.units[1].target, (Span{1, 4}));
  EXPECT_EQ(beads.units[2].target, std::nullopt);
  ASSERT_THAT(beads.spans, SizeIs(3));
  EXPECT_EQ(beads.spans[0].source, (Span{0, 120}));
  EXPECT_EQ(beads.spans[0].target, (Span{0, 177}));
  EXPECT_EQ(beads.spans[1].source, std::nullopt);
  EXPECT_EQ(beads.spans[2].source, (Span{136, 257}));
  EXPECT_FALSE(beads.units[0].optional || beads.spans[1].optional);
  EXPECT_TRUE(beads.units[2].optional && beads.spans[2].optional);
}

TEST(ParseGold, TakesWindowsLineEndsAByteOrderMarkAndEightColumns) {
  const GoldBeads beads =
      parse_gold("\xEF\xBB\xBF#head\r\n0\t0\t0\t0\t0\t5\t0\t6\r\n\r\n", "gold.tsv");
  ASSERT_THAT(beads.spans, SizeIs(1));
  EXPECT_EQ(beads.spans[0].target, (Span{0, 6}));
}

TEST(ParseGold, TakesTheEmptyText) { EXPECT_THAT(parse_gold("", "gold.tsv").units, SizeIs(0)); }

TEST(ParseGold, NamesLineAndColumnOfWhatIsNoNumber) {
  EXPECT_EQ(gold_message("#\n\n0\t0\tx\t0\t0\t1\t0\t1\n"),
            "gold.tsv:3: column 3 is 'x', not a number; write a position counted from 0, or '-'");
  EXPECT_THAT(gold_message("0\t0\t0\t0\t0\t1.5\t0\t1"),
              HasSubstr("column 6 is '1.5', not a number"));
  EXPECT_THAT(gold_message("0\t0\t0\t0\t+0\t1\t0\t1"), HasSubstr("column 5 is '+0'"));
}

TEST(ParseGold, QuotesBytesOfAnyKindSafely) {
  const std::string message = gold_message(std::string("\x01\xFF\0", 3) + "\t0\t0\t0\t0\t1\t0\t1");
  EXPECT_THAT(message, HasSubstr("column 1 is '\\u0001\uFFFD\\u0000', not a number"));
  EXPECT_LT(gold_message(std::string(100'000, 'x') + "\t0\t0\t0\t0\t1\t0\t1").size(), 200U);
}

TEST(ParseGold, RefusesWhatIsNoBead) {
  EXPECT_THAT(gold_message("0\t0\t0\t0\n"), HasSubstr("gold.tsv:1: only 4 tab-separated columns"));
  EXPECT_THAT(gold_message("5\t4\t0\t0\t0\t1\t0\t1"),
              HasSubstr("columns 1 and 2 say 5 to 4, which ends before it starts"));
  EXPECT_THAT(gold_message("0\t0\t0\t0\t-\t1\t0\t1"), HasSubstr("one of columns 5 and 6 is '-'"));
  EXPECT_THAT(gold_message("0\t0\t0\t0\t0\t1\t0\t99999999999"),
              HasSubstr("larger than any position"));
  EXPECT_THAT(gold_message("0\t2147483648\t0\t0\t0\t1\t0\t1"),
              HasSubstr("larger than any position"));
}

TEST(ParseGold, RefusesOffsetsBeyondTheText) {
  const TextSizes sizes{.source = 10, .target = 20};
  EXPECT_EQ(parse_gold("0\t0\t0\t0\t0\t10\t0\t20", "gold.tsv", sizes).spans.size(), 1U);
  EXPECT_THAT(gold_message("0\t0\t0\t0\t0\t11\t0\t20", sizes),
              HasSubstr("column 6 is 11, but the text has only 10 characters"));
  EXPECT_THAT(gold_message("0\t0\t0\t0\t0\t10\t0\t21", sizes), HasSubstr("column 8 is 21"));
}

TEST(ParseGold, ThrowsNothingButErrorOnRandomLines) {
  std::mt19937 random(11);
  const std::string_view alphabet = "0123459-\t\t\t\t\n\r#x \xE0\xFF";
  int refused = 0;
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (auto size = random() % 60; size > 0; --size) text += alphabet[random() % alphabet.size()];
    try {
      parse_gold(text, "random");
    } catch (const Error& error) {
      ++refused;
      ASSERT_EQ(error.code(), ErrorCode::format);
    }
    try {
      parse_spans(text, "random");
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::format);
    }
  }
  EXPECT_GT(refused, 1'000);
}

// ---- parse_spans, parse_units

TEST(ParseSpans, ReadsFourColumnsAndIgnoresTheRest) {
  const auto beads = parse_spans(
      "#source_start\tsource_end\n"
      "th_start\tth_end\ten_start\ten_end\n"
      "0\t4\t0\t9\t0\t0-0\t0-0\tfurther\tcolumns\r\n"
      "-\t-\t10\t20\n"
      "5\t11\t-1\t-1\n"
      "5\t11\t\t\n"
      "5\t11\t7\t7",
      "system.tsv");
  ASSERT_THAT(beads, SizeIs(5));
  EXPECT_EQ(beads[0].source, (Span{0, 4}));
  EXPECT_EQ(beads[0].target, (Span{0, 9}));
  EXPECT_EQ(beads[1].source, std::nullopt);
  EXPECT_EQ(beads[1].target, (Span{10, 20}));
  for (const std::size_t i : {2U, 3U, 4U}) {
    EXPECT_EQ(beads[i].source, (Span{5, 11}));
    EXPECT_EQ(beads[i].target, std::nullopt) << i;
    EXPECT_FALSE(beads[i].optional);
  }
}

TEST(ParseSpans, NamesFileAndLineOfErrors) {
  EXPECT_EQ(spans_message("0\t1\t0\n"),
            "system.tsv:1: only 3 tab-separated columns; the first 4 are source start and end, "
            "target start and end");
  EXPECT_THAT(spans_message("0\t1\t0\t1\n0\t1\t9\t8\n"),
              HasSubstr("system.tsv:2: columns 3 and 4 say 9 to 8"));
  EXPECT_THAT(spans_message("0\t12\t0\t1\n", {.source = 11, .target = 1}),
              HasSubstr("system.tsv:1: column 2 is 12, but the text has only 11 characters"));
}

TEST(ParseUnits, TakesTheLastUnitAsPartOfTheBead) {
  const auto beads = parse_units("0\t0\t0\t1\n-\t-\t2\t2\n", "system.tsv");
  ASSERT_THAT(beads, SizeIs(2));
  EXPECT_EQ(beads[0].source, (Span{0, 1}));
  EXPECT_EQ(beads[0].target, (Span{0, 2}));
  EXPECT_EQ(beads[1].source, std::nullopt);
}

// ---- folders

TEST_F(GoldFolder, ReadsADocument) {
  write_document("set/weather");
  const GoldDocument document = read_gold_document(root_ / "set/weather/");
  EXPECT_EQ(document.name, "weather");
  EXPECT_EQ(document.thai, "ฝนตก\nแดดออก");
  EXPECT_EQ(document.english, "It rains.\nIt shines.");
  EXPECT_EQ(document.sizes.source, 11U);
  EXPECT_EQ(document.sizes.target, 20U);
  ASSERT_THAT(document.units, SizeIs(2));
  ASSERT_THAT(document.spans, SizeIs(2));
  EXPECT_EQ(document.spans[1].source, (Span{5, 11}));
}

TEST_F(GoldFolder, NamesTheFileThatIsWrong) {
  write_document("set/weather");
  write("set/weather/gold.tsv", "0\t0\t0\t0\t0\t12\t0\t9\n");
  EXPECT_THAT(error_message([&] { read_gold_document(root_ / "set/weather"); }, ErrorCode::format),
              HasSubstr("gold.tsv:1: column 6 is 12, but the text has only 11 characters"));
  write("set/weather/en.raw.txt", "\xFFrain");
  EXPECT_THAT(
      error_message([&] { read_gold_document(root_ / "set/weather"); }, ErrorCode::encoding),
      HasSubstr("en.raw.txt"));
  fs::remove(root_ / "set/weather/th.raw.txt");
  EXPECT_THAT(error_message([&] { read_gold_document(root_ / "set/weather"); }, ErrorCode::io),
              HasSubstr("th.raw.txt"));
}

TEST_F(GoldFolder, ListsDocumentsSortedAndBySplit) {
  for (const char* name : {"b", "a", "c"}) write_document(fs::path("set") / name);
  write("set/notes/readme.txt", "no gold here");
  EXPECT_THAT(gold_documents(root_ / "set", "dev"), ElementsAre("a", "b", "c"));

  write("index/set.tsv",
        "#set\tdoc\tsplit\tn_th\nset\ta\theldout\t2\nset\tb\tdev\t2\nother\tc\tdev\t2\n");
  EXPECT_THAT(gold_documents(root_ / "set", "all"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(gold_documents(root_ / "set/", "dev"), ElementsAre("b"));
  EXPECT_THAT(gold_documents(root_ / "set", "heldout"), ElementsAre("a"));
  EXPECT_THAT(error_message([&] { gold_documents(root_ / "set", "test"); }, ErrorCode::io),
              HasSubstr("no gold document of split 'test'"));
}

TEST_F(GoldFolder, RefusesAFolderThatIsNoGoldSet) {
  EXPECT_THAT(error_message([&] { gold_documents(root_ / "missing", "all"); }, ErrorCode::io),
              HasSubstr("can't list the folder"));
  EXPECT_THAT(error_message([&] { gold_documents(root_, "all"); }, ErrorCode::io),
              HasSubstr("gold.tsv"));
}

TEST(SharedGold, ReadsEveryDocument) {
  const fs::path gold = fs::path(THALIGN_SOURCE_DIR) / "../shared/data/gold";
  if (!fs::is_directory(gold)) GTEST_SKIP() << "no development data at " << gold;
  std::size_t documents = 0;
  for (const char* set : {"dga", "thaigov", "twelvefactor", "ntrex-edit"}) {
    for (const std::string& name : gold_documents(gold / set, "all")) {
      const GoldDocument document = read_gold_document(gold / set / name);
      EXPECT_FALSE(document.spans.empty());
      const SpanEvaluation result =
          evaluate_spans(document.thai, document.english, document.spans, document.spans);
      EXPECT_EQ(result.strict.f1(), 1) << set << "/" << name;
      EXPECT_EQ(result.softm.f1(), 1) << set << "/" << name;
      EXPECT_EQ(evaluate_units(document.units, document.units).pairs.f1(), 1);
      ++documents;
    }
  }
  EXPECT_GT(documents, 20U);
}

}  // namespace
}  // namespace thalign
