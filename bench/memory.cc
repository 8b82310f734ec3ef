// SPDX-License-Identifier: Apache-2.0
// Measures a translation memory of generated units: import with its indexes, exact, fuzzy and
// substring queries, one thread.
//
//   memory FILE UNITS [QUERIES]           makes FILE if it is not there
//   memory FILE UNITS QUERIES --recall    also compares fuzzy queries with a look at every unit

#include "tm/memory/memory.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/generated_units.h"
#include "text/unicode/code_points.h"
#include "tm/memory/fuzzy_score.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory_filter.h"
#include "tm/memory/memory_search.h"

namespace thalign::bench {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kSeedOfUnits = 1;
constexpr std::uint64_t kSeedOfQueries = 2;

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Seconds {
  double elapsed, processor;
};

Seconds measure(const std::function<void()>& work) {
  const double processor = processor_seconds();
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  return {elapsed.count(), processor_seconds() - processor};
}

/// Times work that is done in portions.
class Meter {
 public:
  void add(const std::function<void()>& work) {
    const Seconds more = measure(work);
    spent_ = {spent_.elapsed + more.elapsed, spent_.processor + more.processor};
  }
  void print(std::string_view name, std::uint64_t units) const {
    const auto count = static_cast<double>(units);
    fmt::print("{:28} {} units, {:.0f} units/s elapsed, {:.0f} units/s of processor time\n", name,
               units, count / spent_.elapsed, count / spent_.processor);
  }

 private:
  Seconds spent_{};
};

/// What an import can't be faster than: both texts in one FTS5 trigram table as SQLite makes it.
class BareTable {
 public:
  explicit BareTable(const fs::path& file) {
    fs::remove(file);
    sqlite3_open(file.c_str(), &database_);
    run("PRAGMA journal_mode = WAL; PRAGMA cache_size = -262144;"
        "CREATE VIRTUAL TABLE bare USING fts5(thai, english, tokenize = 'trigram'); BEGIN");
    sqlite3_prepare_v2(database_, "INSERT INTO bare VALUES(?, ?)", -1, &insert_, nullptr);
  }
  BareTable(const BareTable&) = delete;
  BareTable& operator=(const BareTable&) = delete;
  ~BareTable() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }

