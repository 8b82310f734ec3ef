// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/column_names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/language.h"
#include "tm/language_tag.h"
#include "tm/output.h"

namespace thalign {
namespace {

constexpr std::array<std::pair<std::string_view, ColumnRole>, 21> kRoles{
    {{"source", ColumnRole::source},
     {"source text", ColumnRole::source},
     {"source_text", ColumnRole::source},
     {"src", ColumnRole::source},
     {"ต้นฉบับ", ColumnRole::source},
     {"target", ColumnRole::target},
     {"target text", ColumnRole::target},
     {"target_text", ColumnRole::target},
     {"translation", ColumnRole::target},
     {"คำแปล", ColumnRole::target},
     {"source_language", ColumnRole::source_language},
     {"target_language", ColumnRole::target_language},
     {"source_document", ColumnRole::source_document},
     {"target_document", ColumnRole::target_document},
     {"confidence", ColumnRole::confidence},
     {"id", ColumnRole::id},
     {"remark", ColumnRole::remark},
     {"remarks", ColumnRole::remark},
     {"note", ColumnRole::remark},
     {"notes", ColumnRole::remark},
     {"flags", ColumnRole::flags}}};

constexpr std::array<std::string_view, 6> kThaiNames{"th",  "tha",     "thai",
                                                     "ไทย", "ภาษาไทย", "คำไทย"};
constexpr std::array<std::string_view, 6> kEnglishNames{"en",    "eng",       "english",
                                                        "อังกฤษ", "ภาษาอังกฤษ", "คำอังกฤษ"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// The words of a name in small letters: "text_en", "textEn" and "Text (EN)" are "text" and "en".
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  char last = '\0';
  for (const char c : name) {
    const bool separates = std::string_view(" _-./:()[]").find(c) != std::string_view::npos;
    if (separates || (is_upper(c) && is_lower(last))) words.emplace_back();
    if (!separates) words.back() += c;
    last = c;
  }
  for (std::string& word : words) word = lower(word);
  std::erase(words, "");
  return words;
}

template <typename Names>
bool holds_any(const std::vector<std::string>& words, const Names& names) {
  return std::ranges::any_of(words,
                             [&](const auto& word) { return std::ranges::count(names, word) > 0; });
}

/// `name` as a tag of the language `primary`, if it is one: "th-TH" of "th_th"; else `primary`.
std::string tag_of(std::string_view name, std::string_view primary) {
  std::string tag(name);
  std::ranges::replace(tag, '_', '-');
  const bool has_region = tag.size() == primary.size() + 3 && tag[primary.size()] == '-';
  return has_region && is_language_tag(tag) && same_tag(primary_subtag(tag), primary)
             ? canonical_tag(tag)
             : std::string(primary);
}

}  // namespace

ColumnRole role_of_name(std::string_view name) {
  const std::string written = lower(single_line(name));
  const auto* const found =
      std::ranges::find(kRoles, written, &std::pair<std::string_view, ColumnRole>::first);
  return found == kRoles.end() ? ColumnRole::other : found->second;
}

NamedLanguage language_of_name(std::string_view name, const std::string& asked_source,
                               const std::string& asked_target) {
  const std::string written = single_line(name);
  const std::vector<std::string> words = words_of(written);
  const bool thai = holds_any(words, kThaiNames);
  const bool english = holds_any(words, kEnglishNames);
  if (thai != english) {
    const std::string_view primary = thai ? "th" : "en";
    const std::string tag = tag_of(written, primary);
    return {tag, words.size() == 1 || tag.size() > primary.size()};
  }
  for (const std::string& asked : {asked_source, asked_target}) {
    if (asked.empty() || thai) continue;
    const std::string tag = tag_of(written, primary_subtag(asked));
    if (same_tag(lower(written), lower(tag)) || tag.size() > primary_subtag(asked).size()) {
      return {tag, true};
    }
  }
  return {};
}

}  // namespace thalign
