// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace thalign {

/// Whether a Thai and an English text name different numbers: each has one that the other does not
/// have, in digits or words, as a year of either era, or as one of its readings. One that only one
/// of them has says nothing: the other may say "both" or leave it out.
bool numbers_disagree(std::string thai, std::string english);

}  // namespace thalign