  void add(const TranslationUnit& unit) {
    for (const int i : {0, 1}) {
      const std::string& text = unit.variants[static_cast<std::size_t>(i)].text;
      sqlite3_bind_text(insert_, i + 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    sqlite3_step(insert_);
    sqlite3_reset(insert_);
  }
  void commit() { run("COMMIT"); }

 private:
  void run(const char* sql) { sqlite3_exec(database_, sql, nullptr, nullptr, nullptr); }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

/// Imports, and fills a bare table with the same units in turn.
void import_units(const fs::path& file, std::uint64_t units) {
  const fs::path bare_file = file.string() + ".bare";
  UnitGenerator generator(kSeedOfUnits);
  Memory memory(file, Memory::Access::create);
  Meter ours;
  Meter bare;
  std::size_t characters = 0;
  {
    MemoryWriter writer(memory, Date());
    BareTable table(bare_file);
    constexpr std::uint64_t kPortion = 10'000;
    std::vector<TranslationUnit> made;
    for (std::uint64_t number = 0; number < units;) {
      made.clear();
      for (; made.size() < kPortion && number < units; ++number) {
        made.push_back(UnitGenerator::unit(generator.next(), number));
        for (const Variant& variant : made.back().variants)
          characters += CodePointIndex(variant.text).size();
      }
      bare.add([&] { std::ranges::for_each(made, [&](const auto& unit) { table.add(unit); }); });
      ours.add([&] { std::ranges::for_each(made, [&](const auto& unit) { writer.add(unit); }); });
    }
    bare.add([&] { table.commit(); });
    ours.add([&] { writer.finish(); });
  }
  bare.print("bare FTS5 table", units);
  ours.print("import", units);
  fmt::print("{:28} {} characters a unit, {} MB\n", "", characters / units,
             fs::file_size(file) >> 20U);
  fs::remove(bare_file);
}

void print_times(std::string_view name, std::vector<Seconds> times) {
  for (const bool processor : {false, true}) {
    const auto value = [&](const Seconds& s) { return processor ? s.processor : s.elapsed; };
    std::ranges::sort(times, {}, value);
    const auto at = [&](double share) {
      return 1e3 *
             value(times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]);
    };
    fmt::print("{:28} {:9} p50 {:8.3f} ms  p95 {:8.3f} ms  max {:8.3f} ms\n", name,
               processor ? "processor" : "elapsed", at(.5), at(.95), at(1.0));
  }
}

/// Times of `ask` for each text.
void ask_all(std::string_view name, const std::vector<std::string>& texts,
             const std::function<std::size_t(const std::string&)>& ask) {
  std::vector<Seconds> times;
  times.reserve(texts.size());
  std::size_t answered = 0;
  for (const std::string& text : texts) {
    times.push_back(measure([&] { answered += ask(text) > 0 ? 1 : 0; }));
  }
  print_times(name, times);
  fmt::print("{:28} {} of {} have an answer\n", name, answered, texts.size());
}

/// Fuzzy matches by looking at every text.
std::vector<int> scores_of_all(const Memory& memory, const std::string& text, int threshold,
                               std::size_t limit) {
  const std::string folded = match_text(text);
  const FuzzyScorer scorer(folded);
  std::vector<int> scores;
  std::set<std::string> seen;
  memory.visit(MemoryFilter(), [&](UnitNumber, const TranslationUnit& unit) {
    std::string both;
    int best = 0;
    for (const Variant& variant : unit.variants) {
      const std::string other = match_text(variant.text);
      both.append(other).push_back('\n');
      const auto clusters = cluster_symbols(other);
      if (scorer.bound(clusters.size()) < threshold || scorer.bound(clusters) < threshold) continue;
      best = std::max(best, other == folded ? kExactScore : scorer.score(other, clusters));
    }
    if (best >= threshold && seen.insert(both).second) scores.push_back(best);
    return true;
  });
  std::ranges::sort(scores, std::greater());
  if (scores.size() > limit) scores.resize(limit);
  return scores;
}

void measure_recall(const Memory& memory, const MemorySearch& search, std::string_view name,
                    std::span<const std::string> texts) {
  const MatchOptions options;
  std::size_t there = 0;
  std::size_t found = 0;
  std::size_t best_there = 0;
  std::size_t best_found = 0;
  for (const std::string& text : texts) {
    const std::vector<int> all = scores_of_all(memory, text, options.threshold, options.limit);
    const std::vector<Match> matches = search.matches(text, options);
    there += all.size();
    for (std::size_t i = 0; i < std::min(all.size(), matches.size()); ++i)
      found += matches[i].score == all[i] ? 1 : 0;
    if (all.empty()) continue;
    ++best_there;
    best_found += !matches.empty() && matches.front().score == all.front() ? 1 : 0;
  }
  fmt::print("{:28} recall: {} of {} best matches, {} of {} of the top {}\n", name, best_found,
             best_there, found, there, options.limit);
}

struct Queries {
  std::vector<std::string> equal, changed, fresh, pieces;
};

Queries make_queries(std::uint64_t units, std::size_t count) {
  // The memory's own sentences, made again.
  UnitGenerator again(kSeedOfUnits);
  UnitGenerator random(kSeedOfQueries);
  Queries queries;
  const std::uint64_t step = std::max<std::uint64_t>(1, units / count);
  for (std::uint64_t number = 0; number < units; ++number) {
    const UnitGenerator::Sentence sentence = again.next();
    if (number % step != 0 || queries.equal.size() == count) continue;
    const bool thai = queries.equal.size() % 2 == 0;
    const auto text = [&](const UnitGenerator::Sentence& s) {
      return thai ? UnitGenerator::thai(s) : UnitGenerator::english(s);
    };
    queries.equal.push_back(text(sentence));
    queries.changed.push_back(text(random.change(sentence, 0.1)));
    queries.fresh.push_back(text(random.random_sentence()));
    const std::size_t words = std::min<std::size_t>(sentence.size(), 2);
    queries.pieces.push_back(text(UnitGenerator::Sentence(
        sentence.begin(), sentence.begin() + static_cast<std::ptrdiff_t>(words))));
    if (!thai) queries.pieces.back().pop_back();
  }
  return queries;
}

void run(const fs::path& file, std::uint64_t units, std::size_t count, bool recall) {
  if (!fs::exists(file)) import_units(file, units);
  const Queries queries = make_queries(units, count);
  const Memory memory(file, Memory::Access::read);
  const MemorySearch search(memory);
  const auto matches = [&](const MatchOptions& options) {
    return [&search, options](const std::string& text) {
      return search.matches(text, options).size();
    };
  };
  ask_all("exact", queries.equal, matches({.threshold = kFoldedScore}));
  ask_all("fuzzy, words changed", queries.changed, matches({}));
  ask_all("fuzzy, new text", queries.fresh, matches({}));
  ask_all("substring", queries.pieces,
          [&](const std::string& text) { return search.occurrences(text, {}).size(); });
  if (!recall) return;
  const std::size_t compared = std::min<std::size_t>(queries.changed.size(), 40);
  measure_recall(memory, search, "fuzzy, words changed",
                 std::span(queries.changed).first(compared));
}

}  // namespace
}  // namespace thalign::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: memory FILE UNITS [QUERIES [--recall]]\n");
    return 2;
  }
  const std::size_t queries = argc > 3 ? std::stoul(argv[3]) : 1000;
  const bool recall = argc > 4 && std::string_view(argv[4]) == "--recall";
  thalign::bench::run(argv[1], std::stoull(argv[2]), queries, recall);
  return 0;
}
