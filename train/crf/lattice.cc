// SPDX-License-Identifier: Apache-2.0
#include "train/crf/lattice.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "align/score/gap_scores.h"
#include "align/search/further_cuts.h"
#include "align/search/problem.h"
#include "align/search/region_search.h"
#include "align/search/solve.h"
#include "segment/segment.h"
#include "text/unicode/code_points.h"
#include "train/crf/gold_parts.h"

namespace thalign {
namespace {

bool operator<(const BeadPlace& a, const BeadPlace& b) {
  return std::tie(a.source_end, a.target_begin, a.target_end) <
         std::tie(b.source_end, b.target_begin, b.target_end);
}

std::vector<CodePointRange> places_of(const SegmentedText& text) {
  const CodePointIndex index(text.document().text());
  std::vector<CodePointRange> places;
  for (const Unit& unit : text.units()) places.push_back(index.code_points(unit.range));
  return places;
}

class LatticeBuilder {
 public:
  LatticeBuilder(const GoldDocument& document, Problem& problem)
      : problem_(problem), source_(problem.source()), target_(problem.target()) {
    out_.source_units = source_.units();
    out_.target_units = target_.units();
    out_.kind = document_kind(source_, target_);
    add_gold_parts(document, source_, target_, out_);
  }

  TrainingLattice build(const GapFeatures& source_gaps, const GapFeatures& target_gaps) {
    const SearchTexts texts = problem_.texts();
    RegionSearch region(texts, {.loss_margin = 30.0F});
    region.prepare();
    const Corridor corridor(rows_with_gold(region.searched()));
    const BeadList beads = candidates(region);
    for (std::uint32_t i = 0; i <= source_.units(); ++i) {
      out_.first.push_back(corridor.row(i).first);
      out_.last.push_back(corridor.row(i).last);
    }
    add_beads(beads);
    add_terms(corridor, beads);
    add_gaps(source_, source_gaps, out_.source_gaps);
    add_gaps(target_, target_gaps, out_.target_gaps);
    return std::move(out_);
  }

 private:
  /// The candidates of the search, and the beads of the gold.
  BeadList candidates(const RegionSearch& region) {
    std::vector<Candidate> all;
    BeadScorer scorer(source_, target_, problem_.forward(), problem_.backward(), region.searched(),
                      problem_.model(), region.candidates());
    std::vector<std::vector<BeadPlace>> gold(source_.units());
    for (const TrainingLattice::Part& part : out_.parts) {
      if (part.kind == TrainingLattice::Part::Kind::bead && part.source.size() <= kMaxUnits &&
          part.target.size() <= kMaxUnits) {
        gold[part.source.begin].push_back({part.source.end, part.target.begin, part.target.end});
      }
    }
    for (std::uint32_t unit = 0; unit < source_.units(); ++unit) {
      std::vector<BeadPlace> beads = std::move(gold[unit]);
      for (const ScoredPair& pair : scorer.beads_from(unit)) {
        const BeadPlace place = {pair.source.end, pair.target.begin, pair.target.end};
        if (beads.empty() || beads.front() < place || place < beads.front()) beads.push_back(place);
      }
      for (const BeadPlace& bead : beads)
        all.push_back({{unit, bead.source_end}, {bead.target_begin, bead.target_end}, 0.0F});
    }
    return {std::move(all), source_.units()};
  }

  /// Rows wide enough for null runs beside the candidates, and for the gold.
  std::vector<Corridor::Row> rows_with_gold(const Corridor& searched) const {
    constexpr std::size_t kSmall = 40'000;
    constexpr std::uint32_t kAround = 12;
    const bool small = std::size_t{source_.units()} * target_.units() < kSmall;
    const std::uint32_t around = small ? target_.units() : kAround;
    std::vector<Corridor::Row> rows;
    for (std::uint32_t i = 0; i <= source_.units(); ++i) {
      const Corridor::Row row = searched.row(i);
      rows.push_back(
          {row.first - std::min(row.first, around), std::min(row.last + around, target_.units())});
    }
    const auto include = [&](std::uint32_t i, std::uint32_t j) {
      rows[i].first = std::min(rows[i].first, j);
      rows[i].last = std::max(rows[i].last, j);
    };
    for (const TrainingLattice::Part& part : out_.parts) {
      for (std::uint32_t i = part.source.begin; i <= part.source.end; ++i)
        include(i, part.target.begin);
      include(part.source.end, part.target.end);
    }
    return joined_rows(std::move(rows), target_.units());
  }

