// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace thalign {

enum class ErrorCode {
  io,        ///< a file can't be opened, read, written or renamed
  encoding,  ///< bytes that are not valid in the encoding given or detected
  language,  ///< the text is not in the language it should be in
  format,    ///< a structured file (gold, TMX, ...) breaks its format
  limit,     ///< the input is larger than the library handles
};

/// The only exception the library throws, and only where data or resources enter. `what()` is one
/// line for the user: "PLACE: what is wrong; what to do about it". PLACE is a file name,
/// "file:line", "file:line:column", or "file: byte N", as far as it is known; it may be empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string_view place, std::string_view message)
      : std::runtime_error(place.empty() ? std::string(message)
                                         : std::string(place).append(": ").append(message)),
        code_(code),
        place_size_(place.size()) {}

  ErrorCode code() const { return code_; }
  /// PLACE of `what()`; may be empty.
  std::string_view place() const& { return std::string_view(what()).substr(0, place_size_); }
  std::string_view place() const&& = delete;

 private:
  ErrorCode code_;
  std::size_t place_size_;
};

}  // namespace thalign
#pragma GCC visibility pop
