// SPDX-License-Identifier: Apache-2.0
#include "cli/review/units_page.h"

#include <fmt/format.h>

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <utility>
#include <vector>

#include "text/unicode/code_points.h"
#include "text/words.h"
#include "tm/date.h"
#include "tm/output.h"

namespace thalign::cli {
namespace {

/// One side of units as a text. Texts that follow each other stand on one line, as in their
/// document; all others on lines of their own.
class UnitsSide {
 public:
  UnitsSide(std::span<const NumberedUnit> units, std::size_t side) {
    const Variant* before = nullptr;
    for (const NumberedUnit& one : units) {
      const Variant& variant = one.unit.variants[side];
      const std::string text = single_line(variant.text);
      const std::uint32_t length = CodePointIndex(text).size();
      const bool fits = variant.offsets && variant.offsets->end - variant.offsets->begin == length;
      if (before != nullptr) add_gap(*before, variant, one.follows[side] && fits && fits_);
      fits_ = fits;
      add(variant, text, length);
      before = &variant;
    }
    text_ += '\n';
  }

  /// Positions of the unit in UTF-16, end exclusive.
  std::pair<std::uint32_t, std::uint32_t> span(std::size_t unit) const { return spans_[unit]; }

  std::string data(const std::string& language) const {
    return fmt::format(R"({{"document":"","language":{},"text":{},"words":[{}],"units":null,)"
                       R"("lines":false,"apart":true,"joints":[{}],"times":[]}})",
                       json_string(language), json_string(text_), position_steps(text_, words_),
                       joints_);
  }

 private:
  void add_gap(const Variant& before, const Variant& variant, bool follows) {
    const bool touches = follows && before.offsets->end == variant.offsets->begin;
    if (touches) return;
    text_ += follows ? ' ' : '\n';
    ++code_points_;
    ++position_;
  }

  /// `fits_`: offsets count the characters of `text`, so that a place in it has an offset of its
  /// own.
  void add(const Variant& variant, const std::string& text, std::uint32_t length) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    if (fits_) {
      fmt::format_to(std::back_inserter(joints_), "{}[{},{}]", joints_.empty() ? "" : ",",
                     position_, std::int64_t{variant.offsets->begin} - code_points_);
      words_.push_back(begin);
      const Words words(text);
      for (const Word& word : words.all()) {
        if (word.original.begin > 0) words_.push_back(begin + word.original.begin);
      }
    }
    const std::uint32_t end =
        position_ + Utf16Positions(text).at(static_cast<std::uint32_t>(text.size()));
    spans_.emplace_back(std::exchange(position_, end), end);
    code_points_ += length;
    text_ += text;
  }

  std::string text_, joints_;
  std::vector<std::uint32_t> words_;  // bytes
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_;
  std::uint32_t position_ = 0, code_points_ = 0;
  bool fits_ = false;  // of the last unit
};

/// What the memory knows of each unit: its number, and of its texts documents, languages and
/// offsets.
std::string unit_list(std::span<const NumberedUnit> units) {
  std::string list;
  for (const NumberedUnit& one : units) {
    std::string origins;
    for (const Variant& variant : one.unit.variants) {
      const std::string offsets =
          variant.offsets ? fmt::format("[{},{}]", variant.offsets->begin, variant.offsets->end)
                          : "null";
      origins += fmt::format(R"({}{{"document":{},"language":{},"offsets":{}}})",
                             origins.empty() ? "" : ",", json_string(variant.document),
                             json_string(variant.language), offsets);
    }
    list += fmt::format(R"({}{{"number":"{}","origins":[{}]}})", list.empty() ? "" : ",\n",
                        one.number, origins);
  }
  return list;
}

std::string units_beads(std::span<const NumberedUnit> units, const UnitsSide& source,
                        const UnitsSide& target) {
  std::string list;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const TranslationUnit& unit = units[i].unit;
    list +=
        fmt::format(R"({}[{},{},{},{},{},"{}",{{}}])", list.empty() ? "" : ",\n",
                    source.span(i).first, source.span(i).second, target.span(i).first,
                    target.span(i).second, unit.score ? '"' + decimal(unit.score) + '"' : "null",
                    decimal(unit.confidence.value_or(1.0)));
  }
  return list;
}

}  // namespace

void write_units_page(std::ostream& out, std::span<const NumberedUnit> units,
                      const std::string& title, const PageContext& context) {
  const UnitsSide source(units, 0), target(units, 1);
  const auto language = [&](std::size_t side) {
    return units.empty() ? "und" : units.front().unit.variants[side].language;
  };
  write_page(
      out,
      fmt::format(R"("kind":"memory","version":"{}","title":{},"name":{},"run":{},"date":"{}",)"
                  R"("documentScore":null,"notes":[],)"
                  "\n\"source\":{},\n\"target\":{},\n\"units\":[\n{}],\n\"beads\":[\n{}]",
                  THALIGN_VERSION, json_string(title),
                  json_string(std::filesystem::path(title).stem().string()),
                  json_string(context.run), tmx_date(context.date), source.data(language(0)),
                  target.data(language(1)), unit_list(units), units_beads(units, source, target)));
}

}  // namespace thalign::cli
