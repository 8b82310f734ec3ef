#include <algorithm>

#include "text/error.h"
#include "text/files/xml_parser.h"
#include "text/language.h"
#include "tm/formats/writers.h"
#include "tm/output.h"
#include "tm/tmx/inline_codes.h"
#include "tm/tmx/xml_output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

std::string escaped(std::string_view text, std::size_t& dropped) {
  return xml_exact(text, dropped);
}

/// Turns the markup of a seg into XLIFF: each code becomes a `ph`, its native text is kept apart. A
/// code that the other side has too gets the number it has there.
class MarkupToXliff : public XmlEvents {
 public:
  /// `codes`: the native texts of the other side, numbered from 1; new ones are added.
  explicit MarkupToXliff(std::vector<std::string>& codes)
      : codes_(codes), taken_(codes.size(), false) {}

  void begin(std::string_view name, const char** /*attributes*/) override {
    if (name != "seg" && name != "hi" && depth_++ == 0) code_.clear();
  }
  void end(std::string_view name) override {
    if (name == "seg" || name == "hi" || --depth_ > 0) return;
    xml += fmt::format("<ph id=\"{0}\" dataRef=\"d{0}\"/>", number_of_code());
  }
  void text(std::string_view piece) override {
    std::size_t dropped = 0;  // nothing: a parser gave the text
    (depth_ > 0 ? code_ : xml) += escaped(piece, dropped);
  }
  void unknown_entity(std::string_view /*name*/) override {}  // there is no DTD

  std::string xml;

 private:
  std::size_t number_of_code() {
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      if (taken_[i] || codes_[i] != code_) continue;
      taken_[i] = true;
      return i + 1;
    }
    codes_.push_back(code_);
    return codes_.size();
  }

  std::vector<std::string>& codes_;
  std::vector<bool> taken_;  ///< codes of the other side that this side has had
  std::string code_;
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
        tag(source_language), tag(target_language));
  }

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    if (source == nullptr && target == nullptr) {
      ++statistics_.null_beads_left_out;
      return;
    }
    open_file(unit.variants.front().document);
    std::vector<std::string> codes;
    const std::string source_xml = content(source, codes);
    const std::string target_xml = content(target, codes);
    output_.print("    <unit id=\"u{}\"{} xml:space=\"preserve\">\n", ++statistics_.written,
                  unit.id.empty() ? "" : fmt::format(" name=\"{}\"", line(unit.id)));
    write_notes(unit);
    write_codes(codes);
    output_.print("      <segment>\n        <source>{}</source>\n", source_xml);
    if (target != nullptr) output_.print("        <target>{}</target>\n", target_xml);
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

  /// As XLIFF wants it: no other programs read a file without.
  static std::string tag(std::string_view language) {
    if (language.empty()) return "und";
    if (!is_language_tag(language)) {
      throw Error(ErrorCode::format, "",
                  fmt::format("XLIFF: '{}' is not a language tag; choose the languages by "
                              "--source-lang and --target-lang",
                              language));
    }
    std::string result(language);
    std::ranges::replace(result, '_', '-');
    return result;
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

  std::string content(const Variant* side, std::vector<std::string>& codes) {
    if (side == nullptr) return {};
    if (side->markup.empty()) {
      return side->offsets ? xml_line(side->text, statistics_.characters_dropped)
                           : escaped(side->text, statistics_.characters_dropped);
    }
    MarkupToXliff events(codes);
    parse_seg(side->markup, events);
    return std::move(events.xml);
  }

  void write_notes(const TranslationUnit& unit) {
    const std::string_view flag = flag_of(unit);
    if (unit.about.notes.empty() && !unit.confidence && flag.empty()) return;
    output_.append("      <notes>\n");
    for (const Note& note : unit.about.notes) {
      output_.print("        <note>{}</note>\n",
                    escaped(note.text, statistics_.characters_dropped));
    }
    if (unit.confidence) {
      output_.print("        <note category=\"confidence\">{}</note>\n", decimal(unit.confidence));
    }
    if (!flag.empty()) output_.print("        <note category=\"flag\">{}</note>\n", flag);
    output_.append("      </notes>\n");
  }

  void write_codes(const std::vector<std::string>& codes) {
    if (codes.empty()) return;
    output_.append("      <originalData>\n");
    for (std::size_t i = 0; i < codes.size(); ++i)
      output_.print("        <data id=\"d{}\">{}</data>\n", i + 1, codes[i]);
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
