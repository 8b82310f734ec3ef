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
struct Piece {
  std::uint64_t begin, end;  ///< code points of the text
  double break_probability;  ///< that a sentence ends after it
  std::string_view text;
};

/// A format of pieces.
struct PieceFormat {
  std::string_view name, extension;
  std::string_view head;  ///< what comes before all
  std::string (*line)(const Piece& piece);
};

/// The first is the default.
std::span<const PieceFormat> piece_formats();

/// Joins units to sentences and writes each as `thalign segment` does.
class PieceWriter {
 public:
  /// `threshold`: log-odds above which a sentence ends; minus infinity: every unit is a piece.
  /// Requires: `out` outlives the object.
  PieceWriter(std::ostream& out, const PieceFormat& format, float threshold);

  /// Tells of lines that are joined in the text to come: `at`, code points of the joined text
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
  const PieceFormat& format_;
  float threshold_;
  std::uint64_t position_ = 0;  // code points of the joined text read
  std::uint64_t begin_ = 0;     // of the piece in the original
  std::deque<Joint> joints_;    // not passed
  std::int64_t more_ = 0;       // code points that the original has more up to the last one passed
  std::string piece_;
};

}  // namespace thalign::cli
