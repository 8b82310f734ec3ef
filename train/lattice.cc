#include "train/lattice.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "align/search/gap_scores.h"
#include "align/search/problem.h"
#include "segment/segment.h"
#include "text/code_points.h"

namespace thalign {
namespace {

/// Counts of characters that are no white space before each code point.
std::vector<std::uint32_t> dense_positions(std::string_view text) {
  std::vector<std::uint32_t> result;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    result.push_back(count);
    char32_t c = static_cast<unsigned char>(text[i]);
    std::size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (n > 1) {
      c &= n == 2 ? 0x1F : n == 3 ? 0x0F : 0x07;
      for (std::size_t k = 1; k < n; ++k)
        c = (c << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    if (!is_space(c)) ++count;
    i += n;
  }
  result.push_back(count);
  return result;
}

struct Item {
  std::uint32_t s0, s1, t0, t1;  // dense positions
  bool optional;
};

class GoldSegments {
 public:
  GoldSegments(TrainingLattice& out, const Features& source, const Features& target)
      : out_(out), source_(source), target_(target) {}

  void run(std::vector<Item> items) {
    std::uint32_t s = 0;
    std::uint32_t t = 0;
    std::uint32_t us = 0;
    std::uint32_t ut = 0;
    bool exact = true;
    bool optional = false;
    int count = 0;
    bool match = false;
    for (const Item& item : items) {
      s = item.s1;
      t = item.t1;
      ++count;
      optional = optional || item.optional;
      match = match || (item.s1 > item.s0 && item.t1 > item.t0);
      if (item.s0 == item.s1 || item.t0 == item.t1) match = match && count > 1;
      const auto bs = boundary(source_, s);
      const auto bt = boundary(target_, t);
      if (bs < 0 || bt < 0) {
        if (std::getenv("MISS")) fprintf(stderr, "miss %d %d %u %u\n", bs < 0, bt < 0, s, t);
        exact = false;
        continue;
      }
      using Segment = TrainingLattice::Segment;
      const bool is_null = item.s0 == item.s1 || item.t0 == item.t1;
      Segment segment = {us, static_cast<std::uint32_t>(bs), ut, static_cast<std::uint32_t>(bt),
                         optional || !exact || count > 1 ? Segment::free
                         : is_null                       ? Segment::null
                                                         : Segment::match};
      if (segment.s0 != segment.s1 || segment.t0 != segment.t1) push(segment);
      us = segment.s1;
      ut = segment.t1;
      exact = true;
      optional = false;
      count = 0;
    }
    if (us < source_.units() || ut < target_.units())
      push({us, source_.units(), ut, target_.units(), TrainingLattice::Segment::free});
    number();
  }

 private:
  /// Neighbouring nulls are one segment, source units first.
  void push(TrainingLattice::Segment segment) {
    using Segment = TrainingLattice::Segment;
    if (!out_.segments.empty() && segment.kind == Segment::null &&
        out_.segments.back().kind == Segment::null) {
      out_.segments.back().s1 = segment.s1;
      out_.segments.back().t1 = segment.t1;
    } else {
      out_.segments.push_back(segment);
    }
  }
  static std::int64_t boundary(const Features& text, std::uint32_t position) {
    const auto found = std::lower_bound(text.characters.begin(), text.characters.end(), position);
    if (found == text.characters.end() || *found != position) return -1;
    return found - text.characters.begin();
  }
  void number() {
    out_.segment_of_source.resize(source_.units());
    out_.segment_of_target.resize(target_.units());
    for (std::uint32_t k = 0; k < out_.segments.size(); ++k) {
      const auto& segment = out_.segments[k];
      for (std::uint32_t u = segment.s0; u < segment.s1; ++u) out_.segment_of_source[u] = k;
      for (std::uint32_t u = segment.t0; u < segment.t1; ++u) out_.segment_of_target[u] = k;
    }
  }
  TrainingLattice& out_;
  const Features& source_;
  const Features& target_;
};

std::vector<Item> items_of(const GoldDocument& document) {
  const auto thai = dense_positions(document.thai);
  const auto english = dense_positions(document.english);
  std::vector<Item> items;
  std::uint32_t s = 0;
  std::uint32_t t = 0;
  for (const ScoredBead& bead : document.spans) {
    Item item = {s, s, t, t, bead.optional};
    if (bead.source) {
      item.s0 = thai[bead.source->begin];
      item.s1 = thai[bead.source->end];
    }
    if (bead.target) {
      item.t0 = english[bead.target->begin];
      item.t1 = english[bead.target->end];
    }
    s = item.s1;
    t = item.t1;
    items.push_back(item);
  }
  return items;
}

bool allowed(const TrainingLattice& lattice, UnitRange source, UnitRange target) {
  using Segment = TrainingLattice::Segment;
  const std::uint32_t k = lattice.segment_of_source[source.begin];
  const Segment& segment = lattice.segments[k];
  if (source.end > segment.s1 || target.begin < segment.t0 || target.end > segment.t1) return false;
  if (segment.kind == Segment::free) return true;
  return segment.kind == Segment::match && source.begin == segment.s0 && source.end == segment.s1 &&
         target.begin == segment.t0 && target.end == segment.t1;
}

void add_gaps(const Features& features, const GapFeatures& gaps, std::uint32_t kind,
              std::vector<TrainingLattice::Gap>& out) {
  for (std::uint32_t unit = 0; unit < features.units(); ++unit) {
    TrainingLattice::Gap gap;
    gap_hashes(gaps, unit, kind, gap.slots);
    for (std::uint32_t& hash : gap.slots) hash = HashedWeights::slot(hash);
    gap.odds = features.sentence_odds[unit];
    gap.of_thai = features.is_thai;
    out.push_back(std::move(gap));
  }
}

void add_positions(const SegmentedText& text, std::vector<std::uint32_t>& begin,
                   std::vector<std::uint32_t>& end) {
  const std::string_view bytes = text.document().text();
  std::uint32_t count = 0;
  std::uint32_t at = 0;
  const auto move_to = [&](std::uint32_t byte) {
    for (; at < byte; ++at)
      count += (static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
  };
  for (const Unit& unit : text.units()) {
    begin.push_back(move_to(unit.range.begin));
    end.push_back(move_to(unit.range.end));
  }
}

}  // namespace

bool TrainingLattice::allows_source_null(std::uint32_t unit, std::uint32_t target) const {
  const Segment& segment = segments[segment_of_source[unit]];
  if (segment.kind == Segment::free) return segment.t0 <= target && target <= segment.t1;
  return segment.kind == Segment::null && target == segment.t0;
}

bool TrainingLattice::allows_target_null(std::uint32_t source, std::uint32_t unit) const {
  const Segment& segment = segments[segment_of_target[unit]];
  if (segment.kind == Segment::free) return segment.s0 <= source && source <= segment.s1;
  return segment.kind == Segment::null && source == segment.s1;
}

TrainingLattice make_lattice(const std::string& set, const GoldDocument& document,
                             const Lexicon& lexicon, const BreakModel& breaks,
                             const ScoreModel& model) {
  const SegmentedText thai = segment(
      Document::from_bytes(document.thai, {.name = "gold", .language = Language::thai}), breaks);
  const SegmentedText english = segment(
      Document::from_bytes(document.english, {.name = "gold", .language = Language::english}));
  Problem problem(thai, english, lexicon, model);
  TrainingLattice out;
  out.set = set;
  out.name = document.name;
  out.kind = problem.kind();
  out.gold = document;
  const Features& source = problem.source();
  const Features& target = problem.target();
  out.source_units = source.units();
  out.target_units = target.units();
  add_positions(thai, out.thai_begin, out.thai_end);
  add_positions(english, out.english_begin, out.english_end);
  out.source_odds = source.sentence_odds;
  out.target_odds = target.sentence_odds;
  if (std::getenv("MISS")) fprintf(stderr, "doc %s\n", document.name.c_str());
  GoldSegments(out, source, target).run(items_of(document));
  // The corridor, with the gold beads.
  const Corridor& found = problem.corridor();
  std::vector<Corridor::Row> rows;
  for (std::uint32_t i = 0; i <= source.units(); ++i) rows.push_back(found.row(i));
  std::vector<std::vector<BeadPlace>> places(source.units());
  for (std::uint32_t i = 0; i < source.units(); ++i) {
    if (found.has_beads()) {
      const auto beads = found.beads_from(i);
      places[i].assign(beads.begin(), beads.end());
    }
  }
  const auto include = [&](std::uint32_t i, std::uint32_t j) {
    rows[i].first = std::min(rows[i].first, j);
    rows[i].last = std::max(rows[i].last, j);
  };
  for (const auto& segment : out.segments) {
    include(segment.s0, segment.t0);
    include(segment.s1, segment.t1);
    for (std::uint32_t i = segment.s0; i <= segment.s1; ++i)
      if (segment.kind == TrainingLattice::Segment::null) include(i, segment.t0);
  }
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const bool small = std::size_t{source.units()} * target.units() < 40'000;
    const std::uint32_t around = small ? target.units() : 12;
    rows[i].first -= std::min(rows[i].first, around);
    rows[i].last = std::min(rows[i].last + around, target.units());
  }
  rows = joined_rows(std::move(rows), target.units());
  if (!found.has_beads()) {
    BeadScorer scorer(source, target, problem.forward(), problem.backward(), found, model);
    for (std::uint32_t i = 0; i < source.units(); ++i)
      for (const ScoredPair& bead : scorer.beads_from(i))
        places[i].push_back({bead.source.end, bead.target.begin, bead.target.end});
  }
  for (const auto& segment : out.segments) {
    if (segment.kind != TrainingLattice::Segment::match) continue;
    if (segment.s1 - segment.s0 > kMaxUnits || segment.t1 - segment.t0 > kMaxUnits) continue;
    const BeadPlace place = {segment.s1, segment.t0, segment.t1};
    const auto same = [&](const BeadPlace& b) {
      return b.source_end == place.source_end && b.target_begin == place.target_begin &&
             b.target_end == place.target_end;
    };
    ++out.gold_expressible;
    if (std::none_of(places[segment.s0].begin(), places[segment.s0].end(), same)) {
      places[segment.s0].push_back(place);
      if (std::getenv("MISS")) {
        const auto cs = source.characters_in({segment.s0, segment.s1});
        const auto ct = target.characters_in({segment.t0, segment.t1});
        fprintf(stderr, "lost units %d ratio %d chars %d joined %d coarse %d\n",
                segment.s1 > longest_end(source, segment.s0), cs > 3 * ct + 30 || ct > 3 * cs + 30,
                cs > 900 || ct > 900, segment.t1 > longest_end(target, segment.t0),
                (int)found.has_beads());
      }
    } else
      ++out.gold_found;
  }
  for (const ScoredBead& bead : document.spans)
    if (bead.source && bead.target && !bead.optional) ++out.gold_matches;
  std::vector<BeadPlace> all;
  std::vector<std::uint32_t> begin = {0};
  for (auto& of_unit : places) {
    std::sort(of_unit.begin(), of_unit.end(), [](const BeadPlace& a, const BeadPlace& b) {
      return std::tie(a.source_end, a.target_begin, a.target_end) <
             std::tie(b.source_end, b.target_begin, b.target_end);
    });
    all.insert(all.end(), of_unit.begin(), of_unit.end());
    begin.push_back(static_cast<std::uint32_t>(all.size()));
  }
  const Corridor corridor(rows, all, begin);
  for (std::uint32_t i = 0; i <= source.units(); ++i) {
    out.first.push_back(corridor.row(i).first);
    out.last.push_back(corridor.row(i).last);
  }
  // Beads.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> openings;
  out.bead_begin = begin;
  for (std::uint32_t i = 0; i < source.units(); ++i) {
    for (const BeadPlace& place : corridor.beads_from(i)) {
      const auto [entry, added] = openings.try_emplace(
          {i, place.target_begin}, static_cast<std::uint32_t>(out.openings.size()));
      if (added) {
        auto hashes = opening_hashes(source, i, target, place.target_begin);
        for (std::uint32_t& hash : hashes) hash = HashedWeights::slot(hash);
        out.openings.push_back(hashes);
      }
      out.beads.push_back(
          {i, place.source_end, place.target_begin, place.target_end, entry->second,
           allowed(out, {i, place.source_end}, {place.target_begin, place.target_end})});
    }
  }
  out.terms.resize(out.beads.size());
  out.source_null.resize(source.units());
  out.target_null.resize(target.units());
  // Each term by itself: the score with its weight 1 and all others 0.
  Features plain_source = source;
  Features plain_target = target;
  std::fill(plain_source.break_after.begin(), plain_source.break_after.end(), 0.0F);
  std::fill(plain_target.break_after.begin(), plain_target.break_after.end(), 0.0F);
  for (std::size_t k = 0; k < kTerms; ++k) {
    ScoreWeights one;
    one.values.fill(0.0);
    one.values[k] = 1.0;
    const ScoreModel unit(one);
    if (k < TrainingLattice::kBeadTerms) {
      BeadScorer scorer(plain_source, plain_target, problem.forward(), problem.backward(), corridor,
                        unit);
      std::size_t bead = 0;
      for (std::uint32_t i = 0; i < source.units(); ++i)
        for (const ScoredPair& pair : scorer.beads_from(i))
          out.terms[bead++][k] = static_cast<float>(pair.score);
    } else if (k >= static_cast<std::size_t>(Term::null_thai_open)) {
      const Corridor none(std::vector<Corridor::Row>(rows));
      const std::size_t at = k - static_cast<std::size_t>(Term::null_thai_open);
      const Corridor no_beads(rows, {}, std::vector<std::uint32_t>(source.units() + 1));
      BeadScorer scorer(plain_source, plain_target, problem.forward(), problem.backward(), no_beads,
                        unit);
      for (std::uint32_t u = 0; u < source.units(); ++u) {
        out.source_null[u].opened[at] =
            static_cast<float>(scorer.null_source(u) + scorer.null_source_open(u));
        out.source_null[u].joined[at] = static_cast<float>(
            scorer.null_source(u) + (u == 0 ? 0.0 : scorer.null_source_joined(u - 1)));
      }
      for (std::uint32_t u = 0; u < target.units(); ++u) {
        out.target_null[u].opened[at] =
            static_cast<float>(scorer.null_target(u) + scorer.null_target_open(u));
        out.target_null[u].joined[at] = static_cast<float>(
            scorer.null_target(u) + (u == 0 ? 0.0 : scorer.null_target_joined(u - 1)));
      }
    }
  }
  add_gaps(source, thai.gap_features(), problem.kind(), out.source_gaps);
  add_gaps(target, english.gap_features(), problem.kind(), out.target_gaps);
  return out;
}

}  // namespace thalign
