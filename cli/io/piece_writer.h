#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "segment/unit_stream.h"

namespace thalign::cli {

/// Joins units to sentences and writes each as `thalign segment` does: text, tsv or jsonl.
class PieceWriter {
 public:
  /// `threshold`: log-odds above which a sentence ends; minus infinity: every unit is a piece.
  /// Requires: `out` outlives the object.
  PieceWriter(std::ostream& out, std::string_view format, float threshold);

  /// The next unit of the text.
  void add(const StreamedUnit& unit);

 private:
  void write(double break_probability);

  std::ostream& out_;
  std::string format_;
  float threshold_;
  std::uint64_t position_ = 0;  // code points read
  std::uint64_t begin_ = 0;     // of the piece
  std::string piece_;
};

}  // namespace thalign::cli
