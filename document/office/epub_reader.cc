// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "document/readers.h"
#include "text/error.h"
#include "text/files/office_xml.h"

namespace thalign {
namespace {

/// The package of a book: its container names it.
class ContainerEvents : public OfficeEvents {
 public:
  std::string package;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "rootfile" && package.empty()) package = attributes["full-path"];
  }
  void end_element(std::string_view /*name*/) override {}
  void add_text(std::string_view /*piece*/) override {}
};

/// `%41` as the character it stands for.
std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
        digit(text[i + 2]) >= 0) {
      result += static_cast<char>(16 * digit(text[i + 1]) + digit(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// The chapters of a book in their order: names of its parts, the table of contents left out.
class PackageEvents : public OfficeEvents {
 public:
  explicit PackageEvents(std::string package) : package_(std::move(package)) {}
  std::vector<std::string> chapters;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "item") {
      const bool is_contents = attributes["properties"].find("nav") != std::string_view::npos;
      const bool is_page = attributes["media-type"] == "application/xhtml+xml" ||
                           attributes["media-type"] == "text/html";
      if (is_page && !is_contents) {
        items_[std::string(attributes["id"])] =
            resolved_part(package_, percent_decoded(attributes["href"]));
      }
    } else if (name == "itemref") {
      const auto found = items_.find(std::string(attributes["idref"]));
      if (found != items_.end()) chapters.push_back(std::exchange(found->second, {}));
    }
  }
  void end_element(std::string_view /*name*/) override {}
  void add_text(std::string_view /*piece*/) override {}

  std::string package_;
  std::map<std::string, std::string> items_;
};

/// Fonts may be made unreadable for other programs; text that is belongs to a shop.
void refuse_protected(const ZipArchive& archive) {
  constexpr const char* kEncryption = "META-INF/encryption.xml";
  if (!archive.has("META-INF/rights.xml") &&
      (!archive.has(kEncryption) ||
       archive.read(kEncryption).find("xmlenc#aes") == std::string::npos)) {
    return;
  }
  throw Error(ErrorCode::format, archive.name(),
              "is protected against copying; get the book without protection");
}

}  // namespace

StructuredDocument read_epub(std::string_view bytes, const DocumentReadOptions& options) {
  const ZipArchive archive(bytes, options.name);
  refuse_protected(archive);
  ContainerEvents container;
  parse_part(archive, "META-INF/container.xml", container);
  PackageEvents package(container.package);
  parse_part(archive, container.package, package);
  StructuredDocument document;
  for (const std::string& chapter : package.chapters) {
    if (chapter.empty()) continue;  // named a second time
    DocumentReadOptions page = options;
    page.name = fmt::format("{}: {}", options.name, chapter);
    document.append(read_html(archive.read(chapter), page), chapter + ", ");
  }
  return document;
}

}  // namespace thalign
