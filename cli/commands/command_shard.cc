// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/base/exit_code.h"
#include "cli/commands/commands.h"
#include "cli/input/input.h"
#include "cli/output/output_file.h"
#include "cli/parser/option_groups.h"
#include "corpus/shards/manifest.h"
#include "text/error.h"
#include "text/files/compression.h"
#include "text/hash.h"
#include "tm/byte_source.h"

namespace thalign::cli {
namespace {

struct ShardSettings {
  std::string input, folder;
  std::size_t shards = 0;  ///< 0: by `rows`
  std::size_t rows = 0;    ///< of a shard
  MessageOptions messages;
};

/// Writes shards one after the other.
class ShardWriter {
 public:
  ShardWriter(const ShardSettings& settings, const RunFiles& files)
      : folder_(settings.folder),
        extension_(uncompressed_name(settings.input).extension().string()),
        files_(files) {
    if (extension_.empty() || settings.input == "-") extension_ = ".jsonl";
  }

  void add(std::string_view line) {
    if (!file_) {
      shards_.push_back({.file = fmt::format("shard-{:05}{}", shards_.size(), extension_),
                         .first_row = rows_,
                         .hash = hash_bytes_64("")});
      file_.emplace((folder_ / shards_.back().file).string(), files_);
    }
    Shard& shard = shards_.back();
    const std::string row = std::string(line) + '\n';
    file_->stream() << row;
    shard.hash = hash_bytes_64(row, shard.hash);
    shard.bytes += row.size();
    ++shard.rows;
    ++rows_;
  }
  void end_shard() {
    if (file_) file_->commit();
    file_.reset();
  }
  const std::vector<Shard>& shards() const { return shards_; }
  std::size_t rows() const { return rows_; }

 private:
  std::filesystem::path folder_;
  std::string extension_;
  const RunFiles& files_;
  std::optional<OutputFile> file_;
  std::vector<Shard> shards_;
  std::size_t rows_ = 0;
};

/// Lines of a file or standard input.
class LinesOfInput {
 public:
  explicit LinesOfInput(const std::string& path) : input_(open_input(path)) {}

  /// The next line without its end; nothing after the last.
  std::optional<std::string> next() {
    constexpr std::size_t kLinePiece = std::size_t{1} << 20U;
    std::size_t searched = begin_;
    for (;;) {
      const std::size_t end = buffer_.find('\n', searched);
      if (end != std::string::npos) {
        std::string line = buffer_.substr(begin_, end - begin_);
        begin_ = end + 1;
        return line;
      }
      buffer_.erase(0, std::exchange(begin_, 0));
      searched = buffer_.size();
      buffer_.resize(searched + kLinePiece);
      const std::size_t read = input_.read(buffer_.data() + searched, kLinePiece);
      buffer_.resize(searched + read);
      if (read > 0) continue;
      if (buffer_.empty()) return std::nullopt;
      return std::exchange(buffer_, {});
    }
  }

 private:
  ByteSource input_;
  std::string buffer_;
  std::size_t begin_ = 0;
};

/// Bytes of all lines. Those of a compressed file are not known before it is read once.
std::size_t size_of(const std::string& path) {
  if (compression_of_name(path) == Compression::none) return std::filesystem::file_size(path);
  LinesOfInput lines(path);
  std::size_t bytes = 0;
  while (const std::optional<std::string> line = lines.next()) bytes += line->size() + 1;
  return bytes;
}

bool is_row(const std::string& line) {
  return line.find_first_not_of(" \t\r") != std::string::npos;
}

void check_shard_settings(const ShardSettings& settings) {
  if ((settings.shards == 0) == (settings.rows == 0)) {
    throw UsageError("give either --shards or --rows; see thalign shard --help");
  }
  if (settings.shards > 0 && settings.input == "-") {
    throw UsageError(
        "--shards: the size of standard input is not known; give a file, or --rows instead");
  }
}

void run(const ShardSettings& settings) {
  namespace fs = std::filesystem;
  check_shard_settings(settings);
  RunFiles files;
  files.reads(settings.input);
  LinesOfInput lines(settings.input);
  std::error_code error;
  fs::create_directories(settings.folder, error);  // if it fails, so do the outputs
  const std::size_t size = settings.shards > 0 ? size_of(settings.input) : 0;
  ShardWriter writer(settings, files);
  std::size_t bytes = 0;
  while (const std::optional<std::string> line = lines.next()) {
    bytes += line->size() + 1;
    if (!is_row(*line)) continue;
    writer.add(*line);
    const std::size_t count = writer.shards().size();
    const bool full = settings.rows > 0 ? writer.shards().back().rows >= settings.rows
                                        : bytes * settings.shards >= size * count;
    if (full) writer.end_shard();
  }
  writer.end_shard();
  OutputFile manifest((fs::path(settings.folder) / "manifest.tsv").string(), files);
  manifest.stream() << format_manifest(writer.shards());
  manifest.commit();
  Notes(settings.messages)
      .report(fmt::format("{}: {} rows in {} shards", settings.folder, writer.rows(),
                          writer.shards().size()));
}

constexpr const char* kShardDescription =
    R"(Cuts a list of pairs, or pairs as JSON lines, into shards for many machines.

FOLDER gets the shards and manifest.tsv, which lists number, file, first row, rows, bytes and hash of each. Rows
stay whole and in order. Each shard is then aligned by itself, on any machine, and `thalign merge` puts the
results together; docs/corpora.md has a worked example with Slurm, GNU parallel and make.

Examples:
  thalign shard pairs.jsonl --shards 100 -o shards
  thalign align --shard shards/manifest.tsv --index 7
  thalign merge shards/manifest.tsv -o corpus.jsonl)";

}  // namespace

void add_shard_command(CLI::App& program, Commands& commands) {
  const auto settings = std::make_shared<ShardSettings>();
  CLI::App& parser = add_parser(program, "shard", kShardDescription);
  parser
      .add_option(
          "IN", settings->input,
          "list of pairs, or pairs as JSON lines, as thalign align takes them; - is standard "
          "input")
      ->type_name("FILE")
      ->required();
  parser.add_option("-o,--output", settings->folder, "folder for the shards, made if needed")
      ->type_name("FOLDER")
      ->required();
  parser.add_option("--shards", settings->shards, "how many shards, of about the same size")
      ->type_name("N")
      ->check(in_range(1, 1e6));
  parser.add_option("--rows", settings->rows, "rows of a shard")
      ->type_name("N")
      ->check(in_range(1, 1e12));
  add_message_options(parser, settings->messages);
  commands.push_back({&parser, [settings] { run(*settings); }});
}

}  // namespace thalign::cli
