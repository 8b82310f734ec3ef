// SPDX-License-Identifier: Apache-2.0
#include "tm/bitext.h"

#include <gmock/gmock.h>

#include <locale>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "eval/gold.h"
#include "tests/tm/bitext_builder.h"
#include "text/unicode/code_points.h"
#include "tm/formats/writers.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

using nlohmann::json;

std::string tsv(const OwnedBitext& owned) {
  std::ostringstream out;
  write_beads(owned, *make_tsv_writer(out));
  return out.str();
}

std::string jsonl(const OwnedBitext& owned) {
  std::ostringstream out;
  write_beads(owned, *make_jsonl_writer(out));
  return out.str();
}

std::vector<std::string> columns_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  if (text.ends_with(separator)) parts.emplace_back();
  return parts;
}

OwnedBitext empty_bitext() { return {text_of({}, "a"), text_of({}, "b"), Alignment({}, 0, 0)}; }

std::string_view cut(const SegmentedText& text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view all = text.document().text();
  const ByteRange bytes = CodePointIndex(all).bytes({begin, end});
  return all.substr(bytes.begin, bytes.size());
}

// ---- numbers

TEST(BitextReader, CountsLines) {
  const SegmentedText source = text_of({{"a", "\r\n \n"}, {"b", "\n"}, {"c", "\r"}}, "source");
  const SegmentedText target = text_of({{"d", "\r"}, {"e", "\n\n\n"}}, "target");
  const Alignment alignment(
      {{{0, 2}, {0, 1}, 0, 1}, {{2, 2}, {1, 2}, 0, 1}, {{2, 3}, {2, 2}, 0, 1}}, 3, 2);
  BitextReader units({source, target, alignment, "th", "en", Numbering::lines});
  std::vector<UnitRange> numbers;
  while (const TranslationUnit* const unit = units.next()) {
    for (const Variant& side : unit->variants) numbers.push_back(side.units.value());
  }
  EXPECT_THAT(numbers, testing::ElementsAre(UnitRange{0, 3}, UnitRange{0, 1}, UnitRange{3, 3},
                                            UnitRange{1, 2}, UnitRange{3, 4}, UnitRange{2, 2}));
}

TEST(BitextReader, JointsAreWhereFurtherUnitsBegin) {
  const SegmentedText source = text_of({{"ก", " "}, {"ขข", ""}, {"ค", "\n"}, {"ง", ""}}, "source");
  const SegmentedText target = text_of({{"a", " "}, {"b", ""}}, "target");
  const Alignment alignment({{{0, 3}, {0, 1}, 0, 1}, {{3, 4}, {1, 2}, 0, 1}}, 4, 2);
  BitextReader units({source, target, alignment, "th", "en"});
  const TranslationUnit* unit = units.next();
  ASSERT_NE(unit, nullptr);
  EXPECT_THAT(unit->variants[0].joints, testing::ElementsAre(4, 10));
  EXPECT_THAT(unit->variants[1].joints, testing::IsEmpty());
  unit = units.next();
  ASSERT_NE(unit, nullptr);
  EXPECT_THAT(unit->variants[0].joints, testing::IsEmpty()) << "nothing of the bead before";
}

TEST(BitextReader, PropertiesOfABeadAreNotThoseOfTheNext) {
  const SegmentedText source = text_of({{"same", "\n"}, {"ฝน", ""}}, "source");
  const SegmentedText target = text_of({{"same", "\n"}, {"rain", ""}}, "target");
  const Alignment alignment({{{0, 1}, {0, 1}, 0, 1}, {{1, 2}, {1, 2}, 0, 1}}, 2, 2, 0.5);
  Description about;
  about.properties = {{"x-project", "a"}};
  BitextReader units({source, target, alignment, "th", "en"}, about);
  const TranslationUnit* unit = units.next();
  ASSERT_NE(unit, nullptr);
  ASSERT_EQ(unit->about.properties.size(), 3U) << "given, the document score, and a mark";
  EXPECT_EQ(unit->about.properties[2].type, kSameLanguage);
  unit = units.next();
  ASSERT_NE(unit, nullptr);
  EXPECT_THAT(unit->about.properties,
              testing::ElementsAre(Property{"x-project", "a"},
                                   testing::Field(&Property::type, "x-document-score")));
}

// ---- TSV

TEST(WriteTsv, WritesEveryBeadWithOffsetsUnitsAndTexts) {
  EXPECT_EQ(
      tsv(flood_report()),
      "#source_start\tsource_end\ttarget_start\ttarget_end\tbead\tsource_units\ttarget_units\t"
      "score\tconfidence\tsource_text\ttarget_text\tflags\n"
      "0\t36\t0\t46\t0\t0-1\t0-0\t12.3457\t0.9877\t"
      "ฝนตกหนักทางภาคใต้ น้ำท่วมถนนหลายสาย\tHeavy rain in the South flooded several roads.\t-\n"
      "37\t49\t-\t-\t1\t2-2\t-\t-1.5000\t0.5000\t(ภาพ: สมชาย)\t\t-\n"
      "-\t-\t47\t57\t2\t-\t1-1\t-2.0000\t0.2500\t\tRead more\t-\n"
      "51\t69\t58\t78\t3\t3-3\t2-2\t3.0000\t1.0000\tโทร.\u00A02 < 3 & 5 > 4\t"
      "Call \"2 < 3 & 5 > 4\"\t-\n");
}

TEST(WriteTsv, CountsWhatItWrites) {
  std::ostringstream out;
  const WriteStatistics statistics = write_beads(flood_report(), *make_tsv_writer(out));
  EXPECT_EQ(statistics.written, 4U);
  EXPECT_EQ(statistics.null_beads_left_out, 0U);
  EXPECT_EQ(statistics.characters_dropped, 0U);
}

