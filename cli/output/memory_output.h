// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/base/messages.h"
#include "tm/memory/memory.h"

namespace thalign::cli {

/// Gives a unit that is not to be stored to `writer`: its texts are neighbours of those beside
/// them. For `writer` each text is a unit.
void add_neighbours(MemoryWriter& writer, const TranslationUnit& unit);

/// Throws `UsageError`: a memory is to be made under a name that says it is compressed, which a
/// memory never is. One that is there has the name that it has.
void refuse_compressed_memory(const std::string& path);

/// A translation memory that aligned units are added to. Unlike other outputs it is not written as
/// a whole: a run that is interrupted leaves what it has committed, some thousand units at a time.
class MemoryOutput {
 public:
  /// Opens the memory if it is there; else it is made when the first unit comes, so that a run that
  /// fails before leaves none. Requires: the run has declared it (`RunFiles`). Throws `UsageError`:
  /// standard output; `Error` as `Memory`. `notes`: says what is waited for.
  MemoryOutput(std::string path, const Notes& notes);

  void write(const TranslationUnit& unit) { writer().add(unit); }
  /// A unit that is not stored.
  void skip(const TranslationUnit& unit) { add_neighbours(writer(), unit); }
  ImportCounts finish() { return writer().finish(); }

 private:
  MemoryWriter& writer();

  std::string path_;
  Notes notes_;
  std::optional<Memory> memory_;
  std::optional<MemoryWriter> writer_;
};

}  // namespace thalign::cli
