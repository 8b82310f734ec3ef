// SPDX-License-Identifier: Apache-2.0
#include "corpus/shards/manifest.h"

#include <fmt/format.h>

#include <charconv>

#include "text/error.h"
#include "text/files/table.h"

namespace thalign {
namespace {

constexpr std::string_view kManifestHead = "## thalign shards 1\n";
constexpr std::size_t kManifestColumns = 6;

template <typename Number>
Number number_in(const TableRow& row, std::string_view text, int base = 10) {
  Number value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, base);
  if (error != std::errc() || rest != end) row.fail(fmt::format("'{}' is not a number", text));
  return value;
}

void refuse_other(std::string_view text, const std::string& name) {
  if (text.starts_with(kManifestHead)) return;
  throw Error(ErrorCode::format, name, "not a manifest; give the one that thalign shard wrote");
}

}  // namespace

std::string format_manifest(const std::vector<Shard>& shards) {
  std::string text(kManifestHead);
  text += "# index\tfile\tfirst row\trows\tbytes\thash\n";
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const Shard& shard = shards[i];
    text += fmt::format("{}\t{}\t{}\t{}\t{}\t{:016x}\n", i, shard.file, shard.first_row, shard.rows,
                        shard.bytes, shard.hash);
  }
  return text;
}

std::vector<Shard> parse_manifest(std::string_view text, const std::string& name) {
  refuse_other(text, name);
  std::vector<Shard> shards;
  visit_rows(text, name, [&](const TableRow& row) {
    if (row.columns.size() != kManifestColumns) row.fail("not a line of a manifest; make it again");
    if (number_in<std::size_t>(row, row.columns[0]) != shards.size()) {
      row.fail(fmt::format("shard {} should be here; each must be listed once, in order",
                           shards.size()));
    }
    shards.push_back({.file = std::string(row.columns[1]),
                      .first_row = number_in<std::size_t>(row, row.columns[2]),
                      .rows = number_in<std::size_t>(row, row.columns[3]),
                      .bytes = number_in<std::size_t>(row, row.columns[4]),
                      .hash = number_in<std::uint64_t>(row, row.columns[5], 16)});
  });
  return shards;
}

std::string format_record(const ShardRecord& record) {
  return fmt::format(
      "shard hash\t{:016x}\nrun\t{}\nrows\t{}\nfailed\t{}\nunits\t{}\nbytes\t{}\nhash\t{:016x}\n",
      record.shard_hash, record.run, record.rows, record.failed, record.units, record.bytes,
      record.hash);
}

ShardRecord parse_record(std::string_view text, const std::string& name) {
  ShardRecord record;
  std::size_t found = 0;
  visit_rows(text, name, [&](const TableRow& row) {
    if (row.columns.size() != 2) row.fail("not a record of a shard; delete it and run again");
    const std::string_view key = row.columns[0], value = row.columns[1];
    ++found;
    if (key == "shard hash") {
      record.shard_hash = number_in<std::uint64_t>(row, value, 16);
    } else if (key == "run") {
      record.run = value;
    } else if (key == "rows") {
      record.rows = number_in<std::size_t>(row, value);
    } else if (key == "failed") {
      record.failed = number_in<std::size_t>(row, value);
    } else if (key == "units") {
      record.units = number_in<std::size_t>(row, value);
    } else if (key == "bytes") {
      record.bytes = number_in<std::size_t>(row, value);
    } else if (key == "hash") {
      record.hash = number_in<std::uint64_t>(row, value, 16);
    } else {
      row.fail(fmt::format("unknown name '{}'; delete the file and run again", key));
    }
  });
  constexpr std::size_t kFields = 7;
  if (found != kFields) {
    throw Error(ErrorCode::format, name, "not a record of a shard; delete it and run again");
  }
  return record;
}

std::string index_ranges(const std::vector<std::size_t>& indices) {
  std::string text;
  for (std::size_t i = 0; i < indices.size();) {
    std::size_t end = i + 1;
    while (end < indices.size() && indices[end] == indices[end - 1] + 1) ++end;
    text += fmt::format("{}{}", text.empty() ? "" : ",", indices[i]);
    if (end > i + 1) text += fmt::format("-{}", indices[end - 1]);
    i = end;
  }
  return text;
}

}  // namespace thalign
