// SPDX-License-Identifier: Apache-2.0
#include "corpus/report/corpus_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "tm/unit_marks.h"

namespace thalign {
namespace {

constexpr std::string_view kFilterProperty = "x-filter";
constexpr std::size_t kMostRows = 25;  // of a table; the rest is one row

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "";
  return fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// A bar chart with three numbers below; `label` makes one of a value.
template <typename Label>
std::string bars(const Histogram& histogram, Label label) {
  constexpr double kWidth = 640, kHeight = 160;
  const std::vector<std::size_t>& counts = histogram.counts();
  const auto most =
      static_cast<double>(std::max<std::size_t>(1, *std::ranges::max_element(counts)));
  const double step = kWidth / static_cast<double>(counts.size());
  const double value_step =
      (histogram.end() - histogram.begin()) / static_cast<double>(counts.size());
  std::string svg =
      fmt::format("<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\">\n",
                  kWidth, kHeight + 24);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double height = kHeight * static_cast<double>(counts[i]) / most;
    const double from = histogram.begin() + static_cast<double>(i) * value_step;
    svg += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"><title>{} to {}: "
        "{}</title></rect>\n",
        static_cast<double>(i) * step, kHeight - height, step - 1, height, label(from),
        label(from + value_step), counts[i]);
  }
  const double middle = (histogram.begin() + histogram.end()) / 2;
  svg += fmt::format(
      "<text x=\"0\" y=\"{0}\">{1}</text><text x=\"{2}\" y=\"{0}\" "
      "text-anchor=\"middle\">{3}</text>"
      "<text x=\"{4}\" y=\"{0}\" text-anchor=\"end\">{5}</text></svg>\n",
      kHeight + 18, label(histogram.begin()), kWidth / 2, label(middle), kWidth,
      label(histogram.end()));
  return svg;
}

using Row = std::pair<std::string, std::size_t>;

/// Rows by number, largest first; equal ones by name.
std::string table(std::string_view name, std::vector<Row> rows) {
  std::ranges::sort(rows, [](const Row& a, const Row& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::size_t all = 0;
  for (const Row& row : rows) all += row.second;
  if (rows.size() > kMostRows) {
    Row rest{fmt::format("{} more", rows.size() - kMostRows), 0};
    for (std::size_t i = kMostRows; i < rows.size(); ++i) rest.second += rows[i].second;
    rows.resize(kMostRows);
    rows.push_back(rest);
  }
  std::string html = fmt::format("<table><tr><th>{}<th>number<th>share\n", name);
  for (const auto& [text, number] : rows) {
    html += fmt::format("<tr><td>{}<td>{}<td>{}\n", escaped(text), number, percent(number, all));
  }
  return html + "</table>\n";
}

std::string whole_number(double value) { return fmt::format("{:.0f}", value); }
std::string two_digits(double value) { return fmt::format("{:.2f}", value); }
std::string as_ratio(double value) { return fmt::format("{:.2f}", std::exp(value)); }

constexpr std::string_view kPageHead =
    "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n"
    "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}\n"
    "table{border-collapse:collapse}td,th{padding:.1em 1em .1em 0;text-align:left}\n"
    "td+td,th+th{text-align:right}svg{max-width:100%;height:auto}rect{fill:#36c}\n"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}text{fill:#ddd}"
    "rect{fill:#8af}}\n</style>\n";

}  // namespace

void Histogram::add(double value) {
  const double place = (value - begin_) / (end_ - begin_) * static_cast<double>(counts_.size());
  const double last = static_cast<double>(counts_.size() - 1);
  ++counts_[static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, last))];
}

void CorpusReport::add(const TranslationUnit& unit) {
  const Variant& source = unit.variants[0];
  const Variant& target = unit.variants[1];
  if (!source.document.empty()) ++sources_[source.document];
  if (source.missing() || target.missing()) {
    ++(source.missing() ? null_target_ : null_source_);
    return;
  }
  ++pairs_;
  flagged_ += flag_of(unit).empty() ? 0U : 1U;
  std::array<double, 2> length = {};
  for (std::size_t side = 0; side < 2; ++side) {
    const std::size_t characters = character_count(unit.variants[side].text);
    if (languages_[side].empty()) languages_[side] = unit.variants[side].language;
    characters_[side] += characters;
    length[side] = static_cast<double>(characters);
    lengths_[side].add(length[side]);
  }
  ratios_.add(std::log((length[1] + 1) / (length[0] + 1)));
  if (unit.confidence) confidences_.add(*unit.confidence);
  if (source.units && target.units) ++shapes_[{source.units->size(), target.units->size()}];
}

void CorpusReport::add_refused(const TranslationUnit& unit) {
  ++refused_;
  const auto found = std::ranges::find(unit.about.properties, kFilterProperty, &Property::type);
  ++reasons_[found == unit.about.properties.end() ? "not said" : found->text];
}

void CorpusReport::write(std::ostream& out, std::string_view title) const {
  out << kPageHead << "<title>" << escaped(title) << "</title>\n<h1>" << escaped(title)
      << "</h1>\n<table>\n";
  const auto line = [&](std::string_view name, std::size_t number) {
    out << fmt::format("<tr><td>{}<td>{}\n", name, number);
  };
  line("pairs", pairs_);
  line("texts without a counterpart", null_source_ + null_target_);
  line("pairs refused", refused_);
  line("pairs marked as doubtful by their letters", flagged_);
  line("source documents", sources_.size());
  for (std::size_t side = 0; side < 2; ++side) {
    line(fmt::format("characters, {}", escaped(languages_[side])), characters_[side]);
  }
  out << "</table>\n";
  for (std::size_t side = 0; side < 2; ++side) {
    out << fmt::format("<h2>Characters of a text, {}</h2>\n", escaped(languages_[side]))
        << bars(lengths_[side], whole_number);
  }
  out << "<h2>Target characters by source characters</h2>\n" << bars(ratios_, as_ratio);
  out << "<h2>Confidence</h2>\n" << bars(confidences_, two_digits);
  if (!shapes_.empty()) {
    std::vector<Row> rows;
    for (const auto& [shape, number] : shapes_) {
      rows.emplace_back(fmt::format("{} : {}", shape.first, shape.second), number);
    }
    out << "<h2>Shapes</h2>\n<p>Units of the source : units of the target\n"
        << table("shape", std::move(rows));
  }
  if (!reasons_.empty()) {
    out << "<h2>Refused</h2>\n" << table("reason", {reasons_.begin(), reasons_.end()});
  }
  if (!sources_.empty()) {
    out << "<h2>Sources</h2>\n" << table("document", {sources_.begin(), sources_.end()});
  }
}

}  // namespace thalign
