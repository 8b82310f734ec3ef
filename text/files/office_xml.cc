// SPDX-License-Identifier: Apache-2.0
#include "text/files/office_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/error.h"

namespace thalign {
namespace {

/// Between namespace and local name.
constexpr char kNamespaceEnd = '|';
constexpr std::size_t kMaxXmlDepth = 2000;

struct Namespace {
  std::string_view ending;  ///< of its name
  std::string_view prefix;
};

/// The strict and the transitional namespaces of Office Open XML end alike.
constexpr auto kNamespaces = std::to_array<Namespace>({
    {"wordprocessingml/2006/main", "w:"},
    {"ooxml/wordprocessingml/main", "w:"},
    {"spreadsheetml/2006/main", "x:"},
    {"ooxml/spreadsheetml/main", "x:"},
    {"drawingml/2006/main", "a:"},
    {"ooxml/drawingml/main", "a:"},
    {"presentationml/2006/main", "p:"},
    {"ooxml/presentationml/main", "p:"},
    {"officeDocument/2006/math", "m:"},
    {"ooxml/officeDocument/math", "m:"},
    {"markup-compatibility/2006", "mc:"},
    {"opendocument:xmlns:text:1.0", "text:"},
    {"opendocument:xmlns:table:1.0", "table:"},
    {"opendocument:xmlns:drawing:1.0", "draw:"},
    {"opendocument:xmlns:office:1.0", "office:"},
    {"opendocument:xmlns:style:1.0", "style:"},
    {"opendocument:xmlns:svg-compatible:1.0", "svg:"},
});

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(kNamespaceEnd) + 1);  // npos + 1 is 0
}

class RelationEvents : public OfficeEvents {
 public:
  explicit RelationEvents(std::string_view part) : part_(part) {}
  std::vector<OfficeRelation> relations;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    const std::string_view type = attributes["Type"];
    relations.push_back({.id = std::string(attributes["Id"]),
                         .type = std::string(type.substr(type.rfind('/') + 1)),
                         .target = resolved_part(part_, attributes["Target"])});
  }
  void end_element(std::string_view /*name*/) override {}
  void add_text(std::string_view /*piece*/) override {}

  std::string_view part_;
};

}  // namespace

std::optional<std::string_view> OfficeAttributes::find(std::string_view name) const {
  for (const char** at = attributes_; *at != nullptr; at += 2) {
    if (local_name(at[0]) == name) return at[1];
  }
  return std::nullopt;
}

std::string_view OfficeAttributes::find_in_namespace(std::string_view name) const {
  for (const char** at = attributes_; *at != nullptr; at += 2) {
    const std::string_view whole = at[0];
    if (local_name(whole) == name && local_name(whole).size() < whole.size()) return at[1];
  }
  return {};
}

std::string_view OfficeEvents::short_name(std::string_view name) {
  const auto end = name.rfind(kNamespaceEnd);
  if (end == std::string_view::npos) return name;
  const std::string_view space = name.substr(0, end);
  const auto* const found = std::ranges::find_if(
      kNamespaces, [&](const Namespace& known) { return space.ends_with(known.ending); });
  name_ = found == kNamespaces.end() ? "" : found->prefix;
  name_ += name.substr(end + 1);
  return name_;
}

void OfficeEvents::begin(std::string_view name, const char** attributes) {
  if (++depth_ > kMaxXmlDepth) {
    throw Error(
        ErrorCode::format, place_,
        fmt::format("elements are nested deeper than {}; correct the document", kMaxXmlDepth));
  }
  if (skipped_ > 0) {
    ++skipped_;
    return;
  }
  begin_element(short_name(name), OfficeAttributes(attributes));
}

void OfficeEvents::end(std::string_view name) {
  --depth_;
  if (skipped_ > 0 && --skipped_ > 0) return;
  end_element(short_name(name));
}

void OfficeEvents::text(std::string_view piece) {
  if (skipped_ == 0) add_text(piece);
}

OfficePart::OfficePart(const ZipArchive& archive, const std::string& part, OfficeEvents& events)
    : part_(archive.open(part)),
      parser_(events, fmt::format("{}: {}", archive.name(), part), nullptr, kNamespaceEnd) {
  events.place_ = fmt::format("{}: {}", archive.name(), part);
}

bool OfficePart::parse() {
  const std::size_t room = parser_.piece_size();
  const std::size_t size = part_.read(parser_.buffer(room), room);
  parser_.parse(size, size < room);
  return size == room;
}

void parse_part(const ZipArchive& archive, const std::string& part, OfficeEvents& events) {
  OfficePart opened(archive, part, events);
  while (opened.parse()) {
  }
}

std::vector<OfficeRelation> office_relations(const ZipArchive& archive, const std::string& part) {
  const auto slash = part.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  const std::string list = fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
  if (!archive.has(list)) return {};
  RelationEvents events(part);
  parse_part(archive, list, events);
  return std::move(events.relations);
}

std::string resolved_part(std::string_view part, std::string_view target) {
  std::string path;
  if (target.starts_with('/')) {
    target.remove_prefix(1);
  } else {
    path = part.substr(0, part.rfind('/') + 1);
  }
  while (!target.empty()) {
    const auto end = std::min(target.find('/'), target.size());
    const std::string_view name = target.substr(0, end);
    target.remove_prefix(std::min(end + 1, target.size()));
    if (name == "..") {
      path.resize(path.size() < 2 ? 0 : path.rfind('/', path.size() - 2) + 1);
    } else if (name != "." && !name.empty()) {
      path += name;
      if (!target.empty()) path += '/';
    }
  }
  return path;
}

}  // namespace thalign
