// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/tm/found_output.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/base/messages.h"
#include "text/unicode/code_points.h"
#include "tm/date.h"
#include "tm/memory/memory_filter.h"
#include "tm/output.h"

namespace thalign::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string dash_if_empty(std::string text) { return text.empty() ? "-" : std::move(text); }

OrderedJson side(const Variant& variant) {
  OrderedJson json = OrderedJson::object();
  json["language"] = variant.language;
  json["text"] = variant.text;
  if (!variant.markup.empty()) json["markup"] = variant.markup;
  json["document"] =
      variant.document.empty() ? OrderedJson(nullptr) : OrderedJson(variant.document);
  if (variant.offsets) {
    json["start"] = variant.offsets->begin;
    json["end"] = variant.offsets->end;
  }
  return json;
}

/// 2024-01-31 of a date that TMX writes as 20240131T120000Z.
std::string day(Date date) {
  const std::string text = tmx_date(date);
  return fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
}

void write_found_text(std::ostream& out, const Found& found,
                      const std::vector<const Variant*>& targets) {
  const Variant& source = found.unit.variants[found.variant];
  const std::string score = found.score ? fmt::format("{}%", *found.score) : std::string();
  const auto line = [&](const Variant& variant) {
    return fmt::format("{}  {}\n", shown(variant.language), shown(single_line(variant.text)));
  };
  out << fmt::format("{:>4}  {}", score, line(source));
  for (const Variant* const target : targets) out << "      " << line(*target);
  out << fmt::format("      unit {}", found.number);
  for (const Variant& variant : found.unit.variants) {
    if (!variant.document.empty()) out << ", " << shown(single_line(variant.document));
  }
  if (found.unit.about.changed) out << ", " << day(*found.unit.about.changed);
  if (found.unit.confidence) out << fmt::format(", confidence {:.2f}", *found.unit.confidence);
  out << '\n';
}

void write_found_tsv(std::ostream& out, const Found& found,
                     const std::vector<const Variant*>& targets) {
  const Variant& source = found.unit.variants[found.variant];
  for (const Variant* const target : targets) {
    out << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", single_line(found.query),
                       found.score ? std::to_string(*found.score) : "-", found.number,
                       source.language, target->language, single_line(source.text),
                       single_line(target->text), dash_if_empty(single_line(source.document)),
                       dash_if_empty(single_line(target->document)), decimal(found.unit.confidence),
                       found.unit.about.changed ? tmx_date(*found.unit.about.changed) : "-");
  }
}

void write_found_json(std::ostream& out, const Found& found,
                      const std::vector<const Variant*>& targets) {
  OrderedJson json = OrderedJson::object();
  json["query"] = found.query;
  if (found.score) json["score"] = *found.score;
  json["unit"] = found.number;
  const Variant& source = found.unit.variants[found.variant];
  json["source"] = side(source);
  if (!found.places.empty()) {
    const CodePointIndex index(source.text);
    json["places"] = OrderedJson::array();
    for (const ByteRange place : found.places) {
      const CodePointRange range = index.code_points(place);
      json["places"].push_back({range.begin, range.end});
    }
  }
  json["targets"] = OrderedJson::array();
  for (const Variant* const target : targets) json["targets"].push_back(side(*target));
  json["confidence"] =
      found.unit.confidence ? OrderedJson(*found.unit.confidence) : OrderedJson(nullptr);
  if (found.unit.about.created) json["created"] = tmx_date(*found.unit.about.created);
  if (found.unit.about.changed) json["changed"] = tmx_date(*found.unit.about.changed);
  out << json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
}

constexpr std::array<FoundFormat, 3> kFoundFormats{
    {{"text", ".txt", "", write_found_text},
     {"tsv", ".tsv",
      "#query\tscore\tunit\tsource_language\ttarget_language\tsource_text\ttarget_text\t"
      "source_document\ttarget_document\tconfidence\tchanged\n",
      write_found_tsv},
     {"jsonl", ".jsonl", "", write_found_json}}};

}  // namespace

std::span<const FoundFormat> found_formats() { return kFoundFormats; }

FoundWriter::FoundWriter(std::ostream& out, const FoundFormat& format, std::string to)
    : out_(out), format_(format), to_(std::move(to)) {
  out_ << format_.head;
}

void FoundWriter::write(const Found& found) {
  std::vector<const Variant*> targets;
  for (std::size_t i = 0; i < found.unit.variants.size(); ++i) {
    const Variant& variant = found.unit.variants[i];
    if (i != found.variant && !variant.missing() && tag_matches(variant.language, to_))
      targets.push_back(&variant);
  }
  format_.write(out_, found, targets);
}

}  // namespace thalign::cli
