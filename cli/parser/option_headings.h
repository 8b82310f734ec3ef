// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace CLI {
class App;
}  // namespace CLI

#include <array>
#include <string_view>

namespace thalign::cli {

/// The headings under which help shows options, in this order; what belongs to none comes last.
inline constexpr std::array<std::string_view, 6> kOptionHeadings{
    "Input", "Output", "Quality", "Many pairs", "Display", "Other options"};

/// Puts the options of `program` and of all its commands under their headings. Options that are
/// hidden stay so, and those whose group is one of the headings keep it.
void put_under_headings(CLI::App& program);

}  // namespace thalign::cli
