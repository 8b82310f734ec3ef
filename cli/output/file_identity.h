// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <compare>
#include <filesystem>
#include <optional>
#include <string>

namespace thalign::cli {

/// Which file a path means, whatever it is called: two paths mean one file if their identities are
/// equal, be they relative or absolute, symbolic or hard links, or in a linked folder.
struct FileIdentity {
  dev_t device;          ///< of the file; of its folder, if there is no file yet
  ino_t number;          ///< the same
  std::string new_name;  ///< name in that folder, if there is no file yet; else empty

  auto operator<=>(const FileIdentity&) const = default;
};

/// The identity of the regular file at `path`, or of the one that would be made there. `-` is the
/// file that descriptor `standard` is connected to. Nothing for devices, pipes and folders, which
/// can't be overwritten, and for paths that lead nowhere.
std::optional<FileIdentity> identify(const std::string& path, int standard);

/// Where the symbolic links at `path` lead, whether or not a file is there.
std::filesystem::path follow_links(std::filesystem::path path);

/// The number of the descriptor of this process that `path` is a name of, such as /dev/stdout,
/// /dev/fd/3 and /proc/self/fd/3; nothing for other paths.
std::optional<int> named_descriptor(const std::string& path);

}  // namespace thalign::cli
