// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "segment/unit_stream.h"

namespace thalign::cli {

/// A sentence or unit to write.
struct OutputSegment {
  std::uint64_t begin, end;  ///< code points of the text
  double break_probability;  ///< that a sentence ends after it
  std::string_view text;
};

/// A format of output segments.
struct SegmentFormat {
  std::string_view name, extension;
  std::string_view head;  ///< what comes before all
  std::string (*line)(const OutputSegment& segment);
};

/// The first is the default.
std::span<const SegmentFormat> segment_formats();

/// Joins units to sentences and writes each as `thalign segment` does.
class SegmentWriter {
 public:
  /// `threshold`: log-odds above which a sentence ends; minus infinity: every unit is a segment.
  /// Requires: `out` outlives the object.
  SegmentWriter(std::ostream& out, const SegmentFormat& format, float threshold);

  /// Reports lines that are joined in the text to come: `at`, code points of the joined text
  /// before the place, and how many more the original has there. Requires: ascending.
  void add_joint(std::uint64_t at, std::int64_t more);

  /// The next unit of the text.
  void add(const StreamedUnit& unit);

 private:
  struct Joint {
    std::uint64_t at;
    std::int64_t more;
  };

  /// Place in the original of code point `position` of the joined text. `passes`: joints there are
  /// passed. Requires: ascending places.
  std::uint64_t original(std::uint64_t position, bool passes);

  std::ostream& out_;
  const SegmentFormat& format_;
  float threshold_;
  std::uint64_t position_ = 0;  // code points of the joined text read
  std::uint64_t begin_ = 0;     // of the segment in the original
  std::deque<Joint> joints_;    // not passed
  std::int64_t more_ = 0;       // code points that the original has more up to the last one passed
  std::string text_;
};

}  // namespace thalign::cli
