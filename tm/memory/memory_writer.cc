// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/error.h"
#include "tm/language_tag.h"
#include "tm/line_source.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_sample.h"
#include "tm/memory/memory_tables.h"
#include "tm/memory/neighbours.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

void append_number(std::string& bytes, std::uint64_t number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_text(std::string& bytes, const std::string& text) {
  append_number(bytes, text.size());
  bytes.append(text);
}

enum class Tags { as_they_are, folded };

/// A hash of what `same_texts_and_places` compares. Memories of earlier versions have tags as they
/// are in it.
std::uint64_t identity(const TranslationUnit& unit, Tags tags) {
  std::string bytes;
  for (const Variant& variant : unit.variants) {
    append_text(bytes, tags == Tags::folded ? folded_tag(variant.language) : variant.language);
    append_text(bytes, variant.text);
    append_text(bytes, variant.markup);
    append_text(bytes, variant.document);
    append_number(bytes, variant.offsets ? 1 + std::uint64_t{variant.offsets->begin} : 0);
    append_number(bytes, variant.offsets ? variant.offsets->end : 0);
  }
  return match_key(bytes);
}

bool same_texts_and_places(const TranslationUnit& unit, const TranslationUnit& other) {
  return std::ranges::equal(unit.variants, other.variants, [](const Variant& a, const Variant& b) {
    return folded_tag(a.language) == folded_tag(b.language) && a.text == b.text &&
           a.markup == b.markup && a.document == b.document && a.offsets == b.offsets;
  });
}

/// Whether a translator can use the unit: it has texts of two languages.
bool is_pair(const IncomingUnit& incoming) {
  const std::vector<Variant>& variants = incoming.unit.variants;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    if (incoming.match_texts[i].empty()) continue;
    if (first && variants[*first].language != variants[i].language) return true;
    if (!first) first = i;
  }
  return false;
}

}  // namespace

