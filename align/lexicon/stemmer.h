// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace thalign {

/// The stem of a folded English word, so that "countries" and "country" are one symbol (Snowball's
/// English stemmer, https://snowballstem.org/algorithms/english/stemmer.html). Valid until the next
/// call in this thread. Each thread keeps the stems of the words it has met, up to
/// `kMostStemsKept`. Throws `std::bad_alloc`.
std::string_view english_stem(std::string_view word);

inline constexpr std::size_t kMostStemsKept = 20'000;

}  // namespace thalign
