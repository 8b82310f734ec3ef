// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_encoding.h"

#include <algorithm>
#include <array>

#include "text/unicode/encoding.h"

namespace thalign {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";
/// Browsers look for a declaration as far as here.
constexpr std::size_t kMaxDeclarationBytes = 4096;
constexpr std::size_t kMaxNameBytes = 40;

std::string_view after_spaces(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kSpaces), text.size()));
}

/// The value after `key` and "=" in a tag, without quotes; empty if there is none.
std::string_view value_of(std::string_view tag, std::string_view key) {
  for (auto at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
    std::string_view rest = after_spaces(tag.substr(at + key.size()));
    if (!rest.starts_with('=')) continue;
    rest = after_spaces(rest.substr(1));
    if (rest.starts_with('"') || rest.starts_with('\'')) rest = after_spaces(rest.substr(1));
    return rest.substr(0, std::min(rest.find_first_of(" \t\r\n\f\"';/>?"), rest.size()));
  }
  return {};
}

}  // namespace

std::string declared_html_encoding(std::string_view head) {
  std::string lower(head.substr(0, kMaxDeclarationBytes));
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  constexpr std::array<std::array<std::string_view, 3>, 2> kDeclarations{
      {{"<?xml", "encoding", "?>"}, {"<meta", "charset", ">"}}};
  for (const auto& [begin, key, end] : kDeclarations) {
    for (auto at = lower.find(begin); at != std::string::npos; at = lower.find(begin, at + 1)) {
      const std::string_view tag = std::string_view(lower).substr(at, lower.find(end, at) - at);
      std::string name(value_of(tag, key));
      if (name.empty() || name.size() > kMaxNameBytes || name.starts_with("utf-16")) continue;
      if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") name = "windows-1252";
      return canonical_encoding(name);
    }
  }
  return {};
}

}  // namespace thalign
