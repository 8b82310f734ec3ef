// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_writer.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/hash.h"
#include "tm/date.h"
#include "tm/output.h"
#include "tm/tmx/tmx_bead.h"
#include "tm/tmx/xml_output.h"

namespace thalign {
namespace {

/// A tuid of what the unit says and where it stands: the same in each file, another for each unit
/// of other texts or from another place.
std::string made_tuid(const TranslationUnit& unit, const std::vector<std::string>& segs) {
  std::uint64_t hash = hash_bytes_64("");
  const auto add = [&](std::string_view bytes) {
    hash = hash_bytes_64("\xFF", hash_bytes_64(bytes, hash));  // no byte of UTF-8
  };
  for (std::size_t i = 0; i < segs.size(); ++i) {
    const Variant& variant = unit.variants[i];
    add(segs[i].empty() ? "" : variant.language);
    add(segs[i]);
    add(variant.document);
    if (variant.offsets) add(fmt::format("{}-{}", variant.offsets->begin, variant.offsets->end));
  }
  return fmt::format("{}{:016x}", kMadeTuidPrefix, hash);
}

class TmxWriter : public UnitWriter {
 public:
  TmxWriter(std::ostream& out, const TmxOptions& options)
      : output_(out), null_beads_(options.null_beads) {
    output_.print(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tmx version=\"1.4\">\n"
        "  <header creationtool=\"thalign\" creationtoolversion=\"{}\" segtype=\"{}\" "
        "o-tmf=\"thalign\" adminlang=\"en\" srclang=\"{}\" datatype=\"{}\"{}",
        THALIGN_VERSION, line(options.segtype), line(options.source_language),
        line(options.datatype),
        options.date ? fmt::format(" creationdate=\"{}\"", tmx_date(*options.date)) : "");
    if (options.properties.empty() && options.notes.empty()) {
      output_.append("/>\n");
    } else {
      output_.append(">\n");
      write_remarks(options.properties, options.notes, "    ");
      output_.append("  </header>\n");
    }
    output_.append("  <body>\n");
  }

  void write(const TranslationUnit& unit) override {
    segs_.clear();
    for (const Variant& variant : unit.variants) segs_.push_back(seg(variant));
    const auto texts = segs_.size() - static_cast<std::size_t>(std::ranges::count(segs_, ""));
    if (texts == 0 || (texts == 1 && !null_beads_)) {
      ++statistics_.null_beads_left_out;
      return;
    }
    ++statistics_.written;
    output_.append("    <tu");
    write_attribute("tuid", unit.id.empty() ? made_tuid(unit, segs_) : unit.id);
    write_attributes(unit.about);
    output_.append(">\n");
    write_bead(unit);
    write_remarks(unit.about.properties, unit.about.notes, "      ");
    for (std::size_t i = 0; i < segs_.size(); ++i) write_tuv(unit.variants[i], segs_[i]);
    output_.append("    </tu>\n");
    output_.flush_if_large();
  }

  WriteStatistics finish() override {
    output_.append("  </body>\n</tmx>\n");
    output_.flush();
    return statistics_;
  }

 private:
  /// The content of a seg, empty if there is none.
  std::string seg(const Variant& variant) {
    if (!variant.markup.empty()) return variant.markup;
    return variant.offsets ? xml_line(variant.text, statistics_.characters_dropped)
                           : exact(variant.text);
  }

  /// Names and tags: any bytes, what XML can't carry left out without being counted as text.
  static std::string line(std::string_view text) {
    std::size_t dropped = 0;
    return xml_line(valid_utf8(text), dropped);
  }
  std::string exact(std::string_view text) {
    return xml_exact(text, statistics_.characters_dropped);
  }

  /// Appending is quicker than formats, which are read anew for each unit.
  template <typename... Pieces>
  void append(const Pieces&... pieces) {
    (output_.append(pieces), ...);
  }

  void write_attribute(std::string_view name, std::string_view value) {
    append(" ", name, "=\"", exact(value), "\"");
  }

  void write_attributes(const Description& about) {
    if (about.created) output_.print(" creationdate=\"{}\"", tmx_date(*about.created));
    if (about.changed) output_.print(" changedate=\"{}\"", tmx_date(*about.changed));
    for (const Attribute& attribute : about.attributes) {
      write_attribute(attribute.name, attribute.value);
    }
  }

  void write_prop(std::string_view type, std::string_view content) {
    append("      <prop type=\"", type, "\">", content, "</prop>\n");
  }

  void write_bead(const TranslationUnit& unit) {
    const auto side = [&](std::size_t i) {
      return i < unit.variants.size() ? &unit.variants[i] : nullptr;
    };
    const auto document = [&](std::string_view type, const Variant* variant) {
      if (variant != nullptr && !variant->document.empty())
        write_prop(type, line(variant->document));
    };
    const auto offsets = [&](std::string_view type, const Variant* variant) {
      if (variant == nullptr || !variant->offsets) return;
      write_prop(type, fmt::format("{}-{}", variant->offsets->begin, variant->offsets->end));
    };
    document("x-document-source", side(0));
    document("x-document-target", side(1));
    offsets("x-source-offsets", side(0));
    offsets("x-target-offsets", side(1));
    if (unit.score) write_prop("x-score", decimal(unit.score));
    if (unit.confidence) write_prop("x-confidence", decimal(unit.confidence));
  }

  void write_language(std::string_view tag) {
    if (!tag.empty()) write_attribute("xml:lang", tag);
  }

  void write_remarks(const std::vector<Property>& properties, const std::vector<Note>& notes,
                     std::string_view indent) {
    for (const Note& note : notes) {
      append(indent, "<note");
      write_language(note.language);
      append(">", exact(note.text), "</note>\n");
    }
    for (const Property& property : properties) {
      append(indent, "<prop");
      write_attribute("type", property.type);
      write_language(property.language);
      append(">", exact(property.text), "</prop>\n");
    }
  }

  void write_tuv(const Variant& variant, std::string_view seg) {
    if (seg.empty()) return;
    append("      <tuv xml:lang=\"", line(variant.language), "\"");
    write_attributes(variant.about);
    output_.append(">");
    if (!variant.about.properties.empty() || !variant.about.notes.empty()) {
      output_.append("\n");
      write_remarks(variant.about.properties, variant.about.notes, "        ");
      append("        <seg>", seg, "</seg>\n      </tuv>\n");
    } else {
      append("<seg>", seg, "</seg></tuv>\n");
    }
  }

  OutputBuffer output_;
  bool null_beads_;
  std::vector<std::string> segs_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_tmx_writer(std::ostream& out, const TmxOptions& options) {
  return std::make_unique<TmxWriter>(out, options);
}

}  // namespace thalign
