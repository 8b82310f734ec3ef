#pragma once

#include <filesystem>
#include <string>

namespace thalign {

/// All bytes of the file at `path`. Throws `Error` (io): missing, a directory, unreadable; (limit):
/// more than 2 GiB.
std::string read_file(const std::filesystem::path& path);

}  // namespace thalign
