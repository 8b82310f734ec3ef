// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace thalign::cli {

/// Paths of two texts that translate each other, in either order of languages.
struct PathPair {
  std::string source, target;
};

/// The document pairs of `path`: of a folder, its files NAME.th.txt and NAME.en.txt, by name; of a
/// file, its lines of two tab-separated paths, further columns (outputs) ignored. Throws `Error`:
/// io; format, naming the line, if one does not have two paths; format, if there is no pair.
std::vector<PathPair> list_pairs(const std::string& path);

}  // namespace thalign::cli
