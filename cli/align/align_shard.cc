// SPDX-License-Identifier: Apache-2.0
#include "cli/align/align_shard.h"

#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <optional>

#include "cli/align/align_many.h"
#include "cli/align/bead_statistics.h"
#include "cli/base/exit_code.h"
#include "cli/input/file_hash.h"
#include "cli/output/output_file.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

namespace fs = std::filesystem;

/// Whether the part and its record are there and those of this run.
bool is_done_shard(const ShardFolder& folder, std::size_t index, const RunSignature& signature) {
  const std::string file = folder.record_file(index);
  if (!fs::exists(file) || !fs::exists(folder.part_file(index))) return false;
  const ShardRecord record = parse_record(read_input(file), file);
  return record.shard_hash == folder.shards()[index].hash && record.run == signature.line() &&
         record.hash == hash_file(folder.part_file(index)).hash;
}

void check_shard(const ShardFolder& folder, std::size_t index) {
  const FileHash found = hash_file(folder.shard_file(index));
  if (found.hash == folder.shards()[index].hash) return;
  throw Error(
      ErrorCode::format, folder.shard_file(index),
      "not the file that the manifest lists: its content has changed; cut the shards again");
}

/// Aligns all rows; some may fail.
std::optional<PartialFailure> align_rows(const AlignRun& run, const std::string& shard,
                                         std::size_t first_row) {
  try {
    if (fs::path(shard).extension() == ".jsonl") {
      std::ifstream in(shard, std::ios::binary);
      align_lines(run, {&in, shard, first_row});
    } else {
      align_batch(run);
    }
  } catch (const PartialFailure& failure) {
    return failure;
  }
  return std::nullopt;
}

}  // namespace

ShardFolder::ShardFolder(const std::string& manifest, const std::string& parts)
    : folder_(fs::path(manifest).parent_path()),
      parts_(parts.empty() ? folder_ / "aligned" : fs::path(parts)),
      shards_(parse_manifest(read_input(manifest), manifest)) {}

std::string ShardFolder::shard_file(std::size_t index) const {
  return (folder_ / shards_[index].file).string();
}

std::string ShardFolder::part_file(std::size_t index) const {
  return (parts_ / fmt::format("part-{:05}.jsonl", index)).string();
}

std::string ShardFolder::record_file(std::size_t index) const {
  return (parts_ / fmt::format("part-{:05}.done", index)).string();
}

void align_shard(AlignRun run) {
  const Notes notes(run.settings.messages);
  const std::size_t index = *run.settings.index;
  const ShardFolder folder(run.settings.shard,
                           run.settings.output.path == "-" ? "" : run.settings.output.path);
  if (index >= folder.shards().size()) {
    throw UsageError(fmt::format("--index {}: {} lists shards 0 to {}", index, run.settings.shard,
                                 static_cast<std::ptrdiff_t>(folder.shards().size()) - 1));
  }
  if (is_done_shard(folder, index, run.signature)) {
    return notes.detail(fmt::format("{}: is done", folder.part_file(index)));
  }
  check_shard(folder, index);
  std::error_code error;
  fs::create_directories(folder.parts(), error);  // if it fails, so does the output
  const std::string shard = folder.shard_file(index), part = folder.part_file(index);
  run.settings.output = {.path = part, .format = "jsonl"};
  if (fs::path(shard).extension() != ".jsonl") run.settings.batch = shard;
  run.files.reads(run.settings.shard);
  run.files.reads(shard);
  BeadStatistics total;
  run.total = &total;
  const auto failure = align_rows(run, shard, folder.shards()[index].first_row);
  const FileHash made = hash_file(part);
  OutputFile record(folder.record_file(index), run.files);
  record.stream() << format_record({.shard_hash = folder.shards()[index].hash,
                                    .run = run.signature.line(),
                                    .rows = folder.shards()[index].rows,
                                    .failed = total.failed,
                                    .units = made.lines,
                                    .bytes = made.bytes,
                                    .hash = made.hash});
  record.commit();
  if (failure) throw PartialFailure(*failure);
}

}  // namespace thalign::cli
