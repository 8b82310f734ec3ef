// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "tm/formats/line_reader.h"
#include "tm/formats/sentence_source.h"

namespace thalign {
namespace {

class VecalignReader : public LineReader {
 public:
  VecalignReader(ByteSource alignment, ByteSource source, ByteSource target, LanguagePair languages)
      : LineReader(std::move(alignment), std::move(languages)),
        sentences_{SentenceSource(std::move(source)), SentenceSource(std::move(target))} {}

 private:
  bool read_line(std::string_view line, TranslationUnit& unit) override {
    if (line.empty()) return false;
    const auto parts = split(line, ':');
    if (parts.size() < 2 || parts.size() > 3) {
      fail(line, line, "not a line of vecalign; give [source sentences]:[target sentences]:cost");
    }
    for (std::size_t side = 0; side < 2; ++side) {
      const UnitRange units = read_units(line, parts[side], sentences_[side].position());
      if (!sentences_[side].take(units, unit.variants[side])) {
        fail(line, parts[side],
             fmt::format("goes up to sentence {} where {} has {}; give the sentences that were "
                         "aligned",
                         units.end, sentences_[side].name(), sentences_[side].position()));
      }
    }
    if (parts.size() == 3) {
      if (!parse_number(parts[2])) fail(line, parts[2], "the cost is not a number; correct it");
      unit.about.properties.push_back({"x-vecalign-cost", std::string(parts[2])});
    }
    return !unit.variants[0].missing() || !unit.variants[1].missing();
  }

  /// The range of a list such as "[3, 4]"; empty, at `position`, for "[]".
  UnitRange read_units(std::string_view line, std::string_view list, std::uint32_t position) const {
    if (!list.starts_with('[') || !list.ends_with(']') || list.size() < 2) {
      fail(line, list, "not a list of sentence numbers; give one as in [3, 4]");
    }
    UnitRange units{position, position};
    const std::string_view inside = list.substr(1, list.size() - 2);
    if (inside.find_first_not_of(' ') == std::string_view::npos) return units;
    for (std::string_view item : split(inside, ',')) {
      const auto first = item.find_first_not_of(' ');
      if (first != std::string_view::npos) item.remove_prefix(first);
      const auto number = parse_index(item);
      if (!number || *number == UINT32_MAX) {
        fail(line, item, "not a sentence number; give lists as in [3, 4]");
      }
      if (units.empty() ? *number < position : *number != units.end) {
        fail(line, item, "sentence numbers must ascend, those of a list without a gap");
      }
      if (units.empty()) units.begin = *number;
      units.end = *number + 1;
    }
    return units;
  }

  std::array<SentenceSource, 2> sentences_;
};

}  // namespace

std::unique_ptr<UnitReader> make_vecalign_reader(ByteSource alignment, ByteSource source_sentences,
                                                 ByteSource target_sentences,
                                                 LanguagePair languages) {
  return std::make_unique<VecalignReader>(std::move(alignment), std::move(source_sentences),
                                          std::move(target_sentences), std::move(languages));
}

}  // namespace thalign
