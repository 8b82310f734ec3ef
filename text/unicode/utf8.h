// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thalign {

/// What is wrong with bytes as UTF-8. Characters are counted outside ASCII only.
struct Utf8Check {
  std::size_t first_invalid =
      std::string_view::npos;  ///< offset of the first invalid byte; npos: valid
  std::size_t invalid = 0;     ///< maximal invalid subparts, each of which U+FFFD would stand for
  std::size_t characters = 0;  ///< valid characters of two bytes and more

  bool valid() const { return invalid == 0; }
};

/// Offset of the first byte that is not valid UTF-8; npos if there is none.
std::size_t first_invalid_utf8(std::string_view bytes);

/// Counts the valid and invalid sequences of `bytes`.
Utf8Check check_utf8(std::string_view bytes);

/// `bytes` with U+FFFD in place of each maximal invalid subpart.
std::string replace_invalid_utf8(std::string_view bytes);

}  // namespace thalign
