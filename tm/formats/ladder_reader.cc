// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "tm/formats/line_reader.h"
#include "tm/formats/sentence_source.h"

namespace thalign {
namespace {

/// A line of a ladder: how many sentences of each side come before it.
struct Rung {
  std::array<std::uint32_t, 2> before;
  std::string quality;
};

class LadderReader : public UnitReader {
 public:
  LadderReader(ByteSource ladder, ByteSource source, ByteSource target, LanguagePair languages)
      : lines_(std::move(ladder)),
        sentences_{SentenceSource(std::move(source)), SentenceSource(std::move(target))},
        languages_(std::move(languages)),
        rung_(read_rung()) {}

  const TranslationUnit* next() override {
    while (rung_) {
      const Rung begin = *std::move(rung_);
      rung_ = read_rung();
      if (!rung_) break;
      unit_ = LineReader::make_unit(languages_);
      for (std::size_t side = 0; side < 2; ++side) {
        const UnitRange units{begin.before[side], rung_->before[side]};
        if (units.begin > units.end) {
          lines_.fail(0, "goes back; the numbers of a ladder must not fall");
        }
        if (!sentences_[side].take(units, unit_.variants[side])) {
          lines_.fail(0,
                      fmt::format("goes up to sentence {} where {} has {}; give the sentences "
                                  "that were aligned",
                                  units.end, sentences_[side].name(), sentences_[side].position()));
        }
      }
      unit_.about.properties = {{"x-hunalign-quality", begin.quality}};
      if (!unit_.variants[0].missing() || !unit_.variants[1].missing()) return &unit_;
    }
    return nullptr;
  }

 private:
  std::optional<Rung> read_rung() {
    const auto line = lines_.next();
    if (!line) return std::nullopt;
    const auto columns = split(*line, line->find('\t') == std::string_view::npos ? ' ' : '\t');
    const auto source = parse_index(columns[0]);
    const auto target = columns.size() > 1 ? parse_index(columns[1]) : std::nullopt;
    if (!source || !target || columns.size() > 3) {
      lines_.fail(0,
                  "not a line of a ladder; give two sentence numbers and a quality between tabs");
    }
    return Rung{{*source, *target}, std::string(columns.size() > 2 ? columns[2] : "0")};
  }

  LineSource lines_;
  std::array<SentenceSource, 2> sentences_;
  const LanguagePair languages_;
  std::optional<Rung> rung_;
  TranslationUnit unit_;
};

}  // namespace

std::unique_ptr<UnitReader> make_ladder_reader(ByteSource ladder, ByteSource source_sentences,
                                               ByteSource target_sentences,
                                               LanguagePair languages) {
  return std::make_unique<LadderReader>(std::move(ladder), std::move(source_sentences),
                                        std::move(target_sentences), std::move(languages));
}

}  // namespace thalign
