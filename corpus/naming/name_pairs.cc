// SPDX-License-Identifier: Apache-2.0
#include "corpus/naming/name_pairs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <map>

#include "text/files/compression.h"

namespace thalign {
namespace {

constexpr std::string_view kSeparators = ".-_ ";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::optional<Language> language_named(std::string_view part) {
  const std::string tag = lower(part);
  constexpr std::array<std::string_view, 3> kThai{"th", "tha", "thai"};
  constexpr std::array<std::string_view, 3> kEnglish{"en", "eng", "english"};
  if (std::ranges::count(kThai, tag) > 0) return Language::thai;
  if (std::ranges::count(kEnglish, tag) > 0) return Language::english;
  return std::nullopt;
}

/// Two letters in capitals, as the region of en-GB, or one of the usual regions.
bool is_region(std::string_view part) {
  constexpr std::array<std::string_view, 6> kRegions{"th", "us", "gb", "uk", "au", "ca"};
  return std::ranges::count(kRegions, lower(part)) > 0;
}

/// Takes the tags out of one component of a path.
std::string without_tags(std::string_view component, std::optional<Language>& language) {
  std::vector<std::string_view> parts;
  std::string separators;  // before each part but the first
  for (;;) {
    const std::size_t end = component.find_first_of(kSeparators);
    parts.push_back(component.substr(0, end));
    if (end == std::string_view::npos) break;
    separators += component[end];
    component.remove_prefix(end + 1);
  }
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const std::optional<Language> named = language_named(parts[i])) {
      language = named;
      const bool tied = i + 1 < parts.size() && (separators[i] == '-' || separators[i] == '_');
      if (tied && is_region(parts[i + 1])) ++i;
      continue;
    }
    if (!result.empty()) result += separators[i - 1];
    result += parts[i];
  }
  return result;
}

/// The numbers of a path after its folder, as a key: "news/12 3" of "news/report-12-03".
std::string numbers_key(const std::string& key) {
  const std::size_t slash = key.rfind('/');
  std::string result = slash == std::string::npos ? "" : key.substr(0, slash + 1);
  const std::size_t folder = result.size();
  bool in_number = false;
  for (const char c : key.substr(folder)) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit && !in_number && result.size() > folder) result += ' ';
    const bool leads = c == '0' && (result.size() == folder || result.back() == ' ');
    if (is_digit && !leads) result += c;
    in_number = is_digit;
  }
  return result.size() == folder ? std::string() : result;
}

/// Files of a side that are not paired yet.
struct Side {
  std::span<const std::string> paths;
  std::vector<std::string> keys;  // empty: not of this side
  std::vector<bool> paired;
};

Side side_of(std::span<const std::string> paths, Language language) {
  Side side{paths, {}, std::vector<bool>(paths.size())};
  for (std::size_t i = 0; i < paths.size(); ++i) {
    NameKey key = name_key(paths[i]);
    side.paired[i] = key.language && *key.language != language;
    side.keys.push_back(std::move(key.key));
  }
  return side;
}

using KeyOf = std::function<std::string(const Side& side, std::size_t file)>;

/// Pairs the files whose keys are not empty and of no other file of their side.
void pair_unique(Side& source, Side& target, const KeyOf& key_of, NamePairs& result) {
  const auto by_key = [&](const Side& side) {
    std::map<std::string, std::vector<std::size_t>> files;
    for (std::size_t i = 0; i < side.paths.size(); ++i) {
      if (side.paired[i]) continue;
      const std::string key = key_of(side, i);
      if (!key.empty()) files[key].push_back(i);
    }
    return files;
  };
  const auto targets = by_key(target);
  for (const auto& [key, files] : by_key(source)) {
    const auto found = targets.find(key);
    if (found == targets.end() || files.size() != 1 || found->second.size() != 1) continue;
    result.pairs.emplace_back(files.front(), found->second.front());
    source.paired[files.front()] = target.paired[found->second.front()] = true;
  }
}

}  // namespace

NameKey name_key(std::string_view path) {
  NameKey result;
  const std::filesystem::path given = uncompressed_name(path);
  for (const std::filesystem::path& component : given.parent_path()) {
    const std::string part = without_tags(component.string(), result.language);
    if (!part.empty()) result.key += part + '/';
  }
  std::string name = given.filename().string();
  const std::string extension = given.extension().string();
  // "report.th" ends with its language, not with a format.
  if (!extension.empty() && !language_named(std::string_view(extension).substr(1))) {
    name = given.stem().string();
  }
  result.key += without_tags(name, result.language);
  return result;
}

NamePairs pair_by_name(std::span<const std::string> source, std::span<const std::string> target,
                       Language source_language) {
  Side sources = side_of(source, source_language);
  Side targets =
      side_of(target, source_language == Language::thai ? Language::english : Language::thai);
  NamePairs result;
  const auto all = {
      KeyOf([](const Side& side, std::size_t i) { return side.keys[i]; }),
      KeyOf([](const Side& side, std::size_t i) {
        return side.keys[i] + '\n' + std::filesystem::path(side.paths[i]).extension().string();
      }),
      KeyOf([](const Side& side, std::size_t i) { return numbers_key(side.keys[i]); })};
  for (const KeyOf& key_of : all) pair_unique(sources, targets, key_of, result);
  std::ranges::sort(result.pairs);
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!sources.paired[i]) result.source_alone.push_back(i);
  }
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (!targets.paired[i]) result.target_alone.push_back(i);
  }
  return result;
}

}  // namespace thalign
