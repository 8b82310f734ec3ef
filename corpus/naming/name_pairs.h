// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/language.h"

namespace thalign {

/// The path of a file without its last extension (and that of compression) and the tags of
/// languages, and the language that it names. Tags are th, tha, thai, en, eng, english, with or
/// without a region (en-GB, th_TH), as a folder or as a part of a name between `.`, `-`, `_` or a
/// space.
///
///     news/en/report.en-US.html -> "news/report", English
///     01_thai.docx              -> "01", Thai
struct NameKey {
  std::string key;
  std::optional<Language> language;
};
NameKey name_key(std::string_view path);

/// Which files of two trees belong together.
struct NamePairs {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< in the order of the source files
  std::vector<std::size_t> source_alone, target_alone;     ///< without a counterpart; ascending
};

/// Pairs files by their paths below their folders: those of the same key; of several of one key
/// those of the same extension; of what is left those with the same numbers in the same folder
/// (01-ข่าว.txt, 1 news.txt), if only one file a side has them. Files that name the other
/// language belong to neither side and are left out, so that both trees may be
/// one, if each file in it names its language.
NamePairs pair_by_name(std::span<const std::string> source, std::span<const std::string> target,
                       Language source_language);

}  // namespace thalign
