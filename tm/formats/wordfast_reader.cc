// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "text/error.h"
#include "text/language.h"
#include "tm/date.h"
#include "tm/formats/readers.h"
#include "tm/language_tag.h"
#include "tm/line_source.h"
#include "tm/tmx/inline_codes.h"
#include "tm/tmx/xml_output.h"

namespace thalign {
namespace {

constexpr std::size_t kTextColumns = 7;  // date, user, count, language, text, language, text

/// Wordfast numbers variants of languages where others name regions: "th" of "TH-01".
std::string wordfast_tag(std::string_view written) {
  while (written.starts_with('%')) written.remove_prefix(1);
  std::string tag(written);
  std::ranges::replace(tag, '_', '-');
  const auto dash = tag.find('-');
  if (dash != std::string::npos && tag.size() > dash + 1 && tag[dash + 1] >= '0' &&
      tag[dash + 1] <= '9') {
    tag.resize(dash);
  }
  return is_language_tag(tag) ? canonical_tag(tag) : "und";
}

/// Bytes of the tag "&tA;" or "&t12;" at the beginning of `text`; 0: there is none.
std::size_t tag_bytes(std::string_view text) {
  constexpr std::size_t kMaxTagBytes = 8;
  if (!text.starts_with("&t")) return 0;
  const auto end = text.find(';');
  return end == std::string_view::npos || end < 3 || end >= kMaxTagBytes ? 0 : end + 1;
}

/// The character that an escape such as "&'A0;" at the beginning of `text` means; empty: none.
std::string_view escaped_character(std::string_view text) {
  if (!text.starts_with("&'") || text.find(';') != 4) return {};
  const std::string_view digits = text.substr(2, 2);
  if (digits == "A0") return "\u00A0";
  if (digits == "09") return "\t";
  return digits == "0D" || digits == "0A" || digits == "0B" ? "\n" : "";
}

/// Puts a text with the tags and escapes of Wordfast into `side`.
void set_text(std::string_view written, Variant& side) {
  std::size_t dropped = 0;  // what XML can't carry, of texts with tags only
  std::string markup;
  bool has_tags = false;
  std::size_t run = 0;  // where in the text the last tag ended
  for (std::size_t at = 0; at < written.size();) {
    const std::string_view rest = written.substr(at);
    const std::string_view escaped = escaped_character(rest);
    if (const std::size_t size = tag_bytes(rest); size > 0) {
      markup.append(xml_exact(std::string_view(side.text).substr(run), dropped));
      markup.append("<ph>").append(xml_exact(rest.substr(0, size), dropped)).append("</ph>");
      run = side.text.size();
      has_tags = true;
      at += size;
    } else if (!escaped.empty()) {
      side.text.append(escaped);
      at += std::string_view("&'A0;").size();
    } else {
      side.text += rest.front();
      ++at;
    }
  }
  if (!has_tags) return;
  markup.append(xml_exact(std::string_view(side.text).substr(run), dropped));
  std::tie(side.text, side.markup) = parse_markup(markup, "markup");
}

class WordfastReader : public UnitReader {
 public:
  WordfastReader(LineSource lines, const UnitReadOptions& options)
      : lines_(std::move(lines)), on_repair_(options.on_repair) {
    const auto header = lines_.next();
    if (!header || !header->starts_with('%') || header->find('\t') == std::string_view::npos) {
      throw Error(
          ErrorCode::format, lines_.name() + ":1",
          "not a text memory of Wordfast, whose first line begins with % and has tabs; choose "
          "the format by name");
    }
  }

  std::size_t line() const override { return lines_.number(); }

  const TranslationUnit* next() override {
    while (const auto line = lines_.next()) {
      if (line->empty() || line->starts_with('%')) continue;
      const auto columns = split(*line, '\t');
      if (columns.size() < kTextColumns) {
        lines_.fail(line->size(),
                    fmt::format("{} columns where {} should be; check that tabs separate "
                                "them",
                                columns.size(), kTextColumns));
      }
      read(columns);
      return &unit_;
    }
    return nullptr;
  }

 private:
  void read(const std::vector<std::string_view>& columns) {
    unit_ = {.variants = {{.language = wordfast_tag(columns[3])},
                          {.language = wordfast_tag(columns[5])}}};
    set_text(columns[4], unit_.variants[0]);
    set_text(columns[6], unit_.variants[1]);
    std::string date(columns[0]);
    std::ranges::replace(date, '~', 'T');
    if (const std::string lowered = buddhist_date_lowered(date); !lowered.empty()) {
      date = lowered;
      report("date with a year of the Buddhist calendar: lowered by 543 years", columns[0]);
    }
    unit_.about.changed = parse_date(date);
    if (!unit_.about.changed && !columns[0].empty()) {
      report("date that can't be read: left out", columns[0]);
    }
    if (!columns[1].empty()) {
      unit_.about.attributes.push_back({"changeid", std::string(columns[1])});
    }
    if (parse_index(columns[2])) {
      unit_.about.attributes.push_back({"usagecount", std::string(columns[2])});
    }
    for (std::size_t i = kTextColumns; i < columns.size(); ++i) {
      if (columns[i].empty()) continue;
      unit_.about.properties.push_back(
          {fmt::format("x-wordfast-{}", i - kTextColumns + 1), std::string(columns[i])});
    }
  }

  void report(std::string_view kind, std::string_view detail) const {
    if (on_repair_) on_repair_({kind, std::string(detail), lines_.number(), 1});
  }

  LineSource lines_;
  const RepairCallback on_repair_;
  TranslationUnit unit_;
};

}  // namespace

std::unique_ptr<UnitReader> make_wordfast_reader(ByteSource source,
                                                 const UnitReadOptions& options) {
  LineSource lines(std::move(source),
                   {.encoding = options.encoding, .guess = true, .on_repair = options.on_repair});
  return std::make_unique<WordfastReader>(std::move(lines), options);
}

}  // namespace thalign
