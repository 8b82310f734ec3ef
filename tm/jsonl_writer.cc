#include <string_view>

#include "tm/date.h"
#include "tm/output.h"
#include "tm/writers.h"

namespace thalign {
namespace {

constexpr std::string_view null = "null";

std::string number(std::optional<double> value) {
  return value ? decimal(value) : std::string(null);
}

class JsonlWriter : public UnitWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : output_(out) {}

  void write(const TranslationUnit& unit) override {
    static const Variant none{.language = {}, .text = {}};
    const auto side = [&](std::size_t number) -> const Variant& {
      return number < unit.variants.size() ? unit.variants[number] : none;
    };
    output_.print(R"({{"bead":{},"source_document":{},"target_document":{},"source_language":{},)"
                  R"("target_language":{},"score":{},"confidence":{},"source":)",
                  unit.bead.value_or(statistics_.written), json_string(side(0).document),
                  json_string(side(1).document), json_string(side(0).language),
                  json_string(side(1).language), number(unit.score), number(unit.confidence));
    write_side(side(0));
    output_.append(R"(,"target":)");
    write_side(side(1));
    write_more(unit);
    output_.append("}\n");
    output_.flush_if_large();
    ++statistics_.written;
  }

  WriteStatistics finish() override {
    output_.flush();
    return statistics_;
  }

 private:
  void write_side(const Variant& side) {
    if (side.missing()) return output_.append(null);
    if (side.offsets) {
      output_.print(R"({{"start":{},"end":{},)", side.offsets->begin, side.offsets->end);
    } else {
      output_.append(R"({"start":null,"end":null,)");
    }
    if (side.units && !side.units->empty()) {
      output_.print(R"("units":[{},{}],)", side.units->begin, side.units->end - 1);
    } else {
      output_.append(R"("units":null,)");
    }
    output_.print(R"("text":{})", json_string(side.text));
    if (!side.markup.empty()) output_.print(R"(,"markup":{})", json_string(side.markup));
    output_.append("}");
  }

  /// What beads of an alignment don't have: each field only where there is something to say.
  void write_more(const TranslationUnit& unit) {
    const Description& about = unit.about;
    if (!unit.id.empty()) output_.print(R"(,"id":{})", json_string(unit.id));
    if (about.created) output_.print(R"(,"created":"{}")", tmx_date(*about.created));
    if (about.changed) output_.print(R"(,"changed":"{}")", tmx_date(*about.changed));
    if (!about.properties.empty()) {
      output_.append(R"(,"properties":[)");
      for (const Property& property : about.properties) {
        output_.print(R"({}[{},{}])", &property == &about.properties.front() ? "" : ",",
                      json_string(property.type), json_string(property.text));
      }
      output_.append("]");
    }
    if (!about.notes.empty()) {
      output_.append(R"(,"notes":[)");
      for (const Note& note : about.notes) {
        output_.print("{}{}", &note == &about.notes.front() ? "" : ",", json_string(note.text));
      }
      output_.append("]");
    }
  }

  OutputBuffer output_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_jsonl_writer(std::ostream& out) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace thalign
