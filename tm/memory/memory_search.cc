// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_search.h"

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>

#include "tm/memory/fuzzy_score.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory_filter.h"
#include "tm/memory/memory_tables.h"
#include "tm/memory/trigrams.h"

namespace thalign {
namespace {

using sqlite::Statement;

/// Rows of the trigram index read for one search, about.
constexpr double kRowBudget = 12'000.0;
/// Texts compared with the one asked for: those that share most with it.
constexpr std::size_t kMaxCompared = 300;
/// Units looked at for one text that many of them have.
constexpr std::size_t kMaxEqual = 40;

/// A variant that shares trigrams with the text asked for.
struct Candidate {
  std::int64_t id;
  double weight;
};

/// A text of the memory that may be similar.
struct Compared {
  std::uint64_t key;
  std::string text;  // matching text
  std::vector<std::uint64_t> clusters;
  int bound;
};

struct Similar {
  std::uint64_t key;
  int score;
};

/// A string of FTS5's query language.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) result.append(c == '"' ? 2 : 1, c);
  return result + '"';
}

bool has_language(const TranslationUnit& unit, std::size_t except, std::string_view wanted) {
  for (std::size_t i = 0; i < unit.variants.size(); ++i) {
    if (i != except && !unit.variants[i].missing() &&
        tag_matches(unit.variants[i].language, wanted)) {
      return true;
    }
  }
  return false;
}

bool same_texts(const TranslationUnit& a, const TranslationUnit& b) {
  return std::ranges::equal(a.variants, b.variants, [](const Variant& x, const Variant& y) {
    return x.language == y.language && x.text == y.text && x.markup == y.markup;
  });
}

bool comes_before(const Match& a, const Match& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.unit.about.changed != b.unit.about.changed)
    return a.unit.about.changed > b.unit.about.changed;
  return a.number < b.number;
}

/// Candidates with their weights added up, those that share most first.
std::vector<Candidate> ranked(std::vector<Candidate> rows, std::size_t most) {
  std::ranges::sort(rows, {}, &Candidate::id);
  std::vector<Candidate> sums;
  for (const Candidate& row : rows) {
    if (sums.empty() || sums.back().id != row.id) {
      sums.push_back(row);
    } else {
      sums.back().weight += row.weight;
    }
  }
  const std::size_t kept = std::min(most, sums.size());
  std::ranges::partial_sort(sums, sums.begin() + static_cast<std::ptrdiff_t>(kept),
                            [](const Candidate& a, const Candidate& b) {
                              return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
                            });
  sums.resize(kept);
  return sums;
}

}  // namespace

class MemorySearch::Work {
 public:
  explicit Work(const MemoryTables& tables)
      : tables_(tables),
        rows_(tables.database(), "SELECT rowid FROM trigram WHERE trigram MATCH ?"),
        variant_(tables.database(), "SELECT key, language, text FROM variant WHERE id = ?"),
        in_context_(tables.database(),
                    "SELECT id FROM variant WHERE key = ?1 AND (?2 IS NULL OR before = ?2) AND (?3 "
                    "IS NULL OR after = ?3) ORDER BY id DESC LIMIT ?4"),
        all_(tables.database(), "SELECT id, language, text FROM variant ORDER BY id") {
    Statement sample(tables.database(), "SELECT counts, variants FROM sample");
    if (sample.step()) sample_ = TrigramSample(sample.blob(0), sample.integer(1));
    sample.reset();
    Statement last(tables.database(), "SELECT max(id) FROM unit");
    last.step();
    variants_ = 2 * std::clamp(last.integer(0), std::int64_t{0}, kLastUnit);
    last.reset();
  }

