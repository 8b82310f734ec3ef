// SPDX-License-Identifier: Apache-2.0
#include "document/decode_text.h"

#include <fmt/format.h>

#include <string>

namespace thalign {

Document decode_text(std::string_view bytes, const DocumentReadOptions& options) {
  return Document::from_bytes(std::string(bytes), {.name = options.name,
                                                   .encoding = options.encoding,
                                                   .replace_invalid = options.replace_invalid});
}

void note_decoding(const Document& text, const DocumentReadOptions& options,
                   StructuredDocument& document) {
  if (options.encoding.empty() && !text.encoding().starts_with("UTF-")) {
    document.add_note(
        fmt::format("detected encoding {} (override with --encoding)", text.encoding()));
  }
  if (text.replaced() > 0) {
    document.add_note(fmt::format("{} invalid {} replaced by U+FFFD", text.replaced(),
                                  text.replaced() == 1 ? "sequence" : "sequences"));
  }
}

}  // namespace thalign
