// SPDX-License-Identifier: Apache-2.0
#include "cli/input/srx_rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "text/error.h"
#include "text/files/file.h"

namespace thalign::cli {

CLI::Option& add_srx_option(CLI::App& parser, SrxInput& srx) {
  return *parser
              .add_option("--srx", srx.path,
                          "SRX 2.0 file whose rules decide where sentences end, in the languages "
                          "it has rules for")
              ->type_name("FILE");
}

SrxInput read_srx(const std::string& path) {
  if (path.empty()) return {};
  return {path, std::make_shared<const SrxFile>(SrxFile::parse(read_file(path), path))};
}

std::vector<std::vector<SrxRule>> srx_rules(const SrxInput& srx,
                                            std::span<const std::string> tags) {
  std::vector<std::vector<SrxRule>> rules(tags.size());
  if (!srx.file) return rules;
  std::ranges::transform(tags, rules.begin(),
                         [&](const std::string& tag) { return srx.file->rules(tag); });
  if (std::ranges::all_of(rules, [](const auto& some) { return some.empty(); })) {
    throw Error(
        ErrorCode::format, srx.path,
        fmt::format("has no rules for {}; add a languagemap for it", fmt::join(tags, " or ")));
  }
  return rules;
}

}  // namespace thalign::cli
