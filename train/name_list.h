// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace thalign {

/// A name or loan word in both scripts.
struct NamePair {
  std::string thai, latin;
};

/// Reads a list of names or terms, a pair a line: the first tab-separated column with Thai letters
/// and the one after it. A last column "False" says that the pair was found wrong; it is left out.
/// Lines without Thai (headers) and lines that start with `#` are skipped.
std::vector<NamePair> read_name_list(const std::filesystem::path& path);

}  // namespace thalign
