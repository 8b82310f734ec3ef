// SPDX-License-Identifier: Apache-2.0
#include "document/decode_text.h"
#include "document/readers.h"
#include "document/subtitles/cues.h"

namespace thalign {

StructuredDocument read_subtitles(std::string_view bytes, const DocumentReadOptions& options) {
  const Document text = decode_text(bytes, options);
  StructuredDocument document = joined_cues(parse_cues(text.text()));
  note_decoding(text, options, document);
  return document;
}

}  // namespace thalign