class MemoryWriter::Work {
 public:
  Work(Memory& memory, Date now, std::size_t batch)
      : tables_(memory.tables()), now_(now), batch_(batch) {}
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    if (!transaction_) return;
    transaction_.reset();
    tables_.history().end();
    tables_.forget_names();
  }

  void on_commit(std::function<void(const ImportCounts&)> acknowledge) {
    acknowledge_ = std::move(acknowledge);
  }

  void set_name(std::string what) { what_ = std::move(what); }
  void set_replacing(Replacing replacing) { replacing_ = replacing; }

  void add(const TranslationUnit& unit) {
    if (unit.variants.size() > static_cast<std::size_t>(kVariantsOfUnit)) {
      throw Error(ErrorCode::limit, tables_.database().name(),
                  fmt::format("a unit has {} texts, more than the {} a memory holds; split it",
                              unit.variants.size(), kVariantsOfUnit));
    }
    finder_.push(unit);
    take_ready();
    // The lock is held while a batch is written, not while it is read.
    constexpr std::size_t kMaxWaitingUnits = 4096;
    if (waiting_.size() < (batch_ == 0 ? kMaxWaitingUnits : batch_)) return;
    write_waiting();
    if (batch_ != 0) commit();
  }

  ImportCounts finish() {
    finder_.finish();
    take_ready();
    write_waiting();
    for (const UnitNumber number : replaced_) tables_.remove(number);
    counts_.replaced = replaced_.size();
    renew_sample(tables_.database());
    commit();
    return counts_;
  }

 private:
  void take_ready() {
    while (std::optional<IncomingUnit> unit = finder_.pop()) waiting_.push_back(std::move(*unit));
  }

  void write_waiting() {
    if (!transaction_) transaction_.emplace(tables_.database());
    if (!std::exchange(begun_, true)) tables_.history().begin(now_, what_);
    for (IncomingUnit& incoming : waiting_) write(incoming);
    waiting_.clear();
  }

  void write(IncomingUnit& incoming) {
    ++counts_.read;
    take_number(incoming.unit);
    const bool is_stored = is_pair(incoming) && !is_deleted(incoming.unit);
    if (!is_stored) {
      if (has_mark(incoming.unit, kCorrection)) find_replaced(incoming.unit);
      if (!is_deleted(incoming.unit)) ++counts_.left_out;
      return;
    }
    Description& about = incoming.unit.about;
    const std::optional<Date> given = std::max(about.created, about.changed);
    if (!about.created) about.created = given.value_or(now_);
    if (!about.changed) about.changed = given.value_or(now_);
    find_replaced(incoming.unit);
    const std::uint64_t key = identity(incoming.unit, Tags::folded);
    std::vector<UnitNumber> numbers = tables_.with_identity(key);
    if (const std::uint64_t old_key = identity(incoming.unit, Tags::as_they_are); old_key != key)
      std::ranges::copy(tables_.with_identity(old_key), std::back_inserter(numbers));
    for (const UnitNumber number : numbers) {
      const std::optional<StoredUnit> stored = tables_.load(number);
      if (!stored || !same_texts_and_places(stored->unit, incoming.unit)) continue;
      if (given && *given > *stored->unit.about.changed) {
        tables_.replace_about(number, incoming);
        ++counts_.updated;
      } else {
        ++counts_.present;
      }
      replaced_.erase(number);
      keep(incoming.unit, number);
      return;
    }
    keep(incoming.unit, tables_.insert(incoming, key));
    ++counts_.stored;
  }

  /// What is imported is not replaced. Of a large import without corrections nothing is remembered.
  void keep(const TranslationUnit& unit, UnitNumber number) {
    if (replacing_ == Replacing::documents || has_mark(unit, kCorrection)) kept_.insert(number);
  }

  /// Takes out what says of which unit of this memory `unit` is a correction, and has it replaced,
  /// if its texts are still those that were corrected.
  void take_number(TranslationUnit& unit) {
    std::vector<Property>& properties = unit.about.properties;
    const auto found = std::ranges::find(properties, kUnitNumber, &Property::type);
    if (found == properties.end()) return;
    const std::optional<std::uint32_t> number = parse_index(found->text);
    properties.erase(found);
    if (!number || !has_mark(unit, kCorrection)) return;
    const std::optional<StoredUnit> stored = tables_.load(*number);
    if (!stored || kept_.count(*number) > 0) return;
    const auto text_before = [](const Variant& variant) {
      const auto& about = variant.about.properties;
      const auto original = std::ranges::find(about, kOriginal, &Property::type);
      return single_line(original == about.end() ? variant.text : original->text);
    };
    const bool is_same = std::ranges::equal(
        unit.variants, stored->unit.variants, [&](const Variant& a, const Variant& b) {
          return folded_tag(a.language) == folded_tag(b.language) &&
                 text_before(a) == single_line(b.text);
        });
    if (is_same) replaced_.insert(*number);
  }

  /// Finds the units that `unit`, which is imported, takes the place of.
  void find_replaced(const TranslationUnit& unit) {
    const bool is_corrected = has_mark(unit, kCorrection);
    if (replacing_ == Replacing::corrected && !is_corrected) return;
    const std::string documents = documents_of(unit);
    if (documents.empty()) return;
    const auto [found, is_new] = there_.try_emplace(documents);
    if (is_new) found->second = units_of(unit, documents);
    for (const auto& [number, variants] : found->second) {
      const bool is_replaced =
          replacing_ == Replacing::documents ? is_new : overlap(unit.variants, variants);
      if (is_replaced && kept_.count(number) == 0) replaced_.insert(number);
    }
  }

  struct Place {
    UnitNumber number;
    std::vector<Variant> variants;  ///< languages and offsets
  };

  /// The units of the memory that have the same documents.
  std::vector<Place> units_of(const TranslationUnit& unit, const std::string& documents) const {
    std::vector<Place> places;
    const auto named =
        std::ranges::find_if(unit.variants, [](const Variant& v) { return !v.document.empty(); });
    for (const UnitNumber number : tables_.with_document(named->document)) {
      const std::optional<StoredUnit> stored = tables_.load(number);
      if (!stored || documents_of(stored->unit) != documents) continue;
      Place& place = places.emplace_back(Place{number, {}});
      for (const Variant& variant : stored->unit.variants)
        place.variants.push_back({.language = variant.language, .offsets = variant.offsets});
    }
    return places;
  }

  /// The languages and documents of a unit; empty if a text has no document.
  static std::string documents_of(const TranslationUnit& unit) {
    std::string result;
    for (const Variant& variant : unit.variants) {
      if (variant.document.empty()) return {};
      result.append(folded_tag(variant.language)).append(1, '\0');
      result.append(variant.document).append(1, '\0');
    }
    return result;
  }

  /// Whether texts of the same number have a part in common.
  static bool overlap(const std::vector<Variant>& a, const std::vector<Variant>& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
      if (!a[i].offsets || !b[i].offsets) continue;
      if (a[i].offsets->begin < b[i].offsets->end && b[i].offsets->begin < a[i].offsets->end)
        return true;
    }
    return false;
  }

  void commit() {
    transaction_->commit();
    transaction_.reset();
    if (acknowledge_) acknowledge_(counts_);
  }

  MemoryTables& tables_;
  Date now_;
  std::size_t batch_;
  std::function<void(const ImportCounts&)> acknowledge_;
  NeighbourFinder finder_;
  std::vector<IncomingUnit> waiting_;
  std::optional<sqlite::Transaction> transaction_;
  ImportCounts counts_;
  std::string what_ = "import";
  Replacing replacing_ = Replacing::corrected;
  bool begun_ = false;
  std::unordered_map<std::string, std::vector<Place>> there_;  // by documents
  std::set<UnitNumber> replaced_, kept_;
};

MemoryWriter::MemoryWriter(Memory& memory, Date now, std::size_t batch)
    : work_(std::make_unique<Work>(memory, now, batch)) {}
MemoryWriter::~MemoryWriter() = default;

void MemoryWriter::on_commit(std::function<void(const ImportCounts&)> acknowledge) {
  work_->on_commit(std::move(acknowledge));
}
void MemoryWriter::set_name(std::string what) { work_->set_name(std::move(what)); }
void MemoryWriter::set_replacing(Replacing replacing) { work_->set_replacing(replacing); }
void MemoryWriter::add(const TranslationUnit& unit) { work_->add(unit); }
ImportCounts MemoryWriter::finish() { return work_->finish(); }

}  // namespace thalign
