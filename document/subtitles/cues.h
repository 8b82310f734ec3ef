// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/structured_document.h"

// Subtitles. Not installed.

namespace thalign {

/// What is shown together: its lines, without marks of formatting.
struct Cue {
  TimeSpan time = {};
  std::vector<std::string> lines;
};

/// "00:01:02,345 --> 00:01:04.000 ...": the times of a cue, of SubRip or WebVTT; nothing for
/// another line.
std::optional<TimeSpan> parse_cue_times(std::string_view line);

/// The cues of a SubRip or WebVTT file in their order. Numbers, identifiers, settings, comments and
/// styles are left out; so are tags, `{\an8}` and the like, and cues without text. Requires: valid
/// UTF-8.
std::vector<Cue> parse_cues(std::string_view text);

/// The text of cues: those that follow each other without a pause are one block, since sentences
/// run on from one cue to the next. Inside a block cues stand on lines of their own where a
/// sentence visibly ends, else one space apart: the aligner decides. Lines of a dialogue ("- Yes?")
/// are blocks.
StructuredDocument joined_cues(const std::vector<Cue>& cues);

}  // namespace thalign
