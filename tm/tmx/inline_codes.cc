// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/inline_codes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "text/error.h"
#include "text/files/xml_escape.h"
#include "text/files/xml_parser.h"

namespace thalign {
namespace {

/// An element of a seg: whether its own text belongs to the plain text, and its attributes.
struct Element {
  std::string_view name;
  bool holds_text;
  std::array<std::string_view, 4> attributes;
};
constexpr std::array<Element, 7> kInlineElements{{{"bpt", false, {"i", "x", "type"}},
                                                  {"ept", false, {"i"}},
                                                  {"it", false, {"pos", "x", "type"}},
                                                  {"ph", false, {"x", "assoc", "type"}},
                                                  {"ut", false, {"x"}},
                                                  {"hi", true, {"x", "type"}},
                                                  {"sub", true, {"datatype", "type"}}}};

const Element* find_element(std::string_view name) {
  const auto found = std::ranges::find(kInlineElements, name, &Element::name);
  return found == kInlineElements.end() ? nullptr : &*found;
}

/// The value of attribute `name`; null if there is none.
const char* find_attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return nullptr;
}

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

void SegBuilder::start(std::string& text, std::string& markup) {
  text_ = &text;
  markup_ = &markup;
  text.clear();
  markup.clear();
  open_.clear();
  codes_.clear();
  codes_open_ = 0;
  has_markup_ = false;
}

/// Whether codes may stand here: in the seg itself, in `hi` and in `sub`.
bool SegBuilder::holds_text() const {
  for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
    if (!it->name.empty()) return find_element(it->name)->holds_text;
  }
  return true;
}

void SegBuilder::begin(std::string_view name, const char** attributes) {
  const std::string_view local = without_prefix(name);
  const Element* const element = find_element(local);
  if (element == nullptr || holds_text() == (local == "sub")) {
    report_("element in a seg that TMX does not allow there: its tags left out", local);
    open_.push_back({"", 0});
    return;
  }
  if (!has_markup_) *markup_ = xml_escaped(*text_);
  has_markup_ = true;
  const bool is_bpt = element->name == "bpt";
  std::size_t code = 0;
  const std::size_t tag = markup_->size();
  const std::string written = write_attributes(element->name, attributes);
  markup_->append("<").append(element->name);
  if (is_bpt || element->name == "ept") {
    const char* const i = find_attribute(attributes, "i");
    code = codes_.size();
    codes_.push_back({.begins = is_bpt, .i = i == nullptr ? "" : i, .other_attributes = written});
    markup_->append(" i=\"").append(xml_escaped(codes_.back().i)).append("\"");
  }
  markup_->append(written).append(">");
  if (is_bpt || element->name == "ept") {
    codes_.back().tag = tag;
    codes_.back().tag_end = markup_->size();
  }
  if (!element->holds_text) ++codes_open_;
  open_.push_back({element->name, code});
}

/// The attributes as they are written, but `i`.
std::string SegBuilder::write_attributes(std::string_view name, const char** attributes) {
  const Element& element = *find_element(name);
  std::string written;
  if (name == "it") {
    const char* const pos = find_attribute(attributes, "pos");
    const bool known = pos != nullptr && (!std::strcmp(pos, "begin") || !std::strcmp(pos, "end"));
    if (!known) report_("it without its position: taken as begin", pos == nullptr ? "" : pos);
    written.append(" pos=\"").append(known ? pos : "begin").append("\"");
  }
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view attribute = attributes[0];
    if (attribute == "i" || attribute == "pos") continue;
    if (std::ranges::count(element.attributes, attribute) == 0) {
      report_("attribute TMX does not know: left out", attribute);
      continue;
    }
    written.append(" ")
        .append(attribute)
        .append("=\"")
        .append(xml_escaped(attributes[1]))
        .append("\"");
  }
  return written;
}

void SegBuilder::end() {
  const Open element = open_.back();
  open_.pop_back();
  if (element.name.empty()) return;
  const bool is_pair_code = element.name == "bpt" || element.name == "ept";
  if (is_pair_code) codes_[element.code].end_tag = markup_->size();
  markup_->append("</").append(element.name).append(">");
  if (!find_element(element.name)->holds_text) --codes_open_;
}

void SegBuilder::text(std::string_view piece) {
  if (codes_open_ == 0) text_->append(piece);
  if (has_markup_) markup_->append(xml_escaped(piece));
}

/// Marks each bpt and the ept that follows with the same `i`.
void SegBuilder::pair_codes() {
  std::map<std::string_view, Code*> begun;
  for (Code& code : codes_) {
    if (code.i.empty()) continue;
    if (code.begins) {
      begun[code.i] = &code;
    } else if (const auto found = begun.find(code.i); found != begun.end()) {
      found->second->paired = code.paired = true;
      begun.erase(found);
    }
  }
}

void SegBuilder::finish() {
  pair_codes();
  std::map<std::size_t, std::pair<std::size_t, std::string>> edits;  // begin: size, new text
  for (const Code& code : codes_) {
    if (code.paired) continue;
    report_("bpt or ept without its partner: made an it", code.i);
    edits[code.tag] = {code.tag_end - code.tag, std::string("<it pos=\"")
                                                    .append(code.begins ? "begin" : "end")
                                                    .append("\"")
                                                    .append(code.other_attributes)
                                                    .append(">")};
    edits[code.end_tag] = {std::string_view("</bpt>").size(), "</it>"};
  }
  if (edits.empty()) return;
  std::string edited;
  std::size_t done = 0;
  for (const auto& [begin, edit] : edits) {
    edited.append(*markup_, done, begin - done).append(edit.second);
    done = begin + edit.first;
  }
  *markup_ = edited.append(*markup_, done);
}

namespace {

class MarkupEvents : public XmlEvents {
 public:
  MarkupEvents() : builder_([](std::string_view, std::string_view) {}) {}

  void begin(std::string_view name, const char** attributes) override {
    if (std::exchange(started_, true)) return builder_.begin(name, attributes);
    builder_.start(result.first, result.second);
  }
  void end(std::string_view /*name*/) override {
    if (builder_.depth() > 0) return builder_.end();
    builder_.finish();
  }
  void text(std::string_view piece) override { builder_.text(piece); }
  void unknown_entity(std::string_view /*name*/) override {}  // there is no DTD

  std::pair<std::string, std::string> result;

 private:
  SegBuilder builder_;
  bool started_ = false;
};

}  // namespace

void parse_seg(std::string_view markup, XmlEvents& events) {
  XmlParser parser(events, "markup", "UTF-8");
  const std::string xml = std::string("<seg>").append(markup).append("</seg>");
  std::ranges::copy(xml, parser.buffer(xml.size()));
  parser.parse(xml.size(), true);
}

std::pair<std::string, std::string> parse_markup(std::string_view markup, std::string_view place) {
  MarkupEvents events;
  try {
    parse_seg(markup, events);
  } catch (const Error& error) {
    throw Error(error.code(), place, error.what());
  }
  return std::move(events.result);
}

}  // namespace thalign
