// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {

/// A part of a large file of lines, in a file of its own.
struct Shard {
  std::string file;           ///< below the folder of the manifest
  std::size_t first_row = 0;  ///< lines of the whole file before it
  std::size_t rows = 0;       ///< lines
  std::size_t bytes = 0;
  std::uint64_t hash = 0;  ///< `hash_bytes_64` of its bytes
  friend bool operator==(const Shard&, const Shard&) = default;
};

/// What `thalign shard` writes beside the shards, as a table: a line "## thalign shards 1", names
/// of the columns after `#`, then a line a shard: index, file, first row, rows, bytes, hash.
std::string format_manifest(const std::vector<Shard>& shards);

/// Throws `Error` (format) naming `name` and line: no manifest, a column that is not a number, an
/// index that is not that of the line.
std::vector<Shard> parse_manifest(std::string_view text, const std::string& name);

/// What is known of a shard that was worked on: lines "NAME<tab>VALUE".
struct ShardRecord {
  std::uint64_t shard_hash = 0;  ///< of the shard as it was then
  std::string run;               ///< program, models and options
  std::size_t rows = 0, failed = 0;
  std::size_t units = 0;  ///< lines of the output
  std::size_t bytes = 0;
  std::uint64_t hash = 0;  ///< of the output
  friend bool operator==(const ShardRecord&, const ShardRecord&) = default;
};
std::string format_record(const ShardRecord& record);
/// Throws `Error` (format) naming `name`.
ShardRecord parse_record(std::string_view text, const std::string& name);

/// Indices as ranges, "0-3,7", which Slurm's --array takes. Requires: ascending.
std::string index_ranges(const std::vector<std::size_t>& indices);

}  // namespace thalign
