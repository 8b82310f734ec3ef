// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace thalign::cli {

/// The candidate that `given` most likely was meant to be: fewest letters left out, put in,
/// exchanged or swapped with a neighbour, ASCII case aside; the first of equals. Nothing if none is
/// near, that is, if more than a third of the letters would have to change.
std::optional<std::string> closest(std::string_view given, std::span<const std::string> candidates);

/// What to do about a word that is none of `candidates`: "did you mean 'align'?", or "give one of:
/// align, segment" if none is near.
std::string suggest(std::string_view given, std::span<const std::string> candidates);

}  // namespace thalign::cli
