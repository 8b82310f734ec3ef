// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xliff/xliff_markup.h"

#include <fmt/format.h>

#include <utility>

#include "text/files/xml_escape.h"
#include "text/files/xml_parser.h"
#include "tm/formats/xliff/xliff_codes.h"
#include "tm/tmx/inline_codes.h"
#include "tm/tmx/xml_output.h"

namespace thalign {

std::size_t XliffCodes::number(Kind kind, const std::string& native, std::vector<bool>& taken) {
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (taken[i] || native_[i] != native || kinds_[i] != kind) continue;
    taken[i] = true;
    return i + 1;
  }
  native_.push_back(native);
  kinds_.push_back(kind);
  return native_.size();
}

/// Turns the events of a seg into XLIFF.
class MarkupToXliff : public XmlEvents {
 public:
  explicit MarkupToXliff(XliffCodes& codes) : codes_(codes), taken_(codes.native_.size(), false) {}

  void begin(std::string_view name, const char** attributes) override {
    if (name == "seg") return;
    if (name == "hi") return begin_mark(xliff_attribute(attributes, "type"));
    if (depth_++ > 0) return;
    element_ = name;
    pair_ = xliff_attribute(attributes, "i");
    begins_ = xliff_attribute(attributes, "pos") != "end";
    native_.clear();
  }
  void end(std::string_view name) override {
    if (name == "seg") return;
    if (name == "hi") return end_mark();
    if (--depth_ > 0) return;
    xml += codes_.version_ == XliffVersion::v2_1 ? reference() : element();
  }
  void text(std::string_view piece) override {
    std::size_t dropped = 0;  // nothing: a parser gave the text
    (depth_ > 0 ? native_ : xml) += xml_exact(piece, dropped);
  }
  void unknown_entity(std::string_view /*name*/) override {}  // there is no DTD

  std::string xml;

 private:
  using Kind = XliffCodes::Kind;

  /// A highlighted text is a mark of a kind of our own; inside of a code its tags are lost.
  void begin_mark(const std::string& type) {
    if (depth_ > 0) return;
    const std::string value = xml_escaped(type);
    if (codes_.version_ == XliffVersion::v2_1) {
      xml += fmt::format("<mrk id=\"h{}\" type=\"{}\"{}>", ++marks_, kXliffHighlight,
                         type.empty() ? "" : fmt::format(" value=\"{}\"", value));
    } else {
      const bool has_space = type.find_first_of(" \t\r\n") != std::string::npos;
      xml += fmt::format("<mrk mtype=\"{}{}\">", kXliff12Highlight,
                         type.empty() || has_space ? "" : ":" + value);
    }
  }
  void end_mark() {
    if (depth_ == 0) xml += "</mrk>";
  }

  std::size_t number(Kind kind) { return codes_.number(kind, native_, taken_); }

  /// The code as XLIFF 2.1 has it, its native text elsewhere.
  std::string reference() {
    if (element_ == "bpt") {
      const std::size_t n = pairs_[pair_] = number(Kind::begins);
      return fmt::format("<sc id=\"{0}\" dataRef=\"d{0}\"/>", n);
    }
    if (element_ == "ept") {
      return fmt::format("<ec startRef=\"{}\" dataRef=\"d{}\"/>", pairs_[pair_],
                         number(Kind::ends));
    }
    if (element_ == "it") {
      return fmt::format("<{0} id=\"{1}\" isolated=\"yes\" dataRef=\"d{1}\"/>",
                         begins_ ? "sc" : "ec", number(begins_ ? Kind::begins : Kind::ends));
    }
    return fmt::format("<ph id=\"{0}\" dataRef=\"d{0}\"/>", number(Kind::alone));
  }

  /// The same as XLIFF 1.2 has it.
  std::string element() {
    if (element_ == "bpt") {
      const std::size_t n = pairs_[pair_] = number(Kind::begins);
      return fmt::format("<bpt id=\"{0}\" rid=\"{0}\">{1}</bpt>", n, native_);
    }
    if (element_ == "ept") {
      return fmt::format("<ept id=\"{}\" rid=\"{}\">{}</ept>", number(Kind::ends), pairs_[pair_],
                         native_);
    }
    if (element_ == "it") {
      return fmt::format("<it id=\"{}\" pos=\"{}\">{}</it>",
                         number(begins_ ? Kind::begins : Kind::ends), begins_ ? "open" : "close",
                         native_);
    }
    return fmt::format("<ph id=\"{}\">{}</ph>", number(Kind::alone), native_);
  }

  XliffCodes& codes_;
  std::vector<bool> taken_;  ///< codes of earlier sides that this side has had
  std::string element_, pair_, native_;
  bool begins_ = false;
  std::map<std::string, std::size_t> pairs_;  ///< numbers of the bpt by their `i`
  std::size_t depth_ = 0;                     ///< open codes
  std::size_t marks_ = 0;                     ///< begun
};

std::string XliffCodes::content(std::string_view markup) {
  MarkupToXliff events(*this);
  parse_seg(markup, events);
  return std::move(events.xml);
}

}  // namespace thalign
