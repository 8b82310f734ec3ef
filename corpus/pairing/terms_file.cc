// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/terms_file.h"

#include <cstring>
#include <utility>

#include "text/error.h"
#include "text/hash.h"

namespace thalign {
namespace {

constexpr std::uint32_t kTermsMagic = 0x4D544854;  // "THTM" read as a little-endian number
constexpr std::uint32_t kTermsVersion = 1;

template <typename Number>
void append_number(std::string& out, Number number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  out += bytes;
}

std::uint64_t hash_of(const Lexicon& lexicon) {
  std::uint64_t hash = hash_bytes_64("");
  for (const Language language : {Language::thai, Language::english}) {
    for (WordId word = 0; word < lexicon.words(language); ++word) {
      hash = hash_bytes_64(lexicon.word(language, word), hash);
    }
  }
  return hash;
}

/// Takes parts off the front of bytes.
class Cursor {
 public:
  Cursor(std::string_view bytes, const std::string& name) : rest_(bytes), name_(name) {}

  bool at_end() const { return rest_.empty(); }
  std::string_view take(std::size_t size) {
    if (rest_.size() < size) {
      throw Error(ErrorCode::format, name_,
                  "not a file of terms, or cut off; delete it, and all documents are read again");
    }
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return part;
  }
  template <typename Number>
  Number number() {
    Number number = 0;
    std::memcpy(&number, take(sizeof number).data(), sizeof number);
    return number;
  }

 private:
  std::string_view rest_;
  const std::string& name_;
};

}  // namespace

SavedTerms::SavedTerms(const Lexicon& lexicon) : lexicon_(hash_of(lexicon)) {}

std::string SavedTerms::head() const {
  std::string out;
  append_number(out, kTermsMagic);
  append_number(out, kTermsVersion);
  append_number(out, lexicon_);
  return out;
}

std::string SavedTerms::record(std::string_view document, std::uint64_t stamp,
                               const DocumentTerms& terms) {
  std::string out;
  append_number(out, static_cast<std::uint32_t>(document.size()));
  out += document;
  append_number(out, stamp);
  append_number(out, static_cast<std::uint32_t>(terms.terms.size()));
  for (const Term term : terms.terms) append_number(out, term);
  return out;
}

void SavedTerms::read(std::string_view bytes, const std::string& name) {
  if (bytes.empty()) return;
  Cursor cursor(bytes, name);
  if (cursor.number<std::uint32_t>() != kTermsMagic) Cursor("", name).take(1);
  if (cursor.number<std::uint32_t>() != kTermsVersion) return;
  if (cursor.number<std::uint64_t>() != lexicon_) return;
  while (!cursor.at_end()) {
    std::string document(cursor.take(cursor.number<std::uint32_t>()));
    Entry entry{cursor.number<std::uint64_t>(), {}};
    const std::string_view terms =
        cursor.take(sizeof(Term) * std::size_t{cursor.number<std::uint32_t>()});
    entry.terms.terms.resize(terms.size() / sizeof(Term));
    if (!terms.empty()) std::memcpy(entry.terms.terms.data(), terms.data(), terms.size());
    entries_.insert_or_assign(std::move(document), std::move(entry));
  }
}

const DocumentTerms* SavedTerms::find(const std::string& document, std::uint64_t stamp) const {
  const auto found = entries_.find(document);
  if (found == entries_.end() || found->second.stamp != stamp) return nullptr;
  return &found->second.terms;
}

}  // namespace thalign
