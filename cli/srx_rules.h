#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "segment/srx.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace thalign::cli {

/// --srx: a file of segmentation rules.
CLI::Option& add_srx_option(CLI::App& parser, std::string& path);

/// The rules that the SRX file `path` has for each of `tags`, in their order; none if `path` is
/// empty. Throws `Error` (io, format), also if the file has no rules for any of them.
std::vector<std::vector<SrxRule>> read_srx_rules(const std::string& path,
                                                 std::span<const std::string> tags);

}  // namespace thalign::cli
