// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/base/messages.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_filter.h"

// Options that the commands of `thalign tm` share.

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// Which memory, and how patiently.
struct MemoryOptions {
  std::string path;
  double wait = 300.0;  ///< seconds that other writers are waited for
};

/// -m, --memory and --wait
void add_memory_options(CLI::App& parser, MemoryOptions& options);
/// Opens the memory. Throws `UsageError`: none is named; `Error` as `Memory`.
Memory open_memory(const MemoryOptions& options, Memory::Access access,
                   const MessageOptions& messages = {});
/// Brings the memory up to date. Throws likewise.
MemoryUpgrade upgrade_memory(const MemoryOptions& options);

/// Why nothing at all can be found in the memory of that path: it has no units, or no text in one
/// of the languages `tags`. Empty: it could have been.
std::string why_nothing(const Memory& memory, const std::string& path,
                        std::span<const std::string> tags);

/// Which units.
struct FilterOptions {
  std::string since, until;  ///< dates
  std::string document, language, expression;
  std::optional<double> least_confidence, most_confidence;
  std::vector<std::int64_t> units;
};

/// --since, --until, --document, --lang, --regex, --min-confidence, --max-confidence, --unit
void add_filter_options(CLI::App& parser, FilterOptions& options);
/// Throws `UsageError`: no date, no regular expression.
MemoryFilter make_filter(const FilterOptions& options);

}  // namespace thalign::cli
