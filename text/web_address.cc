// SPDX-License-Identifier: Apache-2.0
#include "text/web_address.h"

#include <algorithm>
#include <array>

#include "text/unicode/thai_class.h"

namespace thalign {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_small(static_cast<char>(c | 0x20)); }
constexpr bool is_of_label(char c) { return is_letter(c) || is_digit(c) || c == '-'; }

constexpr bool is_any_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// Where the longest run of characters that `fits` ends.
template <typename Condition>
std::size_t end_of(std::string_view text, std::size_t begin, Condition fits) {
  while (begin < text.size() && fits(text[begin])) ++begin;
  return begin;
}

/// Where a host name ends; `begin` if it has no point inside.
std::size_t end_of_host(std::string_view text, std::size_t begin) {
  std::size_t end = end_of(text, begin, is_of_label);
  std::size_t labels = end > begin ? 1 : 0;
  while (labels > 0 && end + 1 < text.size() && text[end] == '.' && is_of_label(text[end + 1])) {
    end = end_of(text, end + 1, is_of_label);
    ++labels;
  }
  return labels > 1 ? end : begin;
}

/// Where what follows the host in a URL ends.
std::size_t end_of_path(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  bool thai = false;
  while (end < text.size()) {
    const char c = text[end];
    if (c > ' ' && c < 0x7F) {
      if (is_any_of(c, "\"<>")) break;
      thai = false;
      ++end;
    } else if (c == '\xE0' && end > begin && (thai || is_any_of(text[end - 1], "/=-_#?&+%"))) {
      thai = true;
      end = std::min(end + kThaiBytes, text.size());
    } else {
      break;
    }
  }
  return end;
}

std::size_t url_at(std::string_view text, std::size_t begin) {
  constexpr std::string_view kAfterScheme = "://";
  const std::size_t scheme = end_of(
      text, begin, [](char c) { return is_letter(c) || is_digit(c) || is_any_of(c, "+-."); });
  if (scheme > begin && text.substr(scheme).starts_with(kAfterScheme))
    return end_of_path(text, scheme + kAfterScheme.size());
  const std::string_view rest = text.substr(begin);
  return rest.starts_with("www.") || rest.starts_with("WWW.") ? end_of_path(text, begin) : begin;
}

std::size_t mail_at(std::string_view text, std::size_t begin) {
  const std::size_t at =
      end_of(text, begin, [](char c) { return is_of_label(c) || is_any_of(c, "._%+"); });
  if (at == begin || at >= text.size() || text[at] != '@') return begin;
  const std::size_t end = end_of_host(text, at + 1);
  return end > at + 1 ? end : begin;
}

std::size_t host_at(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 10> kTopLevels = {"com", "org",  "net", "edu", "gov",
                                                           "int", "info", "biz", "io",  "th"};
  const std::size_t end = end_of_host(text, begin);
  const std::string_view host = text.substr(begin, end - begin);
  if (!std::ranges::all_of(host, [](char c) { return is_small(c) || !is_letter(c); })) return begin;
  const std::string_view last = host.substr(host.rfind('.') + 1);
  if (std::ranges::find(kTopLevels, last) == kTopLevels.end()) return begin;
  return end < text.size() && text[end] == '/' ? end_of_path(text, end) : end;
}

}  // namespace

bool may_have_address(std::string_view text) {
  if (text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos)
    return true;
  for (std::size_t point = text.find('.'); point != std::string_view::npos;
       point = text.find('.', point + 1)) {
    if (point == 0 || !is_of_label(text[point - 1])) continue;
    if (is_any_of(text[point - 1], "wW")) return true;
    if (point + 1 < text.size() && is_of_label(text[point + 1])) return true;
  }
  return false;
}

std::size_t address_at(std::string_view text, std::size_t begin) {
  if (begin >= text.size() || !is_of_label(text[begin])) return 0;
  if (begin > 0 && (is_of_label(text[begin - 1]) || is_any_of(text[begin - 1], "._@"))) return 0;
  // Most words are told apart by the character behind them.
  const std::size_t label = end_of(text, begin, is_of_label);
  if (label == text.size() || !is_any_of(text[label], ".:@_%+")) return 0;
  for (const auto end_at : {url_at, mail_at, host_at}) {
    if (const std::size_t end = end_at(text, begin); end > begin) return end - begin;
  }
  return 0;
}

}  // namespace thalign
