// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/files/xml_parser.h"
#include "text/files/zip_archive.h"

// XML parts of office documents. Not installed.

namespace thalign {

/// The attributes of an element by name, as `OfficeEvents` names them.
class OfficeAttributes {
 public:
  explicit OfficeAttributes(const char** attributes) : attributes_(attributes) {}
  /// Of the attribute `name` in any namespace; nothing if it is missing.
  std::optional<std::string_view> find(std::string_view name) const;
  /// The same of those that have a namespace, as identifiers of relations; empty if it is missing.
  std::string_view find_in_namespace(std::string_view name) const;
  /// As `find`; empty if it is missing.
  std::string_view operator[](std::string_view name) const { return find(name).value_or(""); }

 private:
  const char** attributes_;
};

/// The events of a part. Elements are named by the prefix that the standards use, whatever the file
/// calls it, and both namespaces of Office Open XML alike: "w:p", "text:h"; those of other
/// namespaces by their local name.
class OfficeEvents : public XmlEvents {
 public:
  void begin(std::string_view name, const char** attributes) final;
  void end(std::string_view name) final;
  void text(std::string_view piece) final;
  void unknown_entity(std::string_view /*name*/) final {}

 protected:
  /// Begins leaving out the element that begins now, with all that is in it.
  void skip() { skipped_ = 1; }

 private:
  friend class OfficePart;

  virtual void begin_element(std::string_view name, const OfficeAttributes& attributes) = 0;
  virtual void end_element(std::string_view name) = 0;
  virtual void add_text(std::string_view piece) = 0;

  std::string_view short_name(std::string_view name);

  std::string place_;  ///< of the part, for messages
  std::string name_;
  std::size_t skipped_ = 0;  ///< elements open, from the one that is left out
  std::size_t depth_ = 0;
};

/// A part of an archive, parsed piece by piece.
class OfficePart {
 public:
  /// Throws `Error` as `ZipArchive::open`. Requires: `archive` and `events` outlive the object.
  OfficePart(const ZipArchive& archive, const std::string& part, OfficeEvents& events);
  /// Parses the next piece; false: it was the last one. Throws as `parse_part`.
  bool parse();

 private:
  ZipPart part_;
  XmlParser parser_;
};

/// Parses a whole part of the archive. Throws `Error`: as `ZipArchive::read` and `XmlParser`;
/// format, if elements are nested deeper than any office document.
void parse_part(const ZipArchive& archive, const std::string& part, OfficeEvents& events);

/// A link from a part to another.
struct OfficeRelation {
  std::string id;
  std::string type;    ///< last name of its type: "styles", "slide"
  std::string target;  ///< name of the part in the archive
};

/// The links of a part of an Office Open XML document, in the order of the file, those to other
/// places than parts left out; "" has the links of the document. None if it has no list of them.
std::vector<OfficeRelation> office_relations(const ZipArchive& archive, const std::string& part);

/// The name of the part that the reference `target` in `part` means: relative to its folder.
std::string resolved_part(std::string_view part, std::string_view target);

}  // namespace thalign
