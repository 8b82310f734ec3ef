// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thalign::cli {

/// A file format as the user chooses it: its name for --format, and the extension of file names.
struct Format {
  std::string_view name;
  std::string_view extension;
  /// Further extensions of files to read, with a space after each.
  std::string_view read_extensions = "";
};

/// The names and extensions of a table of formats, of any type that has both.
template <typename Table>
std::vector<Format> format_list(const Table& table) {
  std::vector<Format> list;
  list.reserve(std::size(table));
  for (const auto& format : table) {
    list.push_back({format.name, format.extension});
    if constexpr (requires { format.read_extensions; }) {
      list.back().read_extensions = format.read_extensions;
    }
  }
  return list;
}

/// The number in `formats` of the format named `given`; else, if that is empty, of the one of the
/// extension of `path` (or `-`; ASCII case and ".gz" or ".zst" behind it ignored); else, if that
/// has no extension, 0. Requires: `given` is empty or the name of one of `formats`, as
/// `add_format_option` makes sure. Throws `UsageError`: an extension that none of `formats` has;
/// `option` is what names a format then.
std::size_t format_index(std::string_view given, const std::string& path,
                         const std::vector<Format>& formats, std::string_view option);

/// The entry of a table of formats that is meant, as `format_index` finds it.
template <typename Table>
decltype(auto) choose_format(std::string_view given, const std::string& path, const Table& table,
                             std::string_view option = "--format") {
  return table[format_index(given, path, format_list(table), option)];
}

}  // namespace thalign::cli
