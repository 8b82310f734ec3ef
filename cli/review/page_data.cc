#include "cli/review/page_data.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/review/page_source.h"
#include "text/hash.h"
#include "text/unicode/code_points.h"
#include "text/words.h"
#include "tm/bitext.h"
#include "tm/date.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign::cli {
namespace {

/// Positions of a text in UTF-16, asked for in ascending order.
class Utf16Positions {
 public:
  explicit Utf16Positions(std::string_view text) : text_(text) {}

  /// Requires: `byte` is a character boundary, not before that of the last call.
  std::uint32_t at(std::uint32_t byte) {
    for (; byte_ < byte; ++byte_) {
      const auto value = static_cast<unsigned char>(text_[byte_]);
      if (value < 0x80 || value >= 0xC0) position_ += value >= 0xF0 ? 2 : 1;
    }
    return position_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0, position_ = 0;
};

/// Steps from one beginning of `parts` of `text` to the next, the first from the begin of the text.
/// `range_of`: the bytes of a part.
template <typename Parts, typename RangeOf>
std::string steps(std::string_view text, const Parts& parts, RangeOf range_of) {
  Utf16Positions positions(text);
  std::string list;
  std::uint32_t before = 0;
  for (const auto& part : parts) {
    const std::uint32_t at = positions.at(std::invoke(range_of, part).begin);
    fmt::format_to(std::back_inserter(list), "{}{}", list.empty() ? "" : ",", at - before);
    before = at;
  }
  return list;
}

std::string word_steps(const SegmentedText& text) {
  const std::string_view bytes = text.document().text();
  std::optional<Words> broken;
  if (!text.has_words()) broken.emplace(bytes);
  return steps(bytes, (broken ? *broken : text.words()).all(), &Word::original);
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

std::string side_data(const SegmentedText& text, const std::string& tag, Numbering numbering) {
  const Document& document = text.document();
  return fmt::format(
      R"({{"document":{},"language":{},"text":{},"words":[{}],"units":[{}],"lines":{},)"
      R"("joints":[{}],"times":[{}]}})",
      json_string(document.name()), json_string(tag), json_string(document.text()),
      word_steps(text), steps(document.text(), text.units(), &Unit::range),
      numbering == Numbering::lines, joint_list(document), time_list(document));
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

/// `json` without `<`, which stands in strings only.
std::string without_markup(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      result += "\\u003c";
    } else {
      result += c;
    }
  }
  return result;
}

void write_page(std::ostream& out, const std::string& data) {
  const PageSource page = review_page_source();
  out << page.head
      << without_markup(fmt::format("{{\"id\":\"{:016x}\",{}}}", hash_bytes_64(data), data))
      << page.tail;
}

/// One side of units, their texts one a line, as the text of a side.
std::string units_side(std::span<const NumberedUnit> units, std::size_t side) {
  std::string text;
  for (const NumberedUnit& one : units)
    text.append(single_line(one.unit.variants[side].text)).push_back('\n');
  const std::string tag = units.empty() ? "und" : units.front().unit.variants[side].language;
  return fmt::format(R"({{"document":"","language":{},"text":{},"words":[],"units":null,)"
                     R"("lines":false,"joints":[],"times":[]}})",
                     json_string(tag), json_string(text));
}

/// What a unit says of its texts: documents, languages, offsets.
std::string origin_data(const TranslationUnit& unit) {
  std::string list;
  for (const Variant& variant : unit.variants) {
    const std::string offsets =
        variant.offsets ? fmt::format("[{},{}]", variant.offsets->begin, variant.offsets->end)
                        : "null";
    list +=
        fmt::format(R"({}{{"document":{},"language":{},"offsets":{}}})", list.empty() ? "" : ",",
                    json_string(variant.document), json_string(variant.language), offsets);
  }
  return list;
}

std::string units_beads(std::span<const NumberedUnit> units) {
  std::string list;
  std::array<std::uint32_t, 2> at{};
  for (const auto& [number, unit] : units) {
    std::array<std::string, 2> spans;
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string text = single_line(unit.variants[side].text);
      const std::uint32_t end =
          at[side] + Utf16Positions(text).at(static_cast<std::uint32_t>(text.size()));
      spans[side] = fmt::format("{},{}", at[side], end);
      at[side] = end + 1;
    }
    list += fmt::format(R"({}[{},{},{},"{}",{{"unit":"{}","origins":[{}]}}])",
                        list.empty() ? "" : ",\n", spans[0], spans[1],
                        unit.score ? '"' + decimal(unit.score) + '"' : "null",
                        decimal(unit.confidence.value_or(1.0)), number, origin_data(unit));
  }
  return list;
}

}  // namespace

void write_units_page(std::ostream& out, std::span<const NumberedUnit> units,
                      const std::string& title, const PageContext& context) {
  write_page(out, fmt::format(
                      R"("kind":"memory","version":"{}","title":{},"name":{},"run":{},"date":"{}",)"
                      R"("documentScore":null,"notes":[],)"
                      "\n\"source\":{},\n\"target\":{},\n\"beads\":[\n{}]",
                      THALIGN_VERSION, json_string(title),
                      json_string(std::filesystem::path(title).stem().string()),
                      json_string(context.run), tmx_date(context.date), units_side(units, 0),
                      units_side(units, 1), units_beads(units)));
}

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
