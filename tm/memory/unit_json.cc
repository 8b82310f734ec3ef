// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/unit_json.h"

#include <nlohmann/json.hpp>

namespace thalign {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.empty() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json described(const Description& description) {
  Json json = Json::object();
  // Made as arrays: nlohmann 3.11 crashes if null is to become one and there is no memory.
  const auto list = [&](const char* name, const auto& items, const auto& item) {
    if (items.empty()) return;
    json[name] = Json::array();
    for (const auto& one : items) json[name].push_back(item(one));
  };
  list("attributes", description.attributes, [](const Attribute& a) {
    return Json{a.name, a.value};
  });
  list("properties", description.properties, [](const Property& p) {
    return Json{p.type, p.text, p.language};
  });
  list("notes", description.notes, [](const Note& n) { return Json{n.text, n.language}; });
  return json;
}

std::vector<Json> items(const Json& json, const char* name) {
  return json.contains(name) ? json.at(name).get<std::vector<Json>>() : std::vector<Json>();
}

void describe(const Json& json, Description& description) {
  for (const Json& a : items(json, "attributes"))
    description.attributes.push_back({a.at(0), a.at(1)});
  for (const Json& p : items(json, "properties"))
    description.properties.push_back({p.at(0), p.at(1), p.at(2)});
  for (const Json& n : items(json, "notes")) description.notes.push_back({n.at(0), n.at(1)});
}

/// Discarded if it is not JSON, or nested deeper than what is stored: copies of deep values
/// recurse.
Json parse(std::string_view text) {
  constexpr int kMostDepth = 4;
  bool is_deep = false;
  Json json = Json::parse(
      text,
      [&](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
        is_deep |= depth > kMostDepth;
        return !is_deep;
      },
      false);
  return is_deep ? Json(Json::value_t::discarded) : json;
}

/// Whether `read` finds what it expects.
template <typename Read>
bool reads(Read read) {
  try {
    read();
    return true;
  } catch (const Json::exception&) {
    return false;
  }
}

std::int64_t epoch_seconds(Date date) { return date.time_since_epoch().count(); }

std::optional<Date> date(const Json& json, const char* name) {
  if (!json.contains(name)) return std::nullopt;
  return Date(std::chrono::seconds(json.at(name).get<std::int64_t>()));
}

}  // namespace

std::string description_json(const Description& description) {
  if (description.attributes.empty() && description.properties.empty() && description.notes.empty())
    return {};
  return dumped(described(description));
}

bool read_description(std::string_view json, Description& description) {
  if (json.empty()) return true;
  const Json parsed = parse(json);
  return parsed.is_object() && reads([&] { describe(parsed, description); });
}

std::string variant_json(const Variant& variant) {
  if (variant.about == Description{}) return {};
  Json json = described(variant.about);
  if (variant.about.created) json["created"] = epoch_seconds(*variant.about.created);
  if (variant.about.changed) json["changed"] = epoch_seconds(*variant.about.changed);
  return dumped(json);
}

bool read_variant(std::string_view json, Variant& variant) {
  if (json.empty()) return true;
  const Json parsed = parse(json);
  return parsed.is_object() && reads([&] {
           describe(parsed, variant.about);
           variant.about.created = date(parsed, "created");
           variant.about.changed = date(parsed, "changed");
         });
}

}  // namespace thalign
