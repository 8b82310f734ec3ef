// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// The name of the manual page of a command: "thalign-tm-search".
std::string manual_name(const CLI::App& command);

/// The manual page of the program or of a command, in the man macros of roff, made of its options,
/// descriptions and examples as the parser has them.
std::string manual_page(const CLI::App& command);

}  // namespace thalign::cli
