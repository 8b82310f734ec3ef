// SPDX-License-Identifier: Apache-2.0
#include "cli/align/run_signature.h"

#include <fmt/format.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "text/error.h"
#include "text/files/file.h"
#include "text/hash.h"
#include "tm/byte_source.h"

namespace thalign::cli {
namespace {

/// Options that change where and how something is said, not what.
constexpr std::array<std::string_view, 15> kOptionsWithoutEffect{
    "output",  "batch",  "jsonl",   "jobs",  "resume", "progress", "stats", "quiet",
    "verbose", "pretty", "explain", "color", "dir",    "shard",    "index"};

std::string hash(std::string_view bytes) { return fmt::format("{:016x}", hash_bytes_64(bytes)); }

std::string icu_version() {
  UVersionInfo version = {};
  u_getVersion(version);
  return fmt::format("{}.{}", version[0], version[1]);
}

/// The hash of the file in place of its name; the name where it can't be read.
std::string content(const std::string& path) {
  try {
    return "@" + hash(read_file(path));
  } catch (const Error&) {
    return path;
  }
}

}  // namespace

RunSignature run_signature(const CLI::App& command) {
  std::string text = fmt::format("thalign {}, models {}, ICU {}", THALIGN_VERSION,
                                 THALIGN_MODELS_HASH, icu_version());
  for (const CLI::Option* const option : command.get_options()) {
    if (option->get_lnames().empty() || option == command.get_help_ptr()) continue;
    const std::string& name = option->get_lnames().front();
    if (std::ranges::find(kOptionsWithoutEffect, name) != kOptionsWithoutEffect.end()) continue;
    for (const std::string& value : option->results()) {
      if (value.empty() || value == "false" || value == option->get_default_str()) continue;
      const bool file = option->get_type_name() == "FILE";
      text += fmt::format(", --{}={}", name, file ? content(value) : value);
    }
  }
  return {.id = hash(text), .text = text};
}

bool has_signature(const std::string& path, const RunSignature& signature) {
  std::string head(std::size_t{1} << 16, '\0');
  try {
    head.resize(ByteSource(path).read(head.data(), head.size()));
  } catch (const Error&) {
    return false;
  }
  return head.find(signature.id) != std::string::npos || head.find("x-run") == std::string::npos;
}

}  // namespace thalign::cli
