#include <map>

#include "tm/inline_codes.h"
#include "tm/output.h"
#include "tm/writers.h"
#include "tm/xml_output.h"
#include "tm/xml_parser.h"

namespace thalign {
namespace {

/// Content of an XLIFF source or target, and the native codes it refers to.
struct Content {
  std::string xml;
  std::vector<std::string> codes;
};

std::string escaped(std::string_view text, std::size_t& dropped) {
  return xml_exact(text, dropped);
}

/// Turns the markup of a seg into XLIFF: each code becomes a `ph`, its native text is kept apart.
class MarkupToXliff : public XmlEvents {
 public:
  explicit MarkupToXliff(std::size_t first_id) : next_id_(first_id) {}

  void begin(std::string_view name, const char** /*attributes*/) override {
    if (name == "seg" || name == "hi") return;
    if (depth_++ > 0) return;
    content.xml += fmt::format("<ph id=\"{0}\" dataRef=\"d{0}\"/>", next_id_++);
    content.codes.emplace_back();
  }
  void end(std::string_view name) override {
    if (name != "seg" && name != "hi") --depth_;
  }
  void text(std::string_view piece) override {
    std::size_t dropped = 0;  // nothing: a parser gave the text
    (depth_ > 0 ? content.codes.back() : content.xml) += escaped(piece, dropped);
  }
  void unknown_entity(std::string_view /*name*/) override {}  // there is no DTD

  Content content;

 private:
  std::size_t next_id_;
  std::size_t depth_ = 0;  ///< open codes
};

class XliffWriter : public UnitWriter {
 public:
  XliffWriter(std::ostream& out, std::string_view source_language, std::string_view target_language,
              std::string run)
      : output_(out), run_(std::move(run)) {
    output_.print(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"{}\" "
        "trgLang=\"{}\">\n",
        line(source_language), line(target_language));
  }

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    if (source == nullptr && target == nullptr) {
      ++statistics_.null_beads_left_out;
      return;
    }
    open_file(unit.variants.front().document);
    std::size_t codes = 0;
    const Content source_content = content(source, codes);
    const Content target_content = content(target, codes);
    output_.print("    <unit id=\"u{}\"{} xml:space=\"preserve\">\n", ++statistics_.written,
                  unit.id.empty() ? "" : fmt::format(" name=\"{}\"", line(unit.id)));
    write_notes(unit);
    write_codes(source_content, target_content);
    output_.print("      <segment>\n        <source>{}</source>\n", source_content.xml);
    if (target != nullptr) output_.print("        <target>{}</target>\n", target_content.xml);
    output_.append("      </segment>\n    </unit>\n");
    output_.flush_if_large();
  }

  WriteStatistics finish() override {
    if (files_ == 0) open_file("");
    if (statistics_.written == 0) {
      output_.append(
          "    <unit id=\"u0\">\n      <segment>\n        <source/>\n      </segment>\n    "
          "</unit>\n");
    }
    output_.append("  </file>\n</xliff>\n");
    output_.flush();
    return statistics_;
  }

 private:
  static std::string line(std::string_view text) {
    std::size_t dropped = 0;  // names, not texts
    return xml_line(valid_utf8(text), dropped);
  }

  /// Units of one document stand in one file element.
  void open_file(const std::string& document) {
    if (files_ > 0 && document == document_) return;
    if (files_ > 0) output_.append("  </file>\n");
    document_ = document;
    output_.print("  <file id=\"f{}\"{}>\n", ++files_,
                  document.empty() ? "" : fmt::format(" original=\"{}\"", line(document)));
    if (run_.empty()) return;
    output_.print("    <notes>\n      <note category=\"x-run\">{}</note>\n    </notes>\n",
                  line(run_));
  }

  /// `codes`: how many codes of the unit came before.
  Content content(const Variant* side, std::size_t& codes) {
    if (side == nullptr) return {};
    if (side->markup.empty()) {
      return {side->offsets ? xml_line(side->text, statistics_.characters_dropped)
                            : escaped(side->text, statistics_.characters_dropped),
              {}};
    }
    MarkupToXliff events(codes + 1);
    parse_seg(side->markup, events);
    codes += events.content.codes.size();
    return std::move(events.content);
  }

  void write_notes(const TranslationUnit& unit) {
    if (unit.about.notes.empty() && !unit.confidence) return;
    output_.append("      <notes>\n");
    for (const Note& note : unit.about.notes) {
      output_.print("        <note>{}</note>\n",
                    escaped(note.text, statistics_.characters_dropped));
    }
    if (unit.confidence) {
      output_.print("        <note category=\"confidence\">{}</note>\n", decimal(unit.confidence));
    }
    output_.append("      </notes>\n");
  }

  void write_codes(const Content& source, const Content& target) {
    if (source.codes.empty() && target.codes.empty()) return;
    output_.append("      <originalData>\n");
    std::size_t id = 0;
    for (const Content* const side : {&source, &target}) {
      for (const std::string& code : side->codes) {
        output_.print("        <data id=\"d{}\">{}</data>\n", ++id, code);
      }
    }
    output_.append("      </originalData>\n");
  }

  OutputBuffer output_;
  const std::string run_;
  std::string document_;
  std::size_t files_ = 0;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_xliff_writer(std::ostream& out, const std::string& source_language,
                                              const std::string& target_language,
                                              const std::string& run) {
  return std::make_unique<XliffWriter>(out, source_language, target_language, run);
}

}  // namespace thalign