  void add_beads(const BeadList& beads) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> openings;
    out_.bead_begin.push_back(0);
    for (std::uint32_t i = 0; i < source_.units(); ++i) {
      for (const BeadPlace& place : beads.from(i)) {
        const auto next = static_cast<std::uint32_t>(out_.openings.size());
        const auto [entry, added] = openings.try_emplace({i, place.target_begin}, next);
        if (added) {
          auto slots = opening_hashes(source_, i, target_, place.target_begin);
          for (std::uint32_t& slot : slots) slot = HashedWeights::slot(slot);
          out_.openings.push_back(slots);
        }
        const UnitRange source = {i, place.source_end};
        const UnitRange target = {place.target_begin, place.target_end};
        out_.beads.push_back({source, target, entry->second, allows_bead(out_, source, target)});
      }
      out_.bead_begin.push_back(static_cast<std::uint32_t>(out_.beads.size()));
    }
  }

  void add_terms(const Corridor& corridor, const BeadList& beads) {
    out_.terms.resize(out_.beads.size());
    out_.source_null.resize(source_.units());
    out_.target_null.resize(target_.units());
    Features source = source_;
    Features target = target_;
    std::ranges::fill(source.break_after, 0.0F);
    std::ranges::fill(target.break_after, 0.0F);
    for (std::size_t term = 0; term < kTerms; ++term) {
      ScoreWeights alone;
      alone.values.fill(0.0);
      alone.values[term] = 1.0;
      const ScoreModel model(alone);
      if (term < TrainingLattice::kBeadTerms) {
        BeadScorer scorer(source, target, problem_.forward(), problem_.backward(), corridor, model,
                          &beads);
        add_bead_term(term, scorer);
      } else if (term >= TrainingLattice::kFirstNullTerm) {
        const BeadList none({}, source.units());
        const BeadScorer scorer(source, target, problem_.forward(), problem_.backward(), corridor,
                                model, &none);
        add_null_term(term - TrainingLattice::kFirstNullTerm, scorer);
      }
    }
  }

  void add_bead_term(std::size_t term, BeadScorer& scorer) {
    std::size_t bead = 0;
    for (std::uint32_t unit = 0; unit < source_.units(); ++unit) {
      for (const ScoredPair& pair : scorer.beads_from(unit))
        out_.terms[bead++][term] = static_cast<float>(pair.score);
    }
  }

  void add_null_term(std::size_t term, const BeadScorer& scorer) {
    for (std::uint32_t unit = 0; unit < source_.units(); ++unit) {
      const double score = scorer.null_source(unit);
      const double joined = unit == 0 ? 0.0 : scorer.null_source_joined(unit - 1);
      out_.source_null[unit].opened[term] =
          static_cast<float>(score + scorer.null_source_open(unit));
      out_.source_null[unit].joined[term] = static_cast<float>(score + joined);
    }
    for (std::uint32_t unit = 0; unit < target_.units(); ++unit) {
      const double score = scorer.null_target(unit);
      const double joined = unit == 0 ? 0.0 : scorer.null_target_joined(unit - 1);
      out_.target_null[unit].opened[term] =
          static_cast<float>(score + scorer.null_target_open(unit));
      out_.target_null[unit].joined[term] = static_cast<float>(score + joined);
    }
  }

  void add_gaps(const Features& text, const GapFeatures& gaps,
                std::vector<TrainingLattice::Gap>& out) const {
    for (std::uint32_t unit = 0; unit < text.units(); ++unit) {
      TrainingLattice::Gap gap;
      gap_hashes(gaps, unit, out_.kind, gap.slots);
      for (std::uint32_t& slot : gap.slots) slot = HashedWeights::slot(slot);
      gap.odds = text.sentence_odds[unit];
      gap.of_thai = text.is_thai;
      out.push_back(std::move(gap));
    }
  }

  Problem& problem_;
  const Features& source_;
  const Features& target_;
  TrainingLattice out_;
};

}  // namespace

TrainingLattice make_lattice(const GoldDocument& document, const Lexicon& lexicon,
                             const BreakModel& breaks, const ScoreModel& model) {
  SegmentedText thai = segment(
      Document::from_bytes(document.thai, {.name = document.name, .language = Language::thai}),
      breaks);
  const SegmentedText english = segment(Document::from_bytes(
      document.english, {.name = document.name, .language = Language::english}));
  Problem problem(thai, english, lexicon, model);
  Solution first = solve(problem.texts());
  cut_further(problem, thai, first.beads, breaks);
  TrainingLattice lattice =
      LatticeBuilder(document, problem).build(thai.gap_features(), english.gap_features());
  lattice.source_places = places_of(thai);
  lattice.target_places = places_of(english);
  return lattice;
}

}  // namespace thalign
