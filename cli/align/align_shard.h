// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/align/align_run.h"
#include "corpus/shards/manifest.h"

namespace thalign::cli {

/// The shards of `thalign shard`, where they lie, and where what is made of them goes.
class ShardFolder {
 public:
  /// `parts`: the folder of the outputs; empty: "aligned" beside the manifest. Throws `Error`.
  ShardFolder(const std::string& manifest, const std::string& parts);

  const std::vector<Shard>& shards() const& { return shards_; }
  const std::filesystem::path& parts() const& { return parts_; }
  std::string shard_file(std::size_t index) const;
  /// "part-00012.jsonl", and its record, "part-00012.done".
  std::string part_file(std::size_t index) const;
  std::string record_file(std::size_t index) const;

 private:
  std::filesystem::path folder_, parts_;
  std::vector<Shard> shards_;
};

/// Aligns the pairs of shard `settings.index` of the manifest `settings.shard`. The output depends
/// on nothing but the shard, program, models and options. It is put in its place whole,
/// then its record; if both are there and right, nothing is done. Throws as `align_batch`.
void align_shard(AlignRun run);

}  // namespace thalign::cli
