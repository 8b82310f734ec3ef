// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/writers.h"

#include <gmock/gmock.h>

#include <sstream>
#include <string>

#include "tests/tm/bitext_builder.h"
#include "text/error.h"

namespace thalign {
namespace {

TEST(MosesWriter, WritesLineByLineWhatHasBothSides) {
  std::ostringstream source;
  std::ostringstream target;
  const WriteStatistics statistics =
      write_beads(flood_report(), *make_moses_writer(source, target));
  EXPECT_EQ(source.str(),
            "ฝนตกหนักทางภาคใต้ น้ำท่วมถนนหลายสาย\n"
            "โทร.\u00A02 < 3 & 5 > 4\n");
  EXPECT_EQ(target.str(),
            "Heavy rain in the South flooded several roads.\n"
            "Call \"2 < 3 & 5 > 4\"\n");
  EXPECT_EQ(statistics.written, 2U);
  EXPECT_EQ(statistics.null_beads_left_out, 2U);
}

TEST(HunalignWriter, JoinsUnits) {
  std::ostringstream out;
  EXPECT_EQ(write_beads(flood_report(), *make_hunalign_writer(out)).written, 4U);
  EXPECT_EQ(out.str(),
            "ฝนตกหนักทางภาคใต้ ~~~ น้ำท่วมถนนหลายสาย\tHeavy rain in the South flooded several roads.\t"
            "0.9877\n"
            "(ภาพ: สมชาย)\t\t0.5000\n"
            "\tRead more\t0.2500\n"
            "โทร.\u00A02 < 3 & 5 > 4\tCall \"2 < 3 & 5 > 4\"\t1.0000\n");
}

TEST(LadderWriter, WritesRungs) {
  std::ostringstream out;
  EXPECT_EQ(write_beads(flood_report(), *make_ladder_writer(out)).written, 4U);
  EXPECT_EQ(out.str(),
            "0\t0\t0.9877\n"
            "2\t1\t0.5000\n"
            "3\t1\t0.2500\n"
            "3\t2\t1.0000\n"
            "4\t3\t0\n");
}

TEST(LadderWriter, RefusesWhatIsNoLadder) {
  std::ostringstream out;
  const auto writer = make_ladder_writer(out);
  TranslationUnit unit{.variants = {{.language = "th", .text = "ก"}}};
  EXPECT_THROW(writer->write(unit), Error);
  unit.variants[0].units = UnitRange{0, 2};
  EXPECT_NO_THROW(writer->write(unit));
  unit.variants[0].units = UnitRange{1, 3};
  EXPECT_THROW(writer->write(unit), Error);
}

TEST(LadderWriter, WritesWhatIsInNoUnitAsNullBeads) {
  std::ostringstream out;
  const auto writer = make_ladder_writer(out);
  writer->write({.variants = {{.text = "ก", .units = UnitRange{1, 2}},
                              {.text = "a", .units = UnitRange{2, 3}}},
                 .confidence = 0.5});
  writer->finish();
  EXPECT_EQ(out.str(), "0\t0\t0.0000\n1\t0\t0.0000\n1\t2\t0.5000\n2\t3\t0\n");
}

TEST(VecalignWriter, ListsUnits) {
  std::ostringstream out;
  EXPECT_EQ(write_beads(flood_report(), *make_vecalign_writer(out)).written, 4U);
  EXPECT_EQ(out.str(),
            "[0, 1]:[0]:0.012350\n"
            "[2]:[]:0.500000\n"
            "[]:[1]:0.750000\n"
            "[3]:[2]:0.000000\n");
}

TEST(VecalignWriter, RefusesTextsWithoutUnitNumbers) {
  std::ostringstream out;
  const auto writer = make_vecalign_writer(out);
  EXPECT_THROW(writer->write({.variants = {{.language = "th", .text = "ก"}}}), Error);
}

// ---- units that are not beads

/// As from a memory: no offsets, more than two languages.
TranslationUnit greeting() {
  TranslationUnit unit{.id = "g1",
                       .variants = {{.language = "th-TH", .text = "สวัสดี\tครับ"},
                                    {.language = "en", .text = "Good  \"morning\""},
                                    {.language = "fr", .text = "Bonjour"}}};
  unit.about.created = Date(std::chrono::seconds(86'400));
  unit.about.properties = {{"x-domain", "daily"}};
  unit.about.notes = {{"polite"}};
  return unit;
}

std::string written(const TranslationUnit& unit,
                    std::unique_ptr<UnitWriter> (*make)(std::ostream&)) {
  std::ostringstream out;
  const auto writer = make(out);
  writer->write(unit);
  writer->finish();
  return out.str();
}

TEST(TsvWriter, DashesStandForWhatIsNotKnown) {
  EXPECT_THAT(written(greeting(), make_tsv_writer),
              testing::EndsWith("\n-\t-\t-\t-\t0\t-\t-\t-\t-\tสวัสดี ครับ\tGood \"morning\"\t-\n"));
}

TEST(JsonlWriter, NullStandsForWhatIsNotKnown) {
  EXPECT_EQ(written(greeting(), make_jsonl_writer),
            R"({"bead":0,"source_document":"","target_document":"","source_language":"th-TH",)"
            R"("target_language":"en","score":null,"confidence":null,)"
            R"("source":{"start":null,"end":null,"units":null,"text":"สวัสดี\tครับ"},)"
            R"("target":{"start":null,"end":null,"units":null,"text":"Good  \"morning\""},)"
            R"("id":"g1","created":"19700102T000000Z","properties":[["x-domain","daily"]],)"
            R"("notes":["polite"]})"
            "\n");
}

}  // namespace
}  // namespace thalign
