// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tm/date.h"
#include "tm/formats/line_reader.h"
#include "tm/tmx/inline_codes.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

using nlohmann::json;

class JsonlReader : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  bool read_line(std::string_view line, TranslationUnit& unit) override {
    if (line.find_first_not_of(" \t") == std::string_view::npos) return false;
    line_ = line;
    const json object = parse();
    if (!object.is_object()) fail_at(0, "not a JSON object; each line should be one");
    if (object.contains("thalign")) return false;  // says something about the file
    read_side(object, "source", unit.variants[0]);
    read_side(object, "target", unit.variants[1]);
    if (const auto bead = object.find("bead"); bead != object.end() && bead->is_number_unsigned()) {
      unit.bead = bead->get<std::uint64_t>();
    }
    unit.score = number(object, "score");
    unit.confidence = number(object, "confidence");
    unit.id = text(object, "id");
    unit.about.created = date(object, "created");
    unit.about.changed = date(object, "changed");
    read_remarks(object, unit.about);
    return true;
  }

  json parse() const {
    try {
      return json::parse(line_);
    } catch (const json::parse_error& error) {
      fail_at(error.byte == 0 ? 0 : error.byte - 1, "broken JSON; each line should be one object");
    } catch (const json::out_of_range& error) {
      // Its message ends with the number in quotes, which is where it stands in the line.
      const std::string_view message = error.what();
      const auto quote = std::min(message.find('\''), message.size() - 1);
      const std::string_view number = message.substr(quote + 1, message.size() - quote - 2);
      fail_at(std::min(line_.find(number), line_.size()), "a number too large to be read");
    }
  }

  [[noreturn]] void fail_at(std::size_t byte, std::string_view message) const {
    fail(line_, line_.substr(std::min(byte, line_.size())), message);
  }
  [[noreturn]] void fail_field(std::string_view name, std::string_view expected) const {
    const auto at = line_.find(fmt::format("\"{}\"", name));
    fail_at(at == std::string_view::npos ? 0 : at,
            fmt::format("the field '{}' should be {}", name, expected));
  }

  /// A string field; empty if it is missing or null.
  std::string text(const json& object, const std::string& name) const {
    const auto field = object.find(name);
    if (field == object.end() || field->is_null()) return {};
    if (!field->is_string()) fail_field(name, "a string");
    return field->get<std::string>();
  }
  std::optional<double> number(const json& object, const std::string& name) const {
    const auto field = object.find(name);
    if (field == object.end() || field->is_null()) return std::nullopt;
    if (!field->is_number()) fail_field(name, "a number");
    return field->get<double>();
  }
  std::optional<std::uint32_t> index(const json& object, const std::string& name) const {
    const auto field = object.find(name);
    if (field == object.end() || field->is_null()) return std::nullopt;
    if (!field->is_number_unsigned() || field->get<std::uint64_t>() >= UINT32_MAX) {
      fail_field(name, "a whole number");
    }
    return field->get<std::uint32_t>();
  }
  std::optional<Date> date(const json& object, const std::string& name) const {
    const std::string written = text(object, name);
    if (written.empty()) return std::nullopt;
    const auto result = parse_date(written);
    if (!result) fail_field(name, "a date such as 20240229T010203Z");
    return result;
  }

  void read_side(const json& object, const std::string& side, Variant& variant) const {
    if (const std::string tag = text(object, side + "_language"); !tag.empty()) {
      variant.language = tag;
    }
    variant.document = text(object, side + "_document");
    const auto field = object.find(side);
    if (field == object.end()) fail_at(0, fmt::format("the field '{}' is missing", side));
    if (field->is_null()) return;
    if (field->is_string()) {
      variant.text = field->get<std::string>();
      return;
    }
    if (!field->is_object()) fail_field(side, "an object, a string or null");
    variant.text = text(*field, "text");
    if (const std::string original = text(*field, "original"); !original.empty())
      variant.about.properties.push_back({std::string(kOriginal), original});
    const std::string markup = text(*field, "markup");
    if (!markup.empty()) {
      auto [plain, normal] = parse_markup(markup, fmt::format("line {}", line_number()));
      if (plain != variant.text) fail_field("markup", "the same text with inline codes");
      variant.markup = std::move(normal);
    }
    const auto start = index(*field, "start");
    const auto end = index(*field, "end");
    if (start.has_value() != end.has_value() || (start && *end < *start)) {
      fail_field("start", "the start of a range, with its end");
    }
    if (start) variant.offsets = CodePointRange{*start, *end};
    const auto units = field->find("units");
    if (units == field->end() || units->is_null()) return;
    if (!units->is_array() || units->size() != 2 || !(*units)[0].is_number_unsigned() ||
        !(*units)[1].is_number_unsigned() || (*units)[1].get<std::uint64_t>() >= UINT32_MAX ||
        (*units)[0] > (*units)[1]) {
      fail_field("units", "first and last unit, as in [3,5]");
    }
    variant.units =
        UnitRange{(*units)[0].get<std::uint32_t>(), (*units)[1].get<std::uint32_t>() + 1};
  }

  void read_remarks(const json& object, Description& about) const {
    if (const auto notes = object.find("notes"); notes != object.end()) {
      if (!notes->is_array()) fail_field("notes", "a list of strings");
      for (const json& note : *notes) {
        if (!note.is_string()) fail_field("notes", "a list of strings");
        about.notes.push_back({note.get<std::string>()});
      }
    }
    if (const auto properties = object.find("properties"); properties != object.end()) {
      constexpr std::string_view kPairsExpected = "a list of pairs of strings";
      if (!properties->is_array()) fail_field("properties", kPairsExpected);
      for (const json& pair : *properties) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
          fail_field("properties", kPairsExpected);
        }
        about.properties.push_back({pair[0].get<std::string>(), pair[1].get<std::string>()});
      }
    }
  }

  std::string_view line_;
};

}  // namespace

std::unique_ptr<UnitReader> make_jsonl_reader(ByteSource source, const UnitReadOptions& options) {
  return std::make_unique<JsonlReader>(std::move(source), options.languages);
}

}  // namespace thalign
