// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace thalign {

/// How many bytes of `text` from `begin` on are an address that is not text of any language: a URL
/// (`https://...`, `www....`), an e-mail address, or a host name in small letters of a common
/// top-level domain (`example.go.th/news`); 0 if none begins there. Thai belongs to a URL only
/// after a mark that parts its path or query (`/wiki/...`), since Thai writes no space after one.
///
/// Requires: `begin` is a character boundary.
std::size_t address_at(std::string_view text, std::size_t begin);

/// Whether it is worth to look for addresses in `text`: false only if it has none, and for most
/// texts. Much quicker than to look.
bool may_have_address(std::string_view text);

}  // namespace thalign
