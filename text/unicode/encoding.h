// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/error.h"

namespace thalign {

/// What a converter made of bytes.
struct Decoded {
  std::string text;          ///< valid UTF-8
  std::size_t replaced = 0;  ///< U+FFFD in place of invalid bytes
  /// Offset in the bytes of the first invalid one; npos if all are valid.
  std::size_t first_invalid = std::string_view::npos;
};

/// The name thalign uses for an encoding: its IANA name, or ICU's; "windows-874" for every 8-bit
/// Thai one. Empty if ICU does not know `name`.
std::string canonical_encoding(std::string_view name);

/// Decodes `bytes` of the encoding `canonical` by ICU. Decoding stops once more than `limit` bytes
/// of text are made. Requires: a name `canonical_encoding` returned; fewer than 2^31 bytes.
Decoded decode(std::string_view bytes, const std::string& canonical, std::size_t limit);

/// The encoding of 8-bit text that is not UTF-8, Thai or Western, by its statistics: "windows-874",
/// "windows-1252", another name (not decoded without being asked for), or empty where nothing is
/// recognised. `first_high`: offset of a byte that shows the encoding; the sample is taken around
/// it.
std::string recognise_encoding(std::string_view bytes, std::size_t first_high);

/// "UTF-16LE" or "UTF-16BE" if `bytes` look like Thai or English in it, without a byte order mark;
/// else empty.
std::string_view recognise_utf16(std::string_view bytes);

/// The error (encoding) that the byte at `offset` of the document `name` is not valid in
/// `encoding`.
Error invalid_bytes(const std::string& name, std::size_t offset, std::string_view encoding);

/// "NAME: byte N", as far as known.
std::string byte_place(const std::string& name, std::size_t offset);

}  // namespace thalign
