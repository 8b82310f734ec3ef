// SPDX-License-Identifier: Apache-2.0
#include "cli/output/run_files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "cli/base/exit_code.h"
#include "cli/input/config_file.h"
#include "cli/output/output_file.h"

namespace thalign::cli {

RunFiles::RunFiles() { reads(config_path()); }

RunFiles RunFiles::none() {
  RunFiles files;
  files.files_.clear();
  return files;
}

void RunFiles::add(const std::string& path, int standard, const Use& use) {
  if (const auto file = identify(path, standard)) files_.try_emplace(*file, use);
}

void RunFiles::reads(const std::string& path, const std::string& place) {
  // A file that is not there can't be lost.
  std::error_code ignored;
  if (path != "-" && !std::filesystem::exists(path, ignored)) return;
  add(path, STDIN_FILENO, {Role::input, place});
}

void RunFiles::uses_memory(const std::string& path) {
  if (path.empty()) return;
  std::error_code error;
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
  const std::string name = error ? path : target.string();
  for (const char* const ending : {"", "-wal", "-shm", "-journal"}) {
    add(name + ending, STDIN_FILENO, {Role::memory, ""});
  }
}

void RunFiles::writes_memory(const std::string& path) {
  refuse_if_read(path);
  uses_memory(path);
}

void RunFiles::writes(const std::string& path, const std::string& place) {
  const auto file = identify(path, STDOUT_FILENO);
  if (!file) return;
  const auto [entry, is_new] = files_.try_emplace(*file, Use{Role::output, place});
  if (!is_new) fail(path, place, entry->second);
}

void RunFiles::refuse_if_read(const std::string& output, const std::string& place) const {
  const auto file = identify(output, STDOUT_FILENO);
  const auto used = file ? files_.find(*file) : files_.end();
  if (used != files_.end() && used->second.role != Role::output) fail(output, place, used->second);
}

void RunFiles::fail(const std::string& output, const std::string& place, const Use& use) {
  const std::string name =
      place.empty() ? output_name(output) + ":" : fmt::format("{}: {}", place, output_name(output));
  std::string what;
  switch (use.role) {
    case Role::input:
      what = place.empty() || use.place.empty() ? "is an input and the output"
                                                : "is an input of " + use.place;
      break;
    case Role::memory:
      what = "belongs to the translation memory";
      break;
    case Role::output:
      what = use.place.empty() ? "is an output already" : "is the output of " + use.place + ", too";
      break;
  }
  throw UsageError(fmt::format("{} {}; choose another output", name, what));
}

}  // namespace thalign::cli
