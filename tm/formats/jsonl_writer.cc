// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "tm/date.h"
#include "tm/formats/writers.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

constexpr std::string_view kJsonNull = "null";

std::string number(std::optional<double> value) {
  return value ? decimal(value) : std::string(kJsonNull);
}

class JsonlWriter : public RecordWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : RecordWriter(out) {}

 private:
  void write_record(const TranslationUnit& unit) override {
    static const Variant none{.language = {}, .text = {}};
    const auto side = [&](std::size_t number) -> const Variant& {
      return number < unit.variants.size() ? unit.variants[number] : none;
    };
    output().print(R"({{"bead":{},"source_document":{},"target_document":{},"source_language":{},)"
                   R"("target_language":{},"score":{},"confidence":{},"source":)",
                   unit.bead.value_or(written()), json_string(side(0).document),
                   json_string(side(1).document), json_string(side(0).language),
                   json_string(side(1).language), number(unit.score), number(unit.confidence));
    write_side(side(0));
    output().append(R"(,"target":)");
    write_side(side(1));
    write_more(unit);
    output().append("}\n");
  }

  void write_side(const Variant& side) {
    if (side.missing()) return output().append(kJsonNull);
    if (side.offsets) {
      output().print(R"({{"start":{},"end":{},)", side.offsets->begin, side.offsets->end);
    } else {
      output().append(R"({"start":null,"end":null,)");
    }
    if (side.units && !side.units->empty()) {
      output().print(R"("units":[{},{}],)", side.units->begin, side.units->end - 1);
    } else {
      output().append(R"("units":null,)");
    }
    output().print(R"("text":{})", json_string(side.text));
    if (!side.markup.empty()) output().print(R"(,"markup":{})", json_string(side.markup));
    for (const Property& property : side.about.properties) {
      if (property.type == kOriginal)
        output().print(R"(,"original":{})", json_string(property.text));
    }
    output().append("}");
  }

  /// What beads of an alignment don't have: each field only where there is something to say.
  void write_more(const TranslationUnit& unit) {
    const Description& about = unit.about;
    if (!unit.id.empty()) output().print(R"(,"id":{})", json_string(unit.id));
    if (about.created) output().print(R"(,"created":"{}")", tmx_date(*about.created));
    if (about.changed) output().print(R"(,"changed":"{}")", tmx_date(*about.changed));
    if (!about.properties.empty()) {
      output().append(R"(,"properties":[)");
      for (const Property& property : about.properties) {
        output().print(R"({}[{},{}])", &property == &about.properties.front() ? "" : ",",
                       json_string(property.type), json_string(property.text));
      }
      output().append("]");
    }
    if (!about.notes.empty()) {
      output().append(R"(,"notes":[)");
      for (const Note& note : about.notes) {
        output().print("{}{}", &note == &about.notes.front() ? "" : ",", json_string(note.text));
      }
      output().append("]");
    }
  }
};

}  // namespace

std::unique_ptr<UnitWriter> make_jsonl_writer(std::ostream& out) {
  return std::make_unique<JsonlWriter>(out);
}

}  // namespace thalign
