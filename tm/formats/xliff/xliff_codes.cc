// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/xliff/xliff_codes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace thalign {
namespace {

/// The character that "cp" of XLIFF 2.x names by its number, if it is white space; XML carries no
/// other one that needs it.
std::string_view named_character(const std::string& hexadecimal) {
  unsigned value = 0;
  std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), value, 16);
  return value == 0x0B || value == 0x0C ? "\n" : "";
}

}  // namespace

std::string xliff_attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

void XliffText::start(Variant& side, const Data& data, XliffCodeNumbers& numbers) {
  data_ = &data;
  numbers_ = &numbers;
  open_.clear();
  builder_.start(side.text, side.markup);
}

/// A code of TMX, which ends at once unless it `stays_open` for its native text.
void XliffText::code(const char* element, const std::string& number, bool has_position, bool begins,
                     std::string_view native, bool stays_open) {
  std::vector<const char*> attributes;
  const bool is_pair = std::string_view(element) == "bpt" || std::string_view(element) == "ept";
  if (is_pair) attributes.insert(attributes.end(), {"i", number.c_str()});
  if (has_position) attributes.insert(attributes.end(), {"pos", begins ? "begin" : "end"});
  if (std::string_view(element) != "ept")
    attributes.insert(attributes.end(), {"x", number.c_str()});
  attributes.push_back(nullptr);
  builder_.begin(element, attributes.data());
  builder_.text(native);
  if (stays_open) return;
  builder_.end();
}

void XliffText::highlight(const std::string& type) {
  const std::array<const char*, 3> attributes{type.empty() ? nullptr : "type", type.c_str(),
                                              nullptr};
  builder_.begin("hi", const_cast<const char**>(attributes.data()));
}

std::string XliffText::data(const char** attributes, std::string_view name) const {
  const auto found = data_->find(xliff_attribute(attributes, name));
  return found == data_->end() ? std::string() : found->second;
}

void XliffText::begin(std::string_view name, const char** attributes) {
  const auto attribute = [&](std::string_view wanted) {
    return xliff_attribute(attributes, wanted);
  };
  const std::string id = attribute("id");
  const std::string rid = attribute("rid").empty() ? id : attribute("rid");
  const bool isolated = attribute("isolated") == "yes";
  Open open;
  if (name == "ph" || name == "x") {
    const std::string native = data(attributes, "dataRef");
    code("ph", numbers_->number(id), false, false, native, name == "ph");
    if (name == "ph") open.code = "ph";
  } else if (name == "g" || name == "pc") {
    open.number = numbers_->number(id);
    open.native = data(attributes, "dataRefEnd");
    code("bpt", open.number, false, false, data(attributes, "dataRefStart"), false);
  } else if (name == "bx" || name == "sc") {
    const bool alone = isolated;
    code(alone ? "it" : "bpt", numbers_->number(rid), alone, true, data(attributes, "dataRef"),
         false);
  } else if (name == "ex" || name == "ec") {
    const std::string start = attribute("startRef").empty() ? rid : attribute("startRef");
    code(isolated ? "it" : "ept", numbers_->number(start), isolated, false,
         data(attributes, "dataRef"), false);
  } else if (name == "bpt" || name == "ept" || name == "it") {
    const bool begins = attribute("pos") != "close" && attribute("pos") != "end";
    open.code = name;
    code(open.code.c_str(), numbers_->number(rid), name == "it", begins, "", true);
  } else if (name == "mrk" && attribute("type") == kXliffHighlight) {
    open.code = "hi";
    highlight(attribute("value"));
  } else if (name == "mrk" && attribute("mtype").starts_with(kXliff12Highlight)) {
    open.code = "hi";
    const std::string kind = attribute("mtype");
    highlight(kind.substr(std::min(kXliff12Highlight.size() + 1, kind.size())));
  } else if (name == "sub") {
    open.code = "sub";
    const std::array<const char*, 1> none{nullptr};
    builder_.begin("sub", const_cast<const char**>(none.data()));
  } else if (name == "cp") {
    builder_.text(named_character(attribute("hex")));
  }
  open_.push_back(std::move(open));
}

void XliffText::end() {
  const Open open = std::move(open_.back());
  open_.pop_back();
  if (!open.code.empty()) builder_.end();
  if (!open.number.empty()) code("ept", open.number, false, false, open.native, false);
}

void XliffText::text(std::string_view piece) { builder_.text(piece); }

}  // namespace thalign
