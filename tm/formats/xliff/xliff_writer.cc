// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "text/error.h"
#include "text/language.h"
#include "tm/formats/writers.h"
#include "tm/formats/xliff/xliff_markup.h"
#include "tm/output.h"
#include "tm/tmx/xml_output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

/// What both versions have in common: which units are written, and in which files.
class XliffWriter : public UnitWriter {
 public:
  XliffWriter(std::ostream& out, XliffVersion version, const std::string& source_language,
              const std::string& target_language, std::string run)
      : output_(out),
        version_(version),
        source_language_(tag(source_language)),
        target_language_(tag(target_language)),
        run_(std::move(run)) {}

  void write(const TranslationUnit& unit) final {
    const auto [source, target] = sides(unit);
    if (source == nullptr && target == nullptr) {
      ++statistics_.null_beads_left_out;
      return;
    }
    open_file(unit.variants.front().document);
    XliffCodes codes(version_);
    const std::string source_xml = content(source, codes);
    const std::string target_xml = content(target, codes);
    ++statistics_.written;
    write_unit(unit, codes, source_xml, target == nullptr ? nullptr : &target_xml);
    output_.flush_if_large();
  }

  WriteStatistics finish() final {
    if (files_ == 0) open_file("");
    if (statistics_.written == 0) write_empty_unit();
    close_file();
    output_.append("</xliff>\n");
    output_.flush();
    return statistics_;
  }

 protected:
  /// `target`: null if there is none.
  virtual void write_unit(const TranslationUnit& unit, const XliffCodes& codes,
                          const std::string& source, const std::string* target) = 0;
  virtual void write_empty_unit() = 0;
  virtual void begin_file(std::string_view document) = 0;
  virtual void close_file() = 0;

  OutputBuffer& output() { return output_; }
  const std::string& source_language() const { return source_language_; }
  const std::string& target_language() const { return target_language_; }
  const std::string& run() const { return run_; }
  std::size_t files() const { return files_; }
  std::size_t number() const { return statistics_.written; }

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

  std::string exact(std::string_view text) {
    return xml_exact(text, statistics_.characters_dropped);
  }

  /// A note for each, `attribute` naming its kind.
  void write_notes(const TranslationUnit& unit, std::string_view indent,
                   std::string_view attribute) {
    for (const Note& note : unit.about.notes) {
      output_.print("{}<note>{}</note>\n", indent, exact(note.text));
    }
    if (unit.confidence) {
      output_.print("{}<note {}=\"confidence\">{}</note>\n", indent, attribute,
                    decimal(unit.confidence));
    }
    if (const std::string_view flag = flag_of(unit); !flag.empty()) {
      output_.print("{}<note {}=\"flag\">{}</note>\n", indent, attribute, flag);
    }
  }

 private:
  /// Units of one document stand in one file element.
  void open_file(const std::string& document) {
    if (files_ > 0 && document == document_) return;
    if (files_ > 0) close_file();
    document_ = document;
    ++files_;
    begin_file(line(document));
  }

  std::string content(const Variant* side, XliffCodes& codes) {
    if (side == nullptr) return {};
    if (!side->markup.empty()) return codes.content(side->markup);
    return side->offsets ? xml_line(side->text, statistics_.characters_dropped) : exact(side->text);
  }

  OutputBuffer output_;
  const XliffVersion version_;
  const std::string source_language_, target_language_;
  const std::string run_;
  std::string document_;
  std::size_t files_ = 0;
  WriteStatistics statistics_;
};

class Xliff2Writer : public XliffWriter {
 public:
  Xliff2Writer(std::ostream& out, const std::string& source_language,
               const std::string& target_language, const std::string& run)
      : XliffWriter(out, XliffVersion::v2_1, source_language, target_language, run) {
    output().print(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"{}\" "
        "trgLang=\"{}\">\n",
        this->source_language(), this->target_language());
  }

 private:
  void begin_file(std::string_view document) override {
    output().print("  <file id=\"f{}\"{}>\n", files(),
                   document.empty() ? "" : fmt::format(" original=\"{}\"", document));
    if (run().empty()) return;
    output().print("    <notes>\n      <note category=\"x-run\">{}</note>\n    </notes>\n",
                   line(run()));
  }
  void close_file() override { output().append("  </file>\n"); }

  void write_unit(const TranslationUnit& unit, const XliffCodes& codes, const std::string& source,
                  const std::string* target) override {
    output().print("    <unit id=\"u{}\"{} xml:space=\"preserve\">\n", number(),
                   unit.id.empty() ? "" : fmt::format(" name=\"{}\"", line(unit.id)));
    if (!unit.about.notes.empty() || unit.confidence || !flag_of(unit).empty()) {
      output().append("      <notes>\n");
      write_notes(unit, "        ", "category");
      output().append("      </notes>\n");
    }
    write_data(codes.native());
    output().print("      <segment>\n        <source>{}</source>\n", source);
    if (target != nullptr) output().print("        <target>{}</target>\n", *target);
    output().append("      </segment>\n    </unit>\n");
  }

  void write_data(const std::vector<std::string>& native) {
    if (native.empty()) return;
    output().append("      <originalData>\n");
    for (std::size_t i = 0; i < native.size(); ++i) {
      output().print("        <data id=\"d{}\">{}</data>\n", i + 1, native[i]);
    }
    output().append("      </originalData>\n");
  }

  void write_empty_unit() override {
    output().append(
        "    <unit id=\"u0\">\n      <segment>\n        <source/>\n      </segment>\n    "
        "</unit>\n");
  }
};

class Xliff12Writer : public XliffWriter {
 public:
  Xliff12Writer(std::ostream& out, const std::string& source_language,
                const std::string& target_language, const std::string& run)
      : XliffWriter(out, XliffVersion::v1_2, source_language, target_language, run) {
    output().append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n");
  }

 private:
  void begin_file(std::string_view document) override {
    output().print(
        "  <file original=\"{}\" source-language=\"{}\" target-language=\"{}\" "
        "datatype=\"plaintext\">\n",
        document, source_language(), target_language());
    if (!run().empty()) {
      output().print("    <header>\n      <note from=\"x-run\">{}</note>\n    </header>\n",
                     line(run()));
    }
    output().append("    <body>\n");
  }
  void close_file() override { output().append("    </body>\n  </file>\n"); }

  void write_unit(const TranslationUnit& unit, const XliffCodes& /*codes*/,
                  const std::string& source, const std::string* target) override {
    output().print("      <trans-unit id=\"u{}\"{} xml:space=\"preserve\">\n", number(),
                   unit.id.empty() ? "" : fmt::format(" resname=\"{}\"", line(unit.id)));
    output().print("        <source>{}</source>\n", source);
    if (target != nullptr) output().print("        <target>{}</target>\n", *target);
    write_notes(unit, "        ", "from");
    output().append("      </trans-unit>\n");
  }
  void write_empty_unit() override {}  // a body may be empty
};

}  // namespace

std::unique_ptr<UnitWriter> make_xliff_writer(std::ostream& out, const std::string& source_language,
                                              const std::string& target_language,
                                              const std::string& run) {
  return std::make_unique<Xliff2Writer>(out, source_language, target_language, run);
}

std::unique_ptr<UnitWriter> make_xliff12_writer(std::ostream& out,
                                                const std::string& source_language,
                                                const std::string& target_language,
                                                const std::string& run) {
  return std::make_unique<Xliff12Writer>(out, source_language, target_language, run);
}

}  // namespace thalign
