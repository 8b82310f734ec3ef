// SPDX-License-Identifier: Apache-2.0
#include "cli/review/page_data.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/unicode/code_points.h"
#include "text/words.h"
#include "tm/bitext.h"
#include "tm/date.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign::cli {
namespace {

/// Where `parts` of a text begin. `range`: the bytes of a part.
template <typename Parts, typename Part>
std::vector<std::uint32_t> begins(const Parts& parts, ByteRange Part::*range) {
  std::vector<std::uint32_t> result;
  result.reserve(parts.size());
  for (const Part& part : parts) result.push_back((part.*range).begin);
  return result;
}

std::string word_steps(const SegmentedText& text) {
  const std::string_view bytes = text.document().text();
  std::optional<Words> broken;
  if (!text.has_words()) broken.emplace(bytes);
  const auto words = (broken ? *broken : text.words()).all();
  return position_steps(bytes, begins(words, &Word::original));
}

/// Ranges of the text that have times, and these.
std::string time_list(const Document& document) {
  Utf16Positions positions(document.text());
  std::string list;
  for (const TimedRange& timed : document.layout().times) {
    const std::uint32_t begin = positions.at(document.from_original(timed.range.begin));
    const std::uint32_t end = positions.at(document.from_original(timed.range.end));
    fmt::format_to(std::back_inserter(list), "{}[{},{},{},{}]", list.empty() ? "" : ",", begin, end,
                   timed.time.begin, timed.time.end);
  }
  return list;
}

/// Where lines are joined, and how many code points the text as it came is ahead from there on.
std::string joint_list(const Document& document) {
  const CodePointIndex joined(document.text()), original(document.original_text());
  Utf16Positions positions(document.text());
  std::string list;
  for (const LineJoint& joint : document.joints()) {
    if (joint.at >= document.text().size()) break;
    const std::uint32_t next = joined.byte(joined.code_point(joint.at) + 1);
    const std::uint32_t came = document.original({joint.at, next}).begin;
    fmt::format_to(std::back_inserter(list), "{}[{},{}]", list.empty() ? "" : ",",
                   positions.at(joint.at), original.code_point(came) - joined.code_point(joint.at));
  }
  return list;
}

/// Where sentences end inside a text that marks their ends.
std::string end_steps(const SegmentedText& text, const std::string& tag) {
  std::vector<std::uint32_t> ends;
  for (const Unit& unit : text.units()) {
    if (language_of_tag(tag) != Language::thai && unit.break_after > 0.0F)
      ends.push_back(unit.range.end);
  }
  return position_steps(text.document().text(), ends);
}

std::string side_data(const SegmentedText& text, const std::string& tag, Numbering numbering) {
  const Document& document = text.document();
  return fmt::format(
      R"({{"document":{},"language":{},"text":{},"words":[{}],"units":[{}],"ends":[{}],)"
      R"("lines":{},"apart":false,"joints":[{}],"times":[{}]}})",
      json_string(document.name()), json_string(tag), json_string(document.text()),
      word_steps(text), position_steps(document.text(), begins(text.units(), &Unit::range)),
      end_steps(text, tag), numbering == Numbering::lines, joint_list(document),
      time_list(document));
}

/// What is known of a bead beside texts, score and confidence: its mark, and what people did to it.
std::string more_data(const TranslationUnit& unit, const std::optional<PlacedCorrection>& known) {
  std::string fields;
  const auto add = [&](const std::string& field) {
    fields.append(fields.empty() ? "" : ",").append(field);
  };
  for (const Property& property : unit.about.properties) {
    if (is_mark(property.type)) {
      add(fmt::format(R"("mark":[{},{}])", json_string(property.type), json_string(property.text)));
    }
  }
  if (known && !known->state.empty()) {
    if (known->state == kRight) add(R"("right":true)");
    if (known->state == kDeleted) add(R"("deleted":true)");
    if (known->state == kCorrected || !known->score) add(R"("moved":true)");
    const auto text = [&](std::size_t side) {
      return known->texts[side] ? json_string(*known->texts[side]) : "null";
    };
    add(fmt::format(R"("texts":[{},{}])", text(0), text(1)));
  }
  return "{" + fields + "}";
}

std::string bead_data(const AlignedPair& pair) {
  const Bitext bitext = pair.bitext();
  Utf16Positions source(bitext.source.document().text()), target(bitext.target.document().text());
  const auto span = [](const SegmentedText& text, UnitRange units, Utf16Positions& positions) {
    if (units.empty()) return std::string("0,0");
    const ByteRange bytes = text.bytes(units);
    const std::uint32_t begin = positions.at(bytes.begin);
    return fmt::format("{},{}", begin, positions.at(bytes.end));
  };
  BitextReader units(bitext);
  std::string list;
  for (std::size_t i = 0; i < bitext.alignment.beads().size(); ++i) {
    const Bead& bead = bitext.alignment.beads()[i];
    const TranslationUnit* const unit = units.next();
    const auto known = i < pair.corrections().size() ? pair.corrections()[i] : std::nullopt;
    const std::optional<double> score = known ? known->score : bead.score;
    list += fmt::format(R"({}[{},{},{},"{}",{}])", list.empty() ? "" : ",\n",
                        span(bitext.source, bead.source, source),
                        span(bitext.target, bead.target, target),
                        score ? '"' + decimal(score) + '"' : "null", decimal(bead.confidence),
                        more_data(*unit, known));
  }
  return list;
}

std::string notes_data(const AlignedPair& pair) {
  std::string list;
  const auto add = [&](const std::string& note) {
    list.append(list.empty() ? "" : ",").append(json_string(note));
  };
  if (const auto score = pair.alignment().document_score())
    add(fmt::format("document score {}", decimal(score)));
  for (const Notice& note : pair.notes()) add(note.where + ": " + note.text);
  return list;
}

}  // namespace

void write_review_page(std::ostream& out, const AlignedPair& pair, const PageContext& context) {
  const Bitext bitext = pair.bitext();
  const std::string& source = pair.source().document().name();
  const std::string& target = pair.target().document().name();
  const auto score = pair.alignment().document_score();
  const std::string data = fmt::format(
      R"("kind":"pair","version":"{}","title":{},"name":{},"run":{},"date":"{}",)"
      R"("documentScore":{},"notes":[{}],)"
      "\n\"source\":{},\n\"target\":{},\n\"beads\":[\n{}]",
      THALIGN_VERSION, json_string(source + " – " + target),
      json_string(std::filesystem::path(source).stem().string()), json_string(context.run),
      tmx_date(context.date), score ? '"' + decimal(score) + '"' : "null", notes_data(pair),
      side_data(pair.source(), bitext.source_tag, bitext.numbering),
      side_data(pair.target(), bitext.target_tag, bitext.numbering), bead_data(pair));
  write_page(out, data);
}

}  // namespace thalign::cli
