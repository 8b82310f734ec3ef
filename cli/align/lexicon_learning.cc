// SPDX-License-Identifier: Apache-2.0
#include "cli/align/lexicon_learning.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "align/align.h"
#include "align/lexicon/lexicon_learner.h"
#include "align/lexicon/lexicon_table.h"
#include "cli/align/corrections_file.h"
#include "cli/input/input.h"
#include "segment/segment.h"
#include "text/error.h"
#include "text/language.h"
#include "text/ordered_work.h"
#include "text/unicode/white_space.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign::cli {
namespace {

/// A pair of texts, Thai and English.
struct TextPair {
  SegmentedText thai, english;
};

TextPair read(const InputPair& inputs) {
  DocumentPair pair = read_pair(inputs.source, inputs.target);
  if (pair.source.language() != Language::thai) std::swap(pair.source, pair.target);
  return {segment(std::move(pair.source)), segment(std::move(pair.target))};
}

/// The texts of a pair; nothing if they can't be read and that does not matter.
std::optional<TextPair> read(const InputPair& inputs, UnreadablePairs unreadable) {
  try {
    return read(inputs);
  } catch (const Error&) {
    if (unreadable == UnreadablePairs::end_learning) throw;
    return std::nullopt;
  }
}

}  // namespace

AlignedTexts read_aligned_texts(const std::string& path, const std::string& columns) {
  const CorrectionsFile file = read_corrections_file(path, EditedTexts::keep, columns);
  std::array<std::string, 2> texts;
  std::vector<Bead> beads;
  for (const Correction& correction : file.corrections) {
    const TranslationUnit& unit = correction.unit;
    const std::array lines{single_line(unit.variants[0].text), single_line(unit.variants[1].text)};
    if (is_blank(lines[0]) || is_blank(lines[1]) || is_deleted(unit)) continue;
    const auto number = static_cast<std::uint32_t>(beads.size());
    const double confidence = has_mark(unit, kCorrection) ? 1.0 : unit.confidence.value_or(1.0);
    beads.push_back({{number, number + 1}, {number, number + 1}, 0.0, confidence});
    for (std::size_t side = 0; side < 2; ++side) texts[side].append(lines[side]).push_back('\n');
  }
  if (thai_share(texts[0]).value_or(0.0) < thai_share(texts[1]).value_or(0.0))
    std::swap(texts[0], texts[1]);
  const auto segmented = [&](std::string& text, Language language) {
    return presegmented(Document::from_bytes(
        std::move(text), {.name = path, .encoding = "UTF-8", .language = language}));
  };
  return {segmented(texts[0], Language::thai), segmented(texts[1], Language::english),
          std::move(beads)};
}

std::string join_lexicons(const Lexicon& start, const std::string& learnt) {
  LexiconTable table(start);
  table.merge(Lexicon(learnt, "the lexicon being learnt"));
  return table.pack();
}

LearntLexicon learn_lexicon(std::span<const InputPair> inputs, const Lexicon& start, int rounds,
                            const Notes& notes, UnreadablePairs unreadable,
                            std::span<const AlignedTexts> aligned) {
  std::vector<TextPair> pairs;
  for_each_ordered(
      inputs.size(), [&](std::size_t i) { return read(inputs[i], unreadable); },
      [&](std::optional<TextPair> pair) {
        if (pair) pairs.push_back(std::move(*pair));
      });
  LearntLexicon learnt;
  std::string joined = LexiconTable(start).pack();
  for (int round = 1; round <= rounds; ++round) {
    const Lexicon lexicon(joined, "the lexicon being learnt");
    LexiconLearner learner;
    std::size_t done = 0;
    learnt.spaces = {};
    for_each_ordered(
        pairs.size(),
        [&](std::size_t i) { return align(pairs[i].thai, pairs[i].english, {.lexicon = lexicon}); },
        [&](const Alignment& alignment) {
          const TextPair& pair = pairs[done++];
          learner.add_beads(pair.thai, pair.english, alignment.beads());
          learnt.spaces += alignment.statistics().spaces;
        });
    for (const AlignedTexts& texts : aligned)
      learner.add_beads(texts.thai, texts.english, texts.beads);
    const auto [thai, english] = learner.learn({});
    const std::size_t documents = pairs.size() + aligned.size();
    notes.report(fmt::format("round {}: {} {} of {} {}; {} Thai and {} English words", round,
                             learner.pairs(), learner.pairs() == 1 ? "bead" : "beads", documents,
                             documents == 1 ? "pair" : "pairs", thai.entries.size(),
                             english.entries.size()));
    learnt.packed = Lexicon::pack(thai, english);
    joined = join_lexicons(start, learnt.packed);
  }
  return learnt;
}

}  // namespace thalign::cli
