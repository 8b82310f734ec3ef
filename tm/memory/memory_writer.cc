#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/error.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory.h"
#include "tm/memory/memory_sample.h"
#include "tm/memory/memory_tables.h"
#include "tm/memory/neighbours.h"

namespace thalign {
namespace {

void append_number(std::string& bytes, std::uint64_t number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void append_text(std::string& bytes, const std::string& text) {
  append_number(bytes, text.size());
  bytes.append(text);
}

/// A hash of what `same_texts_and_places` compares.
std::uint64_t identity(const TranslationUnit& unit) {
  std::string bytes;
  for (const Variant& variant : unit.variants) {
    append_text(bytes, variant.language);
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
    return a.language == b.language && a.text == b.text && a.markup == b.markup &&
           a.document == b.document && a.offsets == b.offsets;
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
    tables_.forget_names();
  }

  void on_commit(std::function<void(const ImportCounts&)> acknowledge) {
    acknowledge_ = std::move(acknowledge);
  }

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
    for (IncomingUnit& incoming : waiting_) write(incoming);
    waiting_.clear();
  }

  void write(IncomingUnit& incoming) {
    ++counts_.read;
    if (!is_pair(incoming)) {
      ++counts_.left_out;
      return;
    }
    Description& about = incoming.unit.about;
    const std::optional<Date> given = std::max(about.created, about.changed);
    if (!about.created) about.created = given.value_or(now_);
    if (!about.changed) about.changed = given.value_or(now_);
    const std::uint64_t key = identity(incoming.unit);
    for (const UnitNumber number : tables_.with_identity(key)) {
      const std::optional<StoredUnit> stored = tables_.load(number);
      if (!stored || !same_texts_and_places(stored->unit, incoming.unit)) continue;
      if (given && *given > *stored->unit.about.changed) {
        tables_.replace_about(number, incoming);
        ++counts_.updated;
      } else {
        ++counts_.present;
      }
      return;
    }
    tables_.insert(incoming, key);
    ++counts_.stored;
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
};

MemoryWriter::MemoryWriter(Memory& memory, Date now, std::size_t batch)
    : work_(std::make_unique<Work>(memory, now, batch)) {}
MemoryWriter::~MemoryWriter() = default;

void MemoryWriter::on_commit(std::function<void(const ImportCounts&)> acknowledge) {
  work_->on_commit(std::move(acknowledge));
}
void MemoryWriter::add(const TranslationUnit& unit) { work_->add(unit); }
ImportCounts MemoryWriter::finish() { return work_->finish(); }

}  // namespace thalign
