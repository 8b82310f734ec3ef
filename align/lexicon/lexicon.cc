// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>

#include "models/models.h"
#include "text/error.h"

namespace thalign {
namespace {

constexpr std::uint32_t kLexiconMagic = 0x584C4854;  // "THLX" read as a little-endian number
constexpr std::uint32_t kLexiconVersion = 2;

struct SideHeader {
  std::uint32_t words;
  std::uint32_t translations;
  std::uint32_t word_bytes;  // a multiple of 4
};

struct LexiconHeader {
  std::uint32_t magic;
  std::uint32_t version;
  SideHeader thai;
  SideHeader english;
};

template <typename T>
void append(std::string& out, const T& value) {
  const auto* const bytes = reinterpret_cast<const char*>(&value);
  out.append(bytes, sizeof value);
}

SideHeader header_of(const LexiconSide& side) {
  SideHeader header{static_cast<std::uint32_t>(side.entries.size()), 0, 0};
  for (const LexiconSide::Entry& entry : side.entries) {
    header.translations += static_cast<std::uint32_t>(entry.translations.size());
    header.word_bytes += static_cast<std::uint32_t>(entry.word.size());
  }
  header.word_bytes = (header.word_bytes + 3U) & ~3U;
  return header;
}

/// Of the length and of both ends, which distinguish words.
std::size_t hash(std::string_view word) {
  std::array<std::uint64_t, 2> ends{};
  const std::size_t part = std::min(word.size(), sizeof ends[0]);
  std::memcpy(&ends[0], word.data(), part);
  std::memcpy(&ends[1], word.data() + word.size() - part, part);
  std::uint64_t value = (ends[0] ^ word.size()) * 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 32U) ^ ends[1]) * 0xD6E8FEB86659FD93U;
  return value ^ (value >> 32U);
}

/// A power of two, so that more than half of the table is empty.
std::uint64_t slot_count(std::uint32_t words) {
  return std::bit_ceil(2 * std::uint64_t{words} + 1);
}

std::vector<WordId> slots_of(const LexiconSide& side) {
  const auto none = static_cast<WordId>(side.entries.size());
  std::vector<WordId> slots(slot_count(none), none);
  for (WordId id = 0; id < none; ++id) {
    std::size_t slot = hash(side.entries[id].word) & (slots.size() - 1);
    while (slots[slot] != none) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = id;
  }
  return slots;
}

void append_side(std::string& out, const LexiconSide& side) {
  std::uint32_t begin = 0;
  append(out, begin);
  for (const LexiconSide::Entry& entry : side.entries) {
    begin += static_cast<std::uint32_t>(entry.word.size());
    append(out, begin);
  }
  for (const LexiconSide::Entry& entry : side.entries) append(out, entry.background);
  begin = 0;
  append(out, begin);
  for (const LexiconSide::Entry& entry : side.entries) {
    begin += static_cast<std::uint32_t>(entry.translations.size());
    append(out, begin);
  }
  for (const LexiconSide::Entry& entry : side.entries) {
    for (const Translation& translation : entry.translations) append(out, translation);
  }
  for (const LexiconSide::Entry& entry : side.entries) out += entry.word;
  out.resize((out.size() + 3U) & ~std::size_t{3U}, '\0');
  for (const WordId slot : slots_of(side)) append(out, slot);
}

/// Whether `begins` ascends from 0 to `last`.
bool ascends(const std::uint32_t* begins, std::uint32_t count, std::uint32_t last) {
  return begins[0] == 0 && std::is_sorted(begins, begins + count + 1) && begins[count] <= last;
}

}  // namespace

Lexicon::Lexicon(std::string_view bytes, std::string_view name) {
  open(bytes, name);
  check(sound(thai_, english_.words) && sound(english_, thai_.words), name);
}

void Lexicon::check(bool fine, std::string_view name) {
  if (fine) return;
  throw Error(ErrorCode::format, name,
              "no lexicon of this version of thalign, or damaged; learn it again");
}

void Lexicon::open(std::string_view bytes, std::string_view name) {
  check(bytes.size() >= sizeof(LexiconHeader), name);
  LexiconHeader header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  check(header.magic == kLexiconMagic && header.version == kLexiconVersion, name);
  const char* at = bytes.data() + sizeof header;
  const char* const end = bytes.data() + bytes.size();
  const auto take = [&]<typename T>(const T*& array, std::uint64_t count) {
    check(static_cast<std::uint64_t>(end - at) >= count * sizeof(T), name);
    array = reinterpret_cast<const T*>(at);
    at += count * sizeof(T);
  };
  const auto read = [&](View& view, const SideHeader& side) {
    view.words = side.words;
    view.translation_count = side.translations;
    view.byte_count = side.word_bytes;
    take(view.word_begin, std::uint64_t{side.words} + 1);
    take(view.background, side.words);
    take(view.translation_begin, std::uint64_t{side.words} + 1);
    take(view.translations, side.translations);
    take(view.bytes, side.word_bytes);
    take(view.slots, slot_count(side.words));
  };
  read(thai_, header.thai);
  read(english_, header.english);
}

bool Lexicon::sound(const View& side, std::uint32_t other_words) {
  return ascends(side.word_begin, side.words, side.byte_count) &&
         ascends(side.translation_begin, side.words, side.translation_count) &&
         std::all_of(side.translations, side.translations + side.translation_count,
                     [&](const Translation& t) { return t.word < other_words; }) &&
         *std::max_element(side.slots, side.slots + slot_count(side.words)) == side.words;
}

const Lexicon& Lexicon::shipped() {
  static const Lexicon lexicon = [] {
    Lexicon made;  // not checked each time a program starts, but by a test
    made.open(models::lexicon(), "the lexicon inside the library");
    return made;
  }();
  return lexicon;
}

const Lexicon& Lexicon::empty() {
  static const Lexicon lexicon;
  return lexicon;
}

bool Lexicon::is_packed(std::string_view bytes) {
  std::uint32_t magic = 0;
  if (bytes.size() < sizeof magic) return false;
  std::memcpy(&magic, bytes.data(), sizeof magic);
  return magic == kLexiconMagic;
}

std::string Lexicon::pack(const LexiconSide& thai, const LexiconSide& english) {
  std::string out;
  append(out, LexiconHeader{kLexiconMagic, kLexiconVersion, header_of(thai), header_of(english)});
  append_side(out, thai);
  append_side(out, english);
  return out;
}

WordId Lexicon::View::find(std::string_view wanted) const {
  const std::size_t mask = slot_count(words) - 1;
  std::size_t slot = hash(wanted) & mask;
  while (slots[slot] != words && word(slots[slot]) != wanted) slot = (slot + 1) & mask;
  return slots[slot];
}

std::optional<WordId> Lexicon::find(Language language, std::string_view word) const {
  const View& side = view(language);
  if (side.words == 0) return std::nullopt;
  const WordId found = side.find(word);
  return found == side.words ? std::nullopt : std::optional(found);
}

std::string_view Lexicon::word(Language language, WordId id) const {
  return view(language).word(id);
}

std::span<const Translation> Lexicon::translations(Language from, WordId id) const {
  const View& side = view(from);
  return {side.translations + side.translation_begin[id],
          side.translations + side.translation_begin[id + 1]};
}

}  // namespace thalign
