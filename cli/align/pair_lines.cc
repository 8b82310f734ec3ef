// SPDX-License-Identifier: Apache-2.0
#include "cli/align/pair_lines.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "text/error.h"

namespace thalign::cli {
namespace {

using Json = nlohmann::json;

Json parse_object(const std::string& line, const std::string& place) {
  Json object;
  try {
    object = Json::parse(line);
  } catch (const Json::parse_error& error) {
    throw Error(
        ErrorCode::format, fmt::format("{}:{}", place, error.byte),
        "not valid JSON; write an object with the texts \"source\" and \"target\" on each line");
  } catch (const Json::out_of_range&) {
    throw Error(ErrorCode::format, place, "has a number too large to be read; leave it out");
  }
  if (!object.is_object()) {
    throw Error(ErrorCode::format, place,
                "not a JSON object; write one with the texts \"source\" and \"target\"");
  }
  return object;
}

/// The text of a field; `otherwise` if there is no such field.
std::string field(Json& object, const std::string& name, const std::string& place,
                  const std::string& otherwise) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return otherwise;
  if (!found->is_string()) {
    throw Error(ErrorCode::format, place,
                fmt::format("the field \"{}\" is not a string; put it in quotes", name));
  }
  return std::move(found->get_ref<std::string&>());
}

std::string text(Json& object, const std::string& name, const std::string& place) {
  if (!object.contains(name)) {
    throw Error(ErrorCode::format, place,
                fmt::format("has no field \"{}\"; give the texts \"source\" and \"target\"", name));
  }
  return field(object, name, place, "");
}

}  // namespace

PairTask parse_pair_line(const std::string& line, const std::string& place, std::size_t number,
                         const AlignSettings& settings) {
  Json object = parse_object(line, place);
  const std::string name = field(object, "id", place, fmt::format("line {}", number));
  PairTask task{.place = place,
                .source = side_input(settings, settings.source),
                .target = side_input(settings, settings.target),
                .output = {}};
  const auto fill = [&](InputOptions& side, const std::string& role) {
    side.path = field(object, role + "_document", place, name);
    side.encoding = "UTF-8";  // as all JSON
    side.tag = field(object, role + "_language", place, side.tag);
    side.content = text(object, role, place);
  };
  fill(task.source, "source");
  fill(task.target, "target");
  return task;
}

}  // namespace thalign::cli
