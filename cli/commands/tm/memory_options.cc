// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/tm/memory_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>

#include "cli/base/exit_code.h"
#include "cli/output/memory_output.h"
#include "cli/output/memory_wait.h"
#include "cli/parser/option_groups.h"
#include "text/error.h"
#include "tm/date.h"

namespace thalign::cli {
namespace {

std::optional<Date> date_option(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(text);
  if (date) return date;
  throw UsageError(fmt::format(
      "{}: '{}' is not a date; write it as 2024-01-31, with a time as 2024-01-31T12:00:00Z", option,
      text));
}

const std::string& named_path(const MemoryOptions& options) {
  if (!options.path.empty()) return options.path;
  throw UsageError(
      "--memory: no translation memory is named; add -m FILE, or set memory in the configuration "
      "file");
}

LockWait wait_of(const MemoryOptions& options, const Notes& notes) {
  return memory_wait(options.path, notes,
                     std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::duration<double>(options.wait)));
}

}  // namespace

void add_memory_options(CLI::App& parser, MemoryOptions& options) {
  parser.add_option("-m,--memory", options.path, "file of the translation memory")
      ->type_name("FILE");
  parser
      .add_option("--wait", options.wait,
                  "seconds to wait for other programs that write to the memory")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(in_range(0, 1e6));
}

Memory open_memory(const MemoryOptions& options, Memory::Access access,
                   const MessageOptions& messages) {
  if (access == Memory::Access::create) refuse_compressed_memory(options.path);
  return {named_path(options), access, wait_of(options, Notes(messages))};
}

MemoryUpgrade upgrade_memory(const MemoryOptions& options) {
  return thalign::upgrade_memory(named_path(options), wait_of(options, Notes({})));
}

std::string why_nothing(const Memory& memory, const std::string& path,
                        std::span<const std::string> tags) {
  const std::vector<std::string> languages = memory.languages();
  if (languages.empty()) {
    return fmt::format("{}: holds no units; fill it with thalign tm import or thalign tm build",
                       path);
  }
  for (const std::string& tag : tags) {
    const auto has_tag = [&](const std::string& language) { return tag_matches(language, tag); };
    if (std::ranges::any_of(languages, has_tag)) continue;
    return fmt::format("{}: has no text in '{}', only in {}", path, tag,
                       fmt::join(languages, ", "));
  }
  return {};
}

void add_filter_options(CLI::App& parser, FilterOptions& options) {
  const auto add = [&](const char* name, auto& value, const char* description, const char* type) {
    return parser.add_option(name, value, description)
        ->type_name(type)
        ->configurable(false)
        ->group("Input");
  };
  add("--since", options.since, "changed on that day or later", "DATE");
  add("--until", options.until, "changed before that day", "DATE");
  add("--document", options.document, "of a document; * and ? stand for any characters", "NAME");
  add("--lang", options.language, "with a text in that language, such as th or en-GB", "TAG");
  add("--regex", options.expression, "with a text in which a regular expression is found",
      "EXPRESSION");
  add("--min-confidence", options.least_confidence, "with at least that confidence, 0 to 1", "P");
  add("--max-confidence", options.most_confidence, "with at most that confidence, 0 to 1", "P");
  add("--unit", options.units, "of that number, as query and search show it", "NUMBER");
}

MemoryFilter make_filter(const FilterOptions& options) {
  MemoryConditions conditions{.changed_from = date_option("--since", options.since),
                              .changed_before = date_option("--until", options.until),
                              .document = options.document,
                              .least_confidence = options.least_confidence,
                              .most_confidence = options.most_confidence,
                              .language = options.language,
                              .expression = options.expression,
                              .units = options.units};
  try {
    return MemoryFilter(std::move(conditions));
  } catch (const Error& error) {
    throw UsageError(fmt::format("--regex: {}", error.what()));
  }
}

}  // namespace thalign::cli
