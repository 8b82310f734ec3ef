// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "segment/srx/srx.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace thalign::cli {

/// An SRX file of the user, read once for all texts. Threads may look at it at once.
struct SrxInput {
  std::string path;                               ///< empty: none
  std::shared_ptr<const SrxFile> file = nullptr;  ///< null: none, or not read yet
};

/// --srx: a file of segmentation rules.
CLI::Option& add_srx_option(CLI::App& parser, SrxInput& srx);

/// Reads the file at `path`, if that is not empty. Throws `Error` (io, format).
SrxInput read_srx(const std::string& path);

/// The rules that a file has for each of `tags`, in their order; none without a file. Requires: it
/// has been read. Throws `Error` (format) if the file has no rules for any of them.
std::vector<std::vector<SrxRule>> srx_rules(const SrxInput& srx, std::span<const std::string> tags);

}  // namespace thalign::cli