  std::vector<Match> matches(std::string_view text, const MatchOptions& options) const {
    const std::string folded = match_text(text);
    std::vector<Match> found;
    if (folded.empty()) return found;
    add_equal(text, folded, options, found);
    if (found.size() < options.limit && options.threshold <= kBestFuzzyScore) {
      for (const Similar& similar : similar_texts(folded, options))
        add_units(similar, options, found);
    }
    std::ranges::sort(found, comes_before);
    if (found.size() > options.limit)
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(options.limit), found.end());
    return found;
  }

  std::vector<Occurrence> occurrences(std::string_view text,
                                      const OccurrenceOptions& options) const {
    const std::string folded = match_text(text);
    std::vector<Occurrence> found;
    if (folded.empty()) return found;
    const std::vector<std::string_view> parts = trigrams(folded);
    if (parts.empty() || folded.find('\0') != std::string::npos) {
      while (found.size() < options.limit && all_.step())
        add_occurrence(all_.integer(0), all_.text(2), folded, options, found);
      all_.reset();
      return found;
    }
    std::string query;
    for (const std::string_view part : parts) query.append(quoted(part)).append(" ");
    rows_.bind(1, std::string_view(query));
    while (found.size() < options.limit && rows_.step()) {
      const std::int64_t id = rows_.integer(0);
      if (variant_.bind(1, id).step()) {
        const std::string variant_text(variant_.text(2));
        variant_.reset();
        add_occurrence(id, variant_text, folded, options, found);
      }
    }
    rows_.reset();
    return found;
  }

 private:
  /// Adds the units of variant `id` unless the same texts are there, or it is not of the languages.
  void add_match(std::int64_t id, int score, const StoredUnit& stored, const MatchOptions& options,
                 std::vector<Match>& found) const {
    const auto position = static_cast<std::size_t>(id % kVariantsOfUnit);
    if (position >= stored.unit.variants.size() || score < options.threshold) return;
    if (!tag_matches(stored.unit.variants[position].language, options.from) ||
        !has_language(stored.unit, position, options.to)) {
      return;
    }
    Match match{score, stored.number, stored.unit, position};
    const auto same = std::ranges::find_if(found, [&](const Match& other) {
      return other.variant == position && same_texts(other.unit, match.unit);
    });
    if (same == found.end()) {
      found.push_back(std::move(match));
    } else if (comes_before(match, *same)) {
      *same = std::move(match);
    }
  }

  void add_equal(std::string_view text, const std::string& folded, const MatchOptions& options,
                 std::vector<Match>& found) const {
    const std::uint64_t key = match_key(folded);
    const bool has_context = options.before || options.after;
    const auto neighbour = [](const std::optional<std::string>& given) {
      return given ? std::optional(match_key(match_text(*given))) : std::nullopt;
    };
    std::vector<std::int64_t> ids;
    if (has_context) ids = in_context(key, neighbour(options.before), neighbour(options.after));
    const std::size_t of_context = ids.size();
    std::ranges::copy(tables_.with_key(key, kMaxEqual), std::back_inserter(ids));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::optional<StoredUnit> stored = tables_.load(ids[i] / kVariantsOfUnit);
      if (!stored) continue;
      const auto position = static_cast<std::size_t>(ids[i] % kVariantsOfUnit);
      if (position >= stored->unit.variants.size()) continue;
      const std::string& other = stored->unit.variants[position].text;
      if (match_text(other) != folded) continue;
      const int score = other != text ? kFoldedScore : i < of_context ? kContextScore : kExactScore;
      add_match(ids[i], score, *stored, options, found);
    }
  }

  std::vector<std::int64_t> in_context(std::uint64_t key, std::optional<std::uint64_t> before,
                                       std::optional<std::uint64_t> after) const {
    in_context_.bind_key(1, key).bind(4, static_cast<std::int64_t>(kMaxEqual));
    before ? in_context_.bind_key(2, *before) : in_context_.bind_null(2);
    after ? in_context_.bind_key(3, *after) : in_context_.bind_null(3);
    std::vector<std::int64_t> ids;
    while (in_context_.step()) ids.push_back(in_context_.integer(0));
    return ids;
  }

  void add_units(const Similar& similar, const MatchOptions& options,
                 std::vector<Match>& found) const {
    for (const std::int64_t id : tables_.with_key(similar.key, kMaxEqual / 4)) {
      if (const std::optional<StoredUnit> stored = tables_.load(id / kVariantsOfUnit))
        add_match(id, similar.score, *stored, options, found);
    }
  }

  std::vector<Candidate> candidates(std::string_view folded) const {
    // Many units may have the same text: more rows than texts to compare.
    constexpr std::size_t kMaxRows = 4 * kMaxCompared;
    std::vector<Candidate> rows;
    for (const ChosenTrigram& chosen : choose_trigrams(folded, sample_, variants_, kRowBudget)) {
      if (chosen.trigram.find('\0') != std::string_view::npos) continue;
      const std::string query = quoted(chosen.trigram);
      rows_.bind(1, std::string_view(query));
      while (rows_.step()) rows.push_back({rows_.integer(0), chosen.weight});
    }
    return ranked(std::move(rows), kMaxRows);
  }

  /// Texts that may reach the threshold, by their clusters; the one most alike first.
  std::vector<Compared> compared(const FuzzyScorer& scorer, std::string_view folded,
                                 const MatchOptions& options) const {
    std::vector<Compared> texts;
    std::unordered_set<std::uint64_t> seen{match_key(folded)};
    for (const Candidate& candidate : candidates(folded)) {
      if (seen.size() > kMaxCompared) break;
      if (!variant_.bind(1, candidate.id).step()) continue;
      const auto key = static_cast<std::uint64_t>(variant_.integer(0));
      const bool is_wanted =
          (options.from.empty() ||
           tag_matches(tables_.languages().name(variant_.integer(1)), options.from)) &&
          seen.insert(key).second;
      std::string text = is_wanted ? match_text(variant_.text(2)) : std::string();
      variant_.reset();
      if (!is_wanted) continue;
      std::vector<std::uint64_t> clusters = cluster_symbols(text);
      if (scorer.bound(clusters.size()) < options.threshold) continue;
      const int bound = scorer.bound(clusters);
      if (bound >= options.threshold)
        texts.push_back({key, std::move(text), std::move(clusters), bound});
    }
    std::ranges::stable_sort(texts, std::greater(), &Compared::bound);
    return texts;
  }

  std::vector<Similar> similar_texts(std::string_view folded, const MatchOptions& options) const {
    const FuzzyScorer scorer(folded);
    std::vector<Similar> best;
    for (const Compared& text : compared(scorer, folded, options)) {
      const bool is_full = best.size() >= options.limit;
      if (is_full && text.bound < best[options.limit - 1].score) break;
      const int score = scorer.score(text.text, text.clusters);
      if (score < options.threshold) continue;
      const auto place = std::ranges::upper_bound(best, score, std::greater(), &Similar::score);
      best.insert(place, {text.key, score});
    }
    return best;
  }

  void add_occurrence(std::int64_t id, std::string_view text, const std::string& folded,
                      const OccurrenceOptions& options, std::vector<Occurrence>& found) const {
    const UnitNumber number = id / kVariantsOfUnit;
    if (!found.empty() && found.back().number == number) return;
    std::vector<ByteRange> places = places_of(text, folded);
    if (places.empty()) return;
    const std::optional<StoredUnit> stored = tables_.load(number);
    const auto position = static_cast<std::size_t>(id % kVariantsOfUnit);
    if (!stored || position >= stored->unit.variants.size() ||
        !tag_matches(stored->unit.variants[position].language, options.language) ||
        !has_language(stored->unit, position, options.to)) {
      return;
    }
    found.push_back({number, stored->unit, position, std::move(places)});
  }

  /// Where `folded`, a matching text, stands in `text`.
  static std::vector<ByteRange> places_of(std::string_view text, const std::string& folded) {
    const MatchText whole(text);
    std::vector<ByteRange> places;
    const std::string_view in = whole.text();
    for (std::size_t at = in.find(folded); at != std::string_view::npos;
         at = in.find(folded, at + folded.size())) {
      const ByteRange place = whole.original(ByteRange{
          static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + folded.size())});
      // A full stop stands in one ellipsis three times.
      if (places.empty() || places.back().end <= place.begin) places.push_back(place);
    }
    return places;
  }

  const MemoryTables& tables_;
  mutable Statement rows_, variant_, in_context_, all_;
  TrigramSample sample_;
  std::int64_t variants_ = 0;
};

MemorySearch::MemorySearch(const Memory& memory) : work_(std::make_unique<Work>(memory.tables())) {}
MemorySearch::~MemorySearch() = default;

std::vector<Match> MemorySearch::matches(std::string_view text, const MatchOptions& options) const {
  return work_->matches(text, options);
}

std::vector<Occurrence> MemorySearch::occurrences(std::string_view text,
                                                  const OccurrenceOptions& options) const {
  return work_->occurrences(text, options);
}

}  // namespace thalign
