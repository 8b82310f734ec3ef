// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/align/align_shard.h"
#include "cli/base/exit_code.h"
#include "cli/commands/commands.h"
#include "cli/input/file_hash.h"
#include "cli/input/input.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "text/error.h"
#include "text/hash.h"

namespace thalign::cli {
namespace {

struct MergeSettings {
  std::string manifest;
  std::string parts;  ///< folder; empty: beside the manifest
  std::string output = "-";
  bool missing = false;  ///< print the shards that are not done
  MessageOptions messages;
};

/// The shards that are not done, or were when they had another content; the content of their parts
/// is not looked at.
std::vector<std::size_t> missing_shards(const ShardFolder& folder) {
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < folder.shards().size(); ++i) {
    const std::string file = folder.record_file(i);
    const bool there =
        std::filesystem::exists(file) && std::filesystem::exists(folder.part_file(i));
    if (!there || parse_record(read_input(file), file).shard_hash != folder.shards()[i].hash) {
      missing.push_back(i);
    }
  }
  return missing;
}

/// Parts that belong to no shard: of other shards that were here before.
void refuse_strangers(const ShardFolder& folder) {
  std::set<std::string> expected;
  for (std::size_t i = 0; i < folder.shards().size(); ++i) expected.insert(folder.part_file(i));
  for (const auto& entry : std::filesystem::directory_iterator(folder.parts())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("part-") || entry.path().extension() != ".jsonl") continue;
    if (expected.contains(entry.path().string())) continue;
    throw Error(ErrorCode::format, entry.path().string(),
                "belongs to no shard of the manifest; remove what is left of other shards");
  }
}

std::vector<ShardRecord> all_records(const ShardFolder& folder, const std::string& manifest) {
  const std::vector<std::size_t> missing = missing_shards(folder);
  if (!missing.empty()) {
    throw Error(ErrorCode::format, manifest,
                fmt::format("{} of {} shards are not done: {}; align them first", missing.size(),
                            folder.shards().size(), index_ranges(missing)));
  }
  std::vector<ShardRecord> records;
  for (std::size_t i = 0; i < folder.shards().size(); ++i) {
    const std::string file = folder.record_file(i);
    records.push_back(parse_record(read_input(file), file));
    if (records.back().run != records.front().run) {
      throw Error(ErrorCode::format, file,
                  fmt::format("was made by another program or with other options than {}; align "
                              "all shards alike",
                              folder.record_file(0)));
    }
  }
  return records;
}

/// Appends a part; it must be what its record says.
void append_part(std::ostream& out, const std::string& path, const ShardRecord& record) {
  constexpr std::size_t kMergedPiece = std::size_t{1} << 20U;
  ByteReader part{std::filesystem::path(path)};
  std::uint64_t hash = hash_bytes_64("");
  for (std::string piece; part.append_to(piece, kMergedPiece) > 0; piece.clear()) {
    hash = hash_bytes_64(piece, hash);
    out << piece;
  }
  if (hash == record.hash) return;
  throw Error(ErrorCode::format, path,
              "has changed since it was made; delete it and align its shard again");
}

void run(const MergeSettings& settings) {
  const ShardFolder folder(settings.manifest, settings.parts);
  if (settings.missing) {
    std::cout << index_ranges(missing_shards(folder)) << '\n';
    return;
  }
  const std::vector<ShardRecord> records = all_records(folder, settings.manifest);
  if (!records.empty()) refuse_strangers(folder);
  RunFiles files;
  files.reads(settings.manifest);
  for (std::size_t i = 0; i < records.size(); ++i) files.reads(folder.part_file(i));
  OutputFile output(settings.output, files);
  std::size_t rows = 0, failed = 0, units = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    append_part(output.stream(), folder.part_file(i), records[i]);
    rows += records[i].rows;
    failed += records[i].failed;
    units += records[i].units;
  }
  output.commit();
  Notes(settings.messages)
      .report(fmt::format("{}: {} pairs of {} shards, {} units; {} pairs failed",
                          output_name(settings.output), rows, records.size(), units, failed));
}

constexpr const char* kMergeDescription =
    R"(Puts together what was made of the shards of thalign shard.

Each shard of the manifest must be done exactly once, by the same program with the same options, and unchanged
since: then the result is, byte for byte, what one run over all rows writes. It is JSON lines, for `thalign
filter` and `thalign convert`.

Examples:
  thalign merge shards/manifest.tsv -o corpus.jsonl
  thalign merge shards/manifest.tsv --missing)";

}  // namespace

void add_merge_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<MergeSettings>();
  CLI::App& parser = add_parser(program, "merge", kMergeDescription);
  parser.add_option("MANIFEST", settings->manifest, "manifest.tsv of thalign shard")
      ->type_name("FILE")
      ->required();
  parser
      .add_option("--parts", settings->parts,
                  "folder that the outputs of the shards are in; without it aligned/ beside the "
                  "manifest")
      ->type_name("FOLDER");
  add_output_option(parser, settings->output);
  parser.add_flag("--missing", settings->missing,
                  "print the numbers of the shards that are not done, as a job array of Slurm "
                  "takes them, and do nothing else");
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli
