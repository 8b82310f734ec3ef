#include "document/document_format.h"

#include <algorithm>
#include <array>
#include <string>

namespace thalign {
namespace {

constexpr std::array<DocumentFormatEntry, 2> kFormats{{
    {"text", "plain text", ".txt", DocumentFormat::text},
    {"html", "a web page", ".html .htm .xhtml", DocumentFormat::html},
}};

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// The beginning as ASCII in lower case, without a byte order mark and the NULs of UTF-16.
std::string ascii_head(std::string_view head) {
  if (head.starts_with(kUtf8Mark)) head.remove_prefix(kUtf8Mark.size());
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.remove_prefix(2);
  std::string result = lower(head);
  std::erase(result, '\0');
  return result;
}

std::string_view without_white_space(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\f");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Whether markup begins as a page does, after comments, an XML declaration and the like.
bool is_html(std::string_view head) {
  for (;;) {
    head = without_white_space(head);
    if (head.starts_with("<!doctype html") || head.starts_with("<html") ||
        head.starts_with("<head>") || head.starts_with("<body")) {
      return true;
    }
    std::string_view end;
    if (head.starts_with("<!--")) {
      end = "-->";
    } else if (head.starts_with("<?xml")) {
      end = "?>";
    } else {
      return false;
    }
    const auto at = head.find(end);
    if (at == std::string_view::npos) return false;
    head.remove_prefix(at + end.size());
  }
}

bool has_extension(const DocumentFormatEntry& entry, std::string_view extension) {
  return (" " + std::string(entry.extensions) + " ").find(" " + std::string(extension) + " ") !=
         std::string::npos;
}

DocumentFormat by_extension(std::string_view name) {
  const auto dot = name.find_last_of("./");
  if (dot == std::string_view::npos || name[dot] != '.') return DocumentFormat::text;
  const std::string extension = lower(name.substr(dot));
  const auto* const found = std::ranges::find_if(
      kFormats, [&](const DocumentFormatEntry& entry) { return has_extension(entry, extension); });
  return found == kFormats.end() ? DocumentFormat::text : found->format;
}

}  // namespace

std::span<const DocumentFormatEntry> document_formats() { return kFormats; }

DocumentFormat recognise_document_format(std::string_view head, std::string_view name) {
  const std::string ascii = ascii_head(head.substr(0, kMaxRecognisedBytes));
  if (is_html(ascii)) return DocumentFormat::html;
  return by_extension(name);
}

}  // namespace thalign
