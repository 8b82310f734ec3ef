// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/align/small_problem.h"
#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string message(std::string bytes, const std::string& name = "terms.tsv") {
  LexiconTable table;
  return error_message([&] { add_lexicon_file(table, std::move(bytes), name); });
}

/// The lexicon of a file alone, as a table.
std::string table_of(std::string bytes, const std::string& name = "terms.tsv") {
  LexiconTable table;
  add_lexicon_file(table, std::move(bytes), name);
  const std::string packed = table.pack();
  return lexicon_tsv(Lexicon(packed, "a test"));
}

constexpr std::string_view kHeader =
    "#thai\tenglish\tenglish_given_thai\tthai_given_english\tthai_share\tenglish_share\n";

TEST(LexiconFileTest, ReadsTermsInEitherOrder) {
  const std::string expected = std::string(kHeader) + "ครัว\tkitchen\t1\t1\t1e-05\t1e-05\n";
  EXPECT_EQ(table_of("ครัว\tkitchen\n"), expected);
  EXPECT_EQ(table_of("\xEF\xBB\xBF# my terms\r\n\r\nKitchen \t ครัว\r\n"), expected);
  EXPECT_EQ(table_of("kitchen @ ครัว\n", "terms.dic"), expected);
}

TEST(LexiconFileTest, WordsAreStemmedAndFolded) {
  EXPECT_THAT(table_of("ครัว\tKITCHENS\n"), HasSubstr("ครัว\tkitchen\t"));
  // SARA AM in two characters, and in one.
  EXPECT_THAT(table_of("\u0E17\u0E4D\u0E32\tmaking\n"), HasSubstr("\u0E17\u0E33\tmake\t"));
}

TEST(LexiconFileTest, ReadsWeights) {
  EXPECT_THAT(table_of("ครัว\tkitchen\t0.5\n"), HasSubstr("\t0.5\t0.5\t"));
  EXPECT_THAT(table_of("ครัว\tkitchen\t0.5\t0.25\n"), HasSubstr("\t0.5\t0.25\t"));
  EXPECT_THAT(table_of("ครัว\tkitchen\t0\t0.25\n"), HasSubstr("\t0\t0.25\t"));
}

TEST(LexiconFileTest, ReadsBackWhatItWrites) {
  const std::string table = lexicon_tsv(test::toy_lexicon());
  EXPECT_EQ(table_of(table), table);
  EXPECT_EQ(table_of(LexiconTable(test::toy_lexicon()).pack(), "mine.thlx"), table);
}

TEST(LexiconFileTest, EntriesWithoutWordsAreCounted) {
  LexiconTable table;
  const LexiconFileStatistics read =
      add_lexicon_file(table, "มีนาคม 2567\tMarch 2024\nครัว\tkitchen\nก\t!!\n", "t.tsv");
  EXPECT_EQ(read.entries, 3U);
  EXPECT_EQ(read.without_words, 2U);
}

TEST(LexiconFileTest, NamesFileAndLine) {
  EXPECT_EQ(message("ครัว\tkitchen\nครัว\n"),
            "terms.tsv:2: has 1 tab-separated column; write two terms, and a weight or two");
  EXPECT_THAT(message("ครัว\tkitchen\t1\t1\tnoun\n"), StartsWith("terms.tsv:1: has 5 tab-sep"));
  EXPECT_EQ(message("\nครัว\t \n"), "terms.tsv:2: a term is missing; write one in each language");
  EXPECT_EQ(message("cook\tkitchen\n"),
            "terms.tsv:1: neither 'cook' nor 'kitchen' is Thai; write a Thai and an English term");
  EXPECT_EQ(message("ครัว\tแมว\n"),
            "terms.tsv:1: both 'ครัว' and 'แมว' are Thai; write a Thai and an English term");
  EXPECT_EQ(message("kitchen ครัว\n", "a.dic"),
            "a.dic:1: not a line of a hunalign dictionary; write 'target @ source'");
  EXPECT_THAT(message("kitchen @ \n", "a.dic"), StartsWith("a.dic:1: a term is missing"));
}

TEST(LexiconFileTest, RefusesWeightsThatAreNone) {
  for (const char* const weight : {"nan", "-nan", "inf", "-1", "-0.5", "much", "", "1e999", "1,5"})
    EXPECT_THAT(message("ก\tk\nครัว\tkitchen\t" + std::string(weight) + "\n"),
                StartsWith("terms.tsv:2: column 3 is '" + std::string(weight) +
                           "', not a weight; write a number above 0"))
        << weight;
  EXPECT_THAT(message("ครัว\tkitchen\t1\tnan\n"), StartsWith("terms.tsv:1: column 4 is 'nan'"));
  EXPECT_EQ(message("ครัว\tkitchen\t0\n"),
            "terms.tsv:1: a weight of 0 says nothing; write a number above 0, or leave the line "
            "out");
}

TEST(LexiconFileTest, RefusesBrokenTablesOfKeys) {
  const std::string header(kHeader);
  EXPECT_EQ(message(header + "ครัว\tkitchen\t1\n"),
            "terms.tsv:2: has 3 tab-separated columns; the first line of the file names 6");
  EXPECT_EQ(message(header + "ครัว\tkitchen\t1\t1\t2\t0.5\n"),
            "terms.tsv:2: column 5 is '2', not a share; write a number from 0 to 1");
  EXPECT_EQ(message(header + "ครัว\t\t1\t1\t0\t0\n"),
            "terms.tsv:2: a word is missing; write one in each language");
}

TEST(LexiconFileTest, RefusesOtherFiles) {
  EXPECT_EQ(message(""),
            "terms.tsv: has no entries; give a lexicon, or a table of Thai and English terms");
  EXPECT_THAT(message("# nothing\n"), HasSubstr("has no entries"));
  EXPECT_THAT(message("THLX"), StartsWith("terms.tsv: no lexicon of this version"));
  EXPECT_THAT(message("ครัว\tkitchen\xFF\n"), StartsWith("terms.tsv: "));
  EXPECT_THAT(message(LexiconTable(test::toy_lexicon()).pack().substr(0, 200)),
              StartsWith("terms.tsv: no lexicon of this version of thalign, or damaged"));
}

}  // namespace
}  // namespace thalign
