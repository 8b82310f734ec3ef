// SPDX-License-Identifier: Apache-2.0
#include "tm/corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "text/error.h"
#include "text/files/table.h"
#include "text/unicode/code_points.h"
#include "tm/date.h"
#include "tm/line_source.h"
#include "tm/output.h"
#include "tm/stripped_text.h"

namespace thalign {
namespace {

constexpr int kCorrectionsVersion = 1;
constexpr std::size_t kNowhere = std::string::npos;

/// A run of a text without white space; begin `kNowhere`: not found yet.
struct Run {
  std::size_t begin = kNowhere, length = 0;
  bool found() const { return begin != kNowhere; }
  std::size_t end() const { return begin + length; }
};

const std::string* property_of(const std::vector<Property>& properties, std::string_view type) {
  const auto found = std::ranges::find(properties, type, &Property::type);
  return found == properties.end() ? nullptr : &found->text;
}

/// The places of one side of all corrections.
class SidePlaces {
 public:
  SidePlaces(std::span<const Correction> corrections, std::size_t side, const Document& document)
      : corrections_(corrections),
        side_(side),
        document_(document),
        index_(document.original_text()),
        text_(document.original_text()),
        runs_(corrections.size()),
        edited_(corrections.size(), false) {}

  void find(EditedTexts edited) {
    for (std::size_t i = 0; i < runs_.size(); ++i) find_at_offsets(i);
    visit_missing([&](std::size_t i, Run room) { find_between(i, room); });
    visit_missing([&](std::size_t i, Run room) {
      if (edited == EditedTexts::refuse) refuse(i);
      take_place(i, room);
    });
  }

  ByteRange bytes(std::size_t i) const { return text_.bytes(runs_[i].begin, runs_[i].length); }
  bool is_missing(std::size_t i) const { return runs_[i].length == 0; }
  /// Whether the text stands at its offsets.
  bool is_as_it_was(std::size_t i) const {
    const auto& offsets = variant(i).offsets;
    return is_missing(i) ? !offsets
                         : offsets && hint(i) == std::pair(runs_[i].begin, runs_[i].end());
  }
  /// The text that stands in the place of that of the document, if there is one.
  std::optional<std::string> edited_text(std::size_t i) const {
    if (!edited_[i] && property_of(variant(i).about.properties, kOriginal) == nullptr)
      return std::nullopt;
    return variant(i).text;
  }

 private:
  const Variant& variant(std::size_t i) const { return corrections_[i].unit.variants[side_]; }

  /// The text that stands in the document, white space left out.
  std::string wanted(std::size_t i) const {
    const std::string* const original = property_of(variant(i).about.properties, kOriginal);
    return stripped(original != nullptr ? *original : variant(i).text);
  }

  /// Where the offsets of a line lead; begin and end.
  std::optional<std::pair<std::size_t, std::size_t>> hint(std::size_t i) const {
    const auto& offsets = variant(i).offsets;
    if (!offsets || offsets->end > index_.size()) return std::nullopt;
    const ByteRange bytes = index_.bytes(*offsets);
    return std::pair(text_.position(bytes.begin), text_.position(bytes.end));
  }

  bool stands_at(const std::string& text, std::size_t at) const {
    return text_.text().compare(at, text.size(), text) == 0;
  }

  void find_at_offsets(std::size_t i) {
    const std::string text = wanted(i);
    if (text.empty()) {
      runs_[i] = {0, 0};
      return;
    }
    const auto at = hint(i);
    if (at && at->second - at->first == text.size() && stands_at(text, at->first))
      runs_[i] = {at->first, text.size()};
  }

  /// Calls `visit` with each line that is not found yet, in order, and what the lines around leave
  /// to it.
  template <typename Visit>
  void visit_missing(Visit visit) {
    std::vector<std::size_t> ends(runs_.size(), text_.text().size());
    for (std::size_t i = runs_.size(); i-- > 1;)
      ends[i - 1] = is_text(runs_[i]) ? runs_[i].begin : ends[i];
    std::size_t begin = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!runs_[i].found()) visit(i, Run{begin, ends[i] - std::min(ends[i], begin)});
      if (is_text(runs_[i])) begin = runs_[i].end();
    }
  }
  static bool is_text(const Run& run) { return run.found() && run.length > 0; }

  void find_between(std::size_t i, Run room) {
    const std::string text = wanted(i);
    const auto fits = [&](std::size_t at) {
      return at >= room.begin && at + text.size() <= room.end() && stands_at(text, at);
    };
    const auto at = hint(i);
    if (at && fits(at->first)) {
      runs_[i] = {at->first, text.size()};
    } else if (fits(room.begin)) {
      runs_[i] = {room.begin, text.size()};
    } else {
      runs_[i] = nearest(text, room, at ? at->first : room.begin);
    }
  }

  /// Where `text` stands in `room`, as near to `near` as can be, no part of a word or number in
  /// Latin letters.
  Run nearest(const std::string& text, Run room, std::size_t near) const {
    Run best;
    const auto distance = [&](std::size_t place) {
      return place > near ? place - near : near - place;
    };
    for (std::size_t place = text_.text().find(text, room.begin);
         place != kNowhere && place + text.size() <= room.end();
         place = text_.text().find(text, place + 1)) {
      if (text_.cuts_word(place) || text_.cuts_word(place + text.size())) continue;
      if (!best.found() || distance(place) < distance(best.begin)) best = {place, text.size()};
      if (place > near) break;
    }
    return best;
  }

