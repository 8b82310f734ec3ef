// SPDX-License-Identifier: Apache-2.0
#include "cli/input/folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "text/error.h"

namespace thalign::cli {

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> paths;
  const auto is_hidden = [](const std::filesystem::path& path) {
    return path.filename().string().starts_with('.');
  };
  try {
    for (auto at = std::filesystem::recursive_directory_iterator(folder);
         at != std::filesystem::end(at); ++at) {
      if (is_hidden(at->path())) {
        if (at->is_directory()) at.disable_recursion_pending();
      } else if (at->is_regular_file()) {
        paths.push_back(at->path().string());
      }
    }
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorCode::io, folder,
                fmt::format("can't be read: {}; check its rights", error.code().message()));
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace thalign::cli
