// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "text/files/zip_archive.h"

// Not installed.

namespace thalign {

/// What a paragraph style of a Word document says of the paragraphs that have it.
struct WordStyle {
  std::uint8_t heading_level = 0;  ///< 1 is outermost; 0: no heading
  bool is_list = false;
  bool is_caption = false;
};

/// The paragraph styles of a part by identifier, each with what it has from those it is based on.
std::unordered_map<std::string, WordStyle> read_word_styles(const ZipArchive& archive,
                                                            const std::string& part);

}  // namespace thalign
