// SPDX-License-Identifier: Apache-2.0
#include "cli/base/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <iterator>

#include "cli/base/exit_code.h"
#include "text/files/compression.h"

namespace thalign::cli {
namespace {

std::string names(const std::vector<Format>& formats) {
  std::string list;
  for (const Format& format : formats) list.append(list.empty() ? "" : ", ").append(format.name);
  return list;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::size_t format_index(std::string_view given, const std::string& path,
                         const std::vector<Format>& formats, std::string_view option) {
  const auto index = [&](auto found) {
    return static_cast<std::size_t>(std::distance(formats.begin(), found));
  };
  if (!given.empty()) {
    const auto found = std::ranges::find(formats, given, &Format::name);
    assert(found != formats.end());
    return index(found);
  }
  const std::string extension = lower_ascii(uncompressed_name(path).extension().string());
  if (extension.empty() || path == "-") return 0;
  const auto found = std::ranges::find_if(formats, [&](const Format& format) {
    return extension == format.extension ||
           format.read_extensions.find(extension + " ") != std::string_view::npos;
  });
  if (found != formats.end()) return index(found);
  throw UsageError(fmt::format("{}: unknown format '{}'; use {} with one of: {}", path, extension,
                               option, names(formats)));
}

}  // namespace thalign::cli
