#include <algorithm>
#include <utility>
#include <vector>

#include "segment/segment.h"

namespace thalign {
namespace {

/// Line ends of a gap between words; a carriage return and line feed are one.
std::ptrdiff_t line_ends(std::string_view gap) {
  const std::ptrdiff_t feeds = std::count(gap.begin(), gap.end(), '\n');
  return feeds > 0 ? feeds : std::count(gap.begin(), gap.end(), '\r');
}

/// Where the batch of lines that begins at `begin` ends: at the first line end after so many bytes.
std::size_t batch_end(std::string_view text, std::size_t begin, std::size_t size) {
  if (text.size() - begin <= size) return text.size();
  std::size_t end = text.find_first_of("\n\r", begin + size);
  if (end == std::string_view::npos) return text.size();
  while (end < text.size() && (text[end] == '\n' || text[end] == '\r')) ++end;
  return end;
}

/// Makes units of words that come batch by batch.
class LineUnits {
 public:
  explicit LineUnits(std::string_view text) : text_(text) {}

  /// Adds the words of a batch that begins at byte `begin` of the text.
  void add(std::span<const Word> words, std::uint32_t begin) {
    for (const Word& word : words) {
      const ByteRange range = {begin + word.original.begin, begin + word.original.end};
      const std::ptrdiff_t lines = line_ends(text_.substr(end_, range.begin - end_));
      end_ = range.end;
      if (units_.empty()) {
        units_.push_back({range, 0, kCertainBreak});
      } else if (lines > 0) {
        units_.push_back({range, units_.back().paragraph + (lines > 1 ? 1U : 0U), kCertainBreak});
      }
      units_.back().range.end = end_;
    }
  }
  std::vector<Unit> take() { return std::move(units_); }

 private:
  std::string_view text_;
  std::vector<Unit> units_;
  std::uint32_t end_ = 0;  // of the words so far
};

}  // namespace

SegmentedText presegmented(Document document) {
  const std::string_view text = document.text();
  LineUnits units(text);
  if (text.size() <= kMostBytesWithWords) {
    Words words(text);
    units.add(words.all(), 0);
    return {std::move(document), std::move(words), units.take()};
  }
  constexpr std::size_t kBatch = std::size_t{1} << 20U;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = batch_end(text, begin, kBatch);
    const Words words(text.substr(begin, end - begin));
    units.add(words.all(), static_cast<std::uint32_t>(begin));
    begin = end;
  }
  return {std::move(document), Words(""), units.take()};
}

}  // namespace thalign
