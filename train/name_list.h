#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace thalign {

/// A name or loan word in both scripts.
struct NamePair {
  std::string thai, latin;
};

/// Reads a list of names: tab-separated, Thai in the last column but one, Latin letters in the
/// last. A further last column "True" or "False" says whether the pair was checked and found right;
/// those found wrong are left out. Lines without Thai (headers) and lines that start with `#` are
/// skipped.
std::vector<NamePair> read_name_list(const std::filesystem::path& path);

}  // namespace thalign