  /// Takes the place of an edited text: its offsets or, without any, all that is left to it.
  void take_place(std::size_t i, Run room) {
    std::size_t begin = room.begin, end = room.end();
    if (const auto at = hint(i)) {
      begin = std::max(begin, at->first);
      end = std::min(end, at->second);
    }
    if (begin >= end) refuse(i);
    runs_[i] = {begin, end - begin};
    edited_[i] = true;
  }

  [[noreturn]] void refuse(std::size_t i) const {
    throw Error(
        ErrorCode::format, corrections_[i].place,
        fmt::format("{} does not stand in {} between the lines around it; correct it, or keep it "
                    "as an edited translation with --keep-edited",
                    quote(variant(i).text), document_.name()));
  }

  std::span<const Correction> corrections_;
  std::size_t side_;
  const Document& document_;
  CodePointIndex index_;
  StrippedText text_;
  std::vector<Run> runs_;
  std::vector<bool> edited_;
};

PlacedCorrection placed(const TranslationUnit& unit, std::size_t i, const SidePlaces& source,
                        const SidePlaces& target) {
  PlacedCorrection result;
  if (!source.is_missing(i)) result.span.source = source.bytes(i);
  if (!target.is_missing(i)) result.span.target = target.bytes(i);
  result.texts = {source.edited_text(i), target.edited_text(i)};
  const std::string* const said = property_of(unit.about.properties, kCorrection);
  const bool is_edited = result.texts[0] || result.texts[1];
  const bool as_it_was =
      !is_edited && unit.score && source.is_as_it_was(i) && target.is_as_it_was(i);
  if (said != nullptr || as_it_was) {
    result.state = said == nullptr ? std::string() : *said;
    result.score = unit.score;
    result.confidence = unit.confidence;
  } else {
    result.state = is_edited ? kEdited : kCorrected;
  }
  return result;
}

}  // namespace

std::optional<CorrectionsHead> parse_corrections_head(std::string_view line,
                                                      const std::string& name) {
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  const auto object = nlohmann::json::parse(line, nullptr, false);
  if (!object.is_object() || !object.contains("thalign")) return std::nullopt;
  const std::string place = name + ":1";
  if (object["thalign"] != "corrections" || object.value("version", 0) != kCorrectionsVersion) {
    throw Error(ErrorCode::format, place,
                "not corrections of a page of this thalign; download them from the page again");
  }
  try {
    CorrectionsHead head{.complete = object.value("complete", false),
                         .run = object.value("run", ""),
                         .date = parse_date(object.value("date", ""))};
    if (const auto score = object.find("document_score");
        score != object.end() && score->is_string())
      head.document_score = parse_number(score->get<std::string>());
    head.cuts = object.value("cuts", head.cuts);
    return head;
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorCode::format, place, "a broken head of corrections; download them again");
  }
}

std::vector<Correction> read_corrections(UnitReader& units, const std::string& name) {
  std::vector<Correction> corrections;
  while (const TranslationUnit* const unit = units.next()) {
    const bool has_line = units.line() > 0;
    const std::string label = has_line ? fmt::format("line {}", units.line())
                                       : fmt::format("unit {}", corrections.size() + 1);
    const std::string place =
        has_line ? fmt::format("{}:{}", name, units.line()) : fmt::format("{}: {}", name, label);
    if (unit->variants.size() != 2) {
      throw Error(ErrorCode::format, place,
                  fmt::format("has {} texts; a correction is a pair", unit->variants.size()));
    }
    corrections.push_back({place, label, *unit});
  }
  return corrections;
}

std::vector<PlacedCorrection> place_corrections(std::span<const Correction> corrections,
                                                const Document& source, const Document& target,
                                                EditedTexts edited) {
  SidePlaces source_places(corrections, 0, source), target_places(corrections, 1, target);
  source_places.find(edited);
  target_places.find(edited);
  std::vector<PlacedCorrection> result;
  std::vector<NamedSpan> spans;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    result.push_back(placed(corrections[i].unit, i, source_places, target_places));
    const FixedSpan& span = result.back().span;
    if (span.source.empty() && span.target.empty())
      throw Error(ErrorCode::format, corrections[i].place, "has no text; give one at least");
    spans.push_back({corrections[i].place, corrections[i].label, span});
  }
  (void)ordered_spans(std::move(spans));
  return result;
}

void apply_correction(TranslationUnit& unit, const PlacedCorrection& correction) {
  unit.score = correction.score;
  unit.confidence = correction.confidence.value_or(1.0);
  if (!correction.state.empty()) {
    std::erase_if(unit.about.properties,
                  [](const Property& property) { return is_mark(property.type); });
    unit.about.properties.push_back({std::string(kCorrection), correction.state});
  }
  for (std::size_t side = 0; side < 2; ++side) {
    const auto& text = correction.texts[side];
    if (!text) continue;
    Variant& variant = unit.variants[side];
    variant.about.properties.push_back({std::string(kOriginal), single_line(variant.text)});
    variant.text = *text;
    variant.joints.clear();
  }
}

}  // namespace thalign