TEST(WriteTsv, NoBeadsLeaveTheHeaderLine) {
  const std::string text = tsv(empty_bitext());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  EXPECT_THAT(text, testing::StartsWith("#source_start\t"));
}

TEST(WriteTsv, IsReadBackByParseSpans) {
  const auto beads = parse_spans(tsv(flood_report()), "flood.tsv", {.source = 70, .target = 78});
  ASSERT_EQ(beads.size(), 4U);
  using Span = ScoredBead::Span;
  EXPECT_EQ(beads[0].source, (Span{0, 36}));
  EXPECT_EQ(beads[1].target, std::nullopt);
  EXPECT_EQ(beads[2].source, std::nullopt);
  EXPECT_EQ(beads[3].target, (Span{58, 78}));
}

TEST(WriteTsv, RandomBeadsComeBackAndStayOneLineEach) {
  const OwnedBitext owned = RandomBitext(1).make(2'000);
  const std::string text = tsv(owned);
  const auto lines = columns_of(text, '\n');
  ASSERT_EQ(lines.size(), 2'002U);  // the header, and nothing after the last line end
  const auto beads = parse_spans(text, "random.tsv");
  ASSERT_EQ(beads.size(), 2'000U);
  const std::string_view source_text = owned.source.document().text();
  const CodePointIndex source_index(source_text);
  for (std::size_t i = 0; i < beads.size(); ++i) {
    ASSERT_EQ(columns_of(lines[i + 1], '\t').size(), 12U) << lines[i + 1];
    const Bead& bead = owned.alignment.beads()[i];
    ASSERT_EQ(beads[i].source.has_value(), !bead.source.empty());
    ASSERT_EQ(beads[i].target.has_value(), !bead.target.empty());
    if (!beads[i].source) continue;
    const ByteRange bytes = source_index.bytes({beads[i].source->begin, beads[i].source->end});
    ASSERT_EQ(source_text.substr(bytes.begin, bytes.size()), owned.source.text(bead.source));
  }
}

// ---- JSONL

TEST(WriteJsonl, WritesOneObjectALineInAFixedOrder) {
  const auto lines = columns_of(jsonl(flood_report()), '\n');
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(
      lines[1],
      R"x({"bead":1,"source_document":"flood.th.txt","target_document":"flood.en.txt",)x"
      R"x("source_language":"th","target_language":"en","score":-1.5000,"confidence":0.5000,)x"
      R"x("source":{"start":37,"end":49,"units":[2,2],"text":"(ภาพ: สมชาย)"},"target":null})x");
}

TEST(WriteJsonl, KeepsTextsExact) {
  const auto lines = columns_of(jsonl(flood_report()), '\n');
  const json first = json::parse(lines[0]);
  EXPECT_EQ(first["source"]["text"], "ฝนตกหนักทางภาคใต้\n\tน้ำท่วมถนนหลายสาย");
  EXPECT_EQ(first["source"]["units"], json({0, 1}));
  EXPECT_EQ(json::parse(lines[2])["target"]["text"], "Read\r\nmore");
  EXPECT_DOUBLE_EQ(first["score"].get<double>(), 12.3457);
}

TEST(WriteJsonl, NamesMayBeAnyBytes) {
  OwnedBitext owned{text_of({{"ก", ""}}, "a\"\n\xFF.txt"), text_of({{"b", ""}}, ""),
                    Alignment({{{0, 1}, {0, 1}}}, 1, 1)};
  const json line = json::parse(jsonl(owned));
  EXPECT_EQ(line["source_document"], "a\"\n\uFFFD.txt");
  EXPECT_EQ(line["target_document"], "");
}

TEST(WriteJsonl, RandomTextsComeBackExactlyAndOffsetsCutThem) {
  const OwnedBitext owned = RandomBitext(2).make(500);
  const auto lines = columns_of(jsonl(owned), '\n');
  ASSERT_EQ(lines.size(), 501U);
  for (std::size_t i = 0; i < 500; ++i) {
    const json line = json::parse(lines[i]);
    const Bead& bead = owned.alignment.beads()[i];
    EXPECT_EQ(line["bead"], i);
    ASSERT_EQ(line["source"].is_null(), bead.source.empty());
    ASSERT_EQ(line["target"].is_null(), bead.target.empty());
    if (!bead.target.empty()) {
      const json& target = line["target"];
      ASSERT_EQ(target["text"], owned.target.text(bead.target));
      ASSERT_EQ(cut(owned.target, target["start"], target["end"]), owned.target.text(bead.target));
    }
  }
}

TEST(WriteJsonl, NoBeadsAreNoLines) { EXPECT_EQ(jsonl(empty_bitext()), ""); }

// ---- both

/// A locale that writes 1.234,5.
struct CommaNumbers : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(Writers, NumbersDoNotFollowTheLocale) {
  const OwnedBitext owned = RandomBitext(3).make(400);
  const std::string plain_tsv = tsv(owned);
  const std::string plain_jsonl = jsonl(owned);
  const std::locale before = std::locale::global(std::locale(std::locale(), new CommaNumbers));
  const std::string local_tsv = tsv(owned);
  const std::string local_jsonl = jsonl(owned);
  std::locale::global(before);
  EXPECT_EQ(local_tsv, plain_tsv);
  EXPECT_EQ(local_jsonl, plain_jsonl);
}

TEST(Writers, LeaveAFailedStreamToTheCaller) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_EQ(write_beads(flood_report(), *make_tsv_writer(out)).written, 4U);
  EXPECT_TRUE(out.fail());
}

}  // namespace
}  // namespace thalign
