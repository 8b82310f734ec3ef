// SPDX-License-Identifier: Apache-2.0
#include "cli/review/page_index.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/review/page_source.h"
#include "text/files/xml_escape.h"
#include "tm/output.h"

namespace thalign::cli {
namespace {

/// `path` as a relative address: nothing in it can be taken for a scheme or for markup.
std::string address(std::string_view path) {
  std::string result = path.starts_with('/') ? "" : "./";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/._-~").find(c) != std::string_view::npos;
    result += plain ? std::string(1, c)
                    : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return result;
}

std::string name_text(std::string_view name) { return xml_escaped(single_line(valid_utf8(name))); }

}  // namespace

void write_page_index(std::ostream& out, std::span<const PageEntry> pages) {
  const PageSource page = page_index_source();
  out << page.head;
  for (const PageEntry& entry : pages) {
    const std::string link = entry.file.empty()
                                 ? "failed"
                                 : fmt::format("<a href=\"{}\"><bdi>{}</bdi></a>",
                                               address(entry.file), name_text(entry.file));
    out << fmt::format(
        "<tr><td>{}</td><td><bdi>{}</bdi></td><td><bdi>{}</bdi></td><td>{}</td><td>{}</td>"
        "<td>{:.2f}</td></tr>\n",
        link, name_text(entry.source), name_text(entry.target), entry.beads, entry.nulls,
        entry.confidence);
  }
  out << page.tail;
}

}  // namespace thalign::cli
