// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

#include "cli/output/recorded_file.h"

namespace thalign::cli {

/// A new file in the folder of the file it will replace.
///
/// It has no name until it takes its place, where the file system can do that (O_TMPFILE): nothing
/// is left, however the process ends. Elsewhere it has a hidden name made from that of the target;
/// it is removed when the object dies, when a signal that can be caught ends the process, and,
/// after one that can't, by the next `TemporaryFile` of the same target. Any thread may hold some;
/// at most 1024 have a name at a time.
class TemporaryFile {
 public:
  /// Throws `std::system_error` if it can't be created.
  explicit TemporaryFile(std::filesystem::path target);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  /// Open for writing, as long as this object lives.
  int descriptor() const { return descriptor_; }

  /// Puts files in the places of their targets, all or none. A target is always there, the old one
  /// or the new one. Of several, a process that is killed in between may leave one missing, with
  /// the old one under a hidden name, but never an old one beside a new one. Throws
  /// `std::filesystem::filesystem_error` naming the target.
  static void put_in_place(std::span<TemporaryFile* const> files);

  /// The folder that the file is or will be in.
  std::filesystem::path folder() const;
  /// Puts the names of files in a folder on the disk. Throws `std::filesystem::filesystem_error`.
  static void sync_folder(const std::filesystem::path& folder);

 private:
  bool create_nameless();
  void create_named();
  void give_name();
  std::filesystem::path hidden_name(std::size_t number) const;
  static void swap(std::span<TemporaryFile* const> files);
  static void restore_interrupted(std::span<TemporaryFile* const> files);

  std::filesystem::path target_;
  std::filesystem::path old_;   ///< where the old file is while several are put in place
  std::filesystem::path path_;  ///< empty: it has no name
  std::optional<RecordedFile> recorded_;
  int descriptor_ = -1;
};

}  // namespace thalign::cli
