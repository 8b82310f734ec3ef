// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/pairing.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "corpus/pairing/pair_score.h"
#include "text/ordered_work.h"

namespace thalign {
namespace {

/// Sums of the most that the terms of each document can say.
std::vector<float> sums_of_most(const TermTable& table, const TermWeights& weights) {
  std::vector<float> sums;
  for (std::size_t document = 0; document < table.documents(); ++document) {
    float sum = 0;
    for (const Term term : table.of(document)) sum += weights.most(term);
    sums.push_back(sum);
  }
  return sums;
}

/// What all threads read.
struct Index {
  Index(const TermTable& thai, const TermTable& english, const Lexicon& lexicon)
      : documents(thai, english, lexicon),
        postings(documents.english, documents.english_numbers.size()),
        thai_most(sums_of_most(documents.thai, documents.thai_weights)),
        english_most(sums_of_most(documents.english, documents.english_weights)) {}

  Collections documents;
  Postings postings;
  std::vector<float> thai_most, english_most;
};

/// Finds the candidates of one Thai document after the other. One a thread: its arrays are as long
/// as the English collection, and clean between two documents.
class CandidateSearch {
 public:
  CandidateSearch(const Index& index, const PairingOptions& options)
      : index_(index),
        options_(options),
        to_english_(index.documents.english_numbers.size()),
        is_in_(index.documents.english_numbers.size()),
        sums_(index.documents.english.documents()) {}

  std::vector<DocumentPairing> find(DocumentNumber thai) {
    translate(thai);
    look_up();
    keep_best(thai);
    std::vector<DocumentPairing> found;
    for (const auto& [rough, english] : best_)
      found.push_back({thai, english, score(thai, english)});
    clean();
    return found;
  }

 private:
  /// English terms that those of the document may translate to, rarest first.
  void translate(DocumentNumber thai) {
    for (const Term term : index_.documents.thai.of(thai)) {
      for (const TermLink& link : index_.documents.links.of(term)) {
        float& x = to_english_[link.english];
        if (x == 0.0F) translated_.push_back(link.english);
        x = std::max(x, link.to_english);
      }
    }
    std::ranges::sort(translated_, {}, [&](std::uint32_t term) {
      return std::pair(index_.postings.of(term).size(), term);
    });
  }

  void look_up() {
    std::size_t seen = 0;
    for (const std::uint32_t term : translated_) {
      const std::span<const DocumentNumber> documents = index_.postings.of(term);
      seen += documents.size();
      if (seen > options_.most_postings) break;
      const float gain = index_.documents.english_weights.gain(term, to_english_[term]);
      for (const DocumentNumber document : documents) {
        if (sums_[document] == 0.0F) touched_.push_back(document);
        sums_[document] += gain;
      }
    }
  }

  /// Of the documents found, those with the largest shares of what could be said by both texts.
  void keep_best(DocumentNumber thai) {
    for (const DocumentNumber english : touched_) {
      const auto terms = static_cast<float>(index_.documents.english.of(english).size());
      const float share = (sums_[english] + unexplained_term() * terms) /
                          (index_.english_most[english] + index_.thai_most[thai]);
      best_.emplace_back(-share, english);
    }
    const std::size_t kept = std::min(options_.candidates, best_.size());
    std::partial_sort(best_.begin(), best_.begin() + static_cast<std::ptrdiff_t>(kept),
                      best_.end());
    best_.resize(kept);
  }

  /// As `pair_score`, with `to_english_` at hand.
  double score(DocumentNumber thai, DocumentNumber english) {
    const Collections& all = index_.documents;
    double of_english = 0, of_thai = 0;
    for (const Term term : all.english.of(english)) {
      is_in_[term] = true;
      of_english += unexplained_term() + all.english_weights.gain(term, to_english_[term]);
    }
    for (const Term term : all.thai.of(thai)) {
      float x = 0;
      for (const TermLink& link : all.links.of(term)) {
        if (is_in_[link.english]) x = std::max(x, link.to_thai);
      }
      of_thai += unexplained_term() + all.thai_weights.gain(term, x);
    }
    for (const Term term : all.english.of(english)) is_in_[term] = false;
    const float thai_most = index_.thai_most[thai], english_most = index_.english_most[english];
    return ((english_most > 0 ? of_english / english_most : 0) +
            (thai_most > 0 ? of_thai / thai_most : 0)) /
           2;
  }

  void clean() {
    for (const std::uint32_t term : translated_) to_english_[term] = 0;
    for (const DocumentNumber document : touched_) sums_[document] = 0;
    translated_.clear();
    touched_.clear();
    best_.clear();
  }

  const Index& index_;
  const PairingOptions& options_;
  std::vector<float> to_english_;  // by English term: how probable it is, given the Thai document
  std::vector<bool> is_in_;        // by English term: whether the English document has it
  std::vector<float> sums_;        // by English document
  std::vector<std::uint32_t> translated_;
  std::vector<DocumentNumber> touched_;
  std::vector<std::pair<float, DocumentNumber>> best_;
};

/// Searches that threads borrow.
class Searches {
 public:
  Searches(const Index& index, const PairingOptions& options) : index_(index), options_(options) {}

  std::vector<DocumentPairing> find(DocumentNumber thai) {
    std::unique_ptr<CandidateSearch> search = borrow();
    std::vector<DocumentPairing> found = search->find(thai);
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(search));
    return found;
  }

 private:
  std::unique_ptr<CandidateSearch> borrow() {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        std::unique_ptr<CandidateSearch> search = std::move(free_.back());
        free_.pop_back();
        return search;
      }
    }
    return std::make_unique<CandidateSearch>(index_, options_);
  }

  const Index& index_;
  const PairingOptions& options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<CandidateSearch>> free_;
};

}  // namespace

std::vector<DocumentPairing> pair_candidates(const TermTable& thai, const TermTable& english,
                                             const Lexicon& lexicon,
                                             const PairingOptions& options) {
  const Index index(thai, english, lexicon);
  Searches searches(index, options);
  std::vector<DocumentPairing> candidates;
  constexpr std::size_t kBatch = 64;  // documents a task: less waiting for each other
  std::size_t next = 0;
  OrderedWork<std::size_t, std::vector<DocumentPairing>>(
      options.threads,
      [&]() -> std::optional<std::size_t> {
        if (next >= thai.documents()) return std::nullopt;
        return std::exchange(next, next + kBatch);
      },
      [&](std::size_t begin) {
        std::vector<DocumentPairing> found;
        for (std::size_t i = begin; i < std::min(begin + kBatch, thai.documents()); ++i) {
          for (const DocumentPairing& pair : searches.find(static_cast<DocumentNumber>(i))) {
            if (pair.score >= options.least_score) found.push_back(pair);
          }
        }
        return found;
      },
      [&, done = std::size_t{0}](const std::vector<DocumentPairing>& found) mutable {
        candidates.insert(candidates.end(), found.begin(), found.end());
        done = std::min(done + kBatch, thai.documents());
        if (options.on_progress) options.on_progress(done);
      })
      .run();
  return candidates;
}

}  // namespace thalign
