#include "cli/commands/found_output.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "cli/io/messages.h"
#include "text/code_points.h"
#include "tm/date.h"
#include "tm/memory/memory_filter.h"
#include "tm/output.h"

namespace thalign::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string dash_if_empty(std::string text) { return text.empty() ? "-" : std::move(text); }

Json side(const Variant& variant) {
  Json json = Json::object();
  json["language"] = variant.language;
  json["text"] = variant.text;
  if (!variant.markup.empty()) json["markup"] = variant.markup;
  json["document"] = variant.document.empty() ? Json(nullptr) : Json(variant.document);
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

}  // namespace

FoundWriter::FoundWriter(std::ostream& out, std::string_view format, std::string to)
    : out_(out), format_(format), to_(std::move(to)) {
  if (format_ == "tsv") {
    out_ << "#query\tscore\tunit\tsource_language\ttarget_language\tsource_text\ttarget_text\t"
            "source_document\ttarget_document\tconfidence\tchanged\n";
  }
}

void FoundWriter::write(const Found& found) {
  std::vector<const Variant*> targets;
  for (std::size_t i = 0; i < found.unit.variants.size(); ++i) {
    const Variant& variant = found.unit.variants[i];
    if (i != found.variant && !variant.missing() && tag_matches(variant.language, to_))
      targets.push_back(&variant);
  }
  if (format_ == "text") return write_text(found, targets);
  if (format_ == "tsv") return write_tsv(found, targets);
  write_json(found, targets);
}

void FoundWriter::write_text(const Found& found, const std::vector<const Variant*>& targets) {
  const Variant& source = found.unit.variants[found.variant];
  const std::string score = found.score ? fmt::format("{}%", *found.score) : std::string();
  const auto line = [&](const Variant& variant) {
    return fmt::format("{}  {}\n", shown(variant.language), shown(single_line(variant.text)));
  };
  out_ << fmt::format("{:>4}  {}", score, line(source));
  for (const Variant* const target : targets) out_ << "      " << line(*target);
  out_ << fmt::format("      unit {}", found.number);
  for (const Variant& variant : found.unit.variants) {
    if (!variant.document.empty()) out_ << ", " << shown(single_line(variant.document));
  }
  if (found.unit.about.changed) out_ << ", " << day(*found.unit.about.changed);
  if (found.unit.confidence) out_ << fmt::format(", confidence {:.2f}", *found.unit.confidence);
  out_ << '\n';
}

void FoundWriter::write_tsv(const Found& found, const std::vector<const Variant*>& targets) {
  const Variant& source = found.unit.variants[found.variant];
  for (const Variant* const target : targets) {
    out_ << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", single_line(found.query),
                        found.score ? std::to_string(*found.score) : "-", found.number,
                        source.language, target->language, single_line(source.text),
                        single_line(target->text), dash_if_empty(single_line(source.document)),
                        dash_if_empty(single_line(target->document)),
                        decimal(found.unit.confidence),
                        found.unit.about.changed ? tmx_date(*found.unit.about.changed) : "-");
  }
}

void FoundWriter::write_json(const Found& found, const std::vector<const Variant*>& targets) {
  Json json = Json::object();
  json["query"] = found.query;
  if (found.score) json["score"] = *found.score;
  json["unit"] = found.number;
  const Variant& source = found.unit.variants[found.variant];
  json["source"] = side(source);
  if (!found.places.empty()) {
    const CodePointIndex index(source.text);
    json["places"] = Json::array();
    for (const ByteRange place : found.places) {
      const CodePointRange range = index.code_points(place);
      json["places"].push_back({range.begin, range.end});
    }
  }
  json["targets"] = Json::array();
  for (const Variant* const target : targets) json["targets"].push_back(side(*target));
  json["confidence"] = found.unit.confidence ? Json(*found.unit.confidence) : Json(nullptr);
  if (found.unit.about.created) json["created"] = tmx_date(*found.unit.about.created);
  if (found.unit.about.changed) json["changed"] = tmx_date(*found.unit.about.changed);
  out_ << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace thalign::cli
