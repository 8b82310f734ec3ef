// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/features.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "align/lexicon/stemmer.h"
#include "align/numbers/anchor_key.h"
#include "align/numbers/dates.h"
#include "align/numbers/quantity.h"
#include "text/calendar.h"
#include "text/hash.h"

namespace thalign {
namespace {

/// Reads tokens word by word.
class Tokenizer {
 public:
  Tokenizer(const Words& words, Language language, std::span<const SpelledName> names,
            Vocabulary& vocabulary)
      : words_(words), language_(language), names_(names), vocabulary_(vocabulary) {}

  /// Adds the symbols of what begins with word `k`, which moves to the next word.
  void take(std::size_t& k, std::vector<Symbol>& tokens) {
    if (const std::optional<NumericDate> date = numeric_date(words_, k, language_)) {
      for (const std::string& key : date->keys) tokens.push_back(vocabulary_.add(key));
      k += date->words;
      return;
    }
    if (const std::optional<Symbol> symbol = quantity(k)) tokens.push_back(*symbol);
    if (const std::optional<Symbol> symbol = take(k)) tokens.push_back(*symbol);
  }

 private:
  /// The symbol of the number that begins with word `k`, where it is more than the digits there;
  /// nothing inside one.
  std::optional<Symbol> quantity(std::size_t k) {
    if (k < quantity_end_) return std::nullopt;
    const std::optional<Quantity> found = quantity_at(words_, k);
    if (!found) return std::nullopt;
    quantity_end_ = k + found->words;
    return vocabulary_.add(found->key());
  }

  /// The symbol of word `k`, nothing for marks; `k` moves to the next word.
  std::optional<Symbol> take(std::size_t& k) {
    const Word& word = words_.all()[k];
    const std::string_view folded = words_.folded(word);
    while (!names_.empty() && names_.front().first_word < k) names_ = names_.subspan(1);
    if (!names_.empty() && names_.front().first_word == k) {
      k = names_.front().end_word;
      return vocabulary_.add(fmt::format("~{}", stem_(names_.front().name)));
    }
    const std::size_t first = k;
    if (const std::optional<int> month = month_at(k)) {
      const bool has_day = first > 0 && is_number(first - 1);
      year_place_ = has_day ? YearPlace::day_and_month : YearPlace::month;
      year_ = k;
      return vocabulary_.add(month_key(*month));
    }
    ++k;
    switch (word.kind) {
      case WordKind::mark:
        return std::nullopt;
      case WordKind::number:
        return vocabulary_.add(number(k - 1));
      case WordKind::latin:
        return stemmed(folded);
      case WordKind::thai:
        return vocabulary_.add(folded);
    }
    return std::nullopt;
  }

  /// The symbol of an English word.
  Symbol stemmed(std::string_view folded) {
    const auto [word, is_new] = stemmed_.try_emplace(folded);
    if (is_new) word->second = vocabulary_.add(stem_(folded));
    return word->second;
  }

  bool is_number(std::size_t k) const {
    return k < words_.all().size() && words_.all()[k].kind == WordKind::number;
  }

  /// The key of word `k`, a number.
  std::string number(std::size_t k) const {
    const YearPlace place = k == year_ ? year_place_ : YearPlace::none;
    const std::optional<std::string> year = short_year(words_, k, language_, place);
    return year ? *year : number_key(words_.folded(words_.all()[k]));
  }

  /// Whether word `k` is a day beside the name of a month: "14", "14th".
  bool is_day(std::size_t k) const {
    if (k >= words_.all().size()) return false;
    const char first = words_.folded(words_.all()[k]).front();
    return words_.all()[k].kind != WordKind::mark && first >= '0' && first <= '9';
  }
  bool is(std::size_t k, std::string_view text) const {
    return k < words_.all().size() && words_.folded(words_.all()[k]) == text;
  }

  /// Whether a number stands beside word `k`: "14th of June", "Jun. 14".
  bool beside_number(std::size_t k) const {
    if (is_day(is(k + 1, ".") ? k + 2 : k + 1)) return true;
    const std::size_t before = k > 0 && is(k - 1, "of") ? k - 1 : k;
    return before > 0 && is_day(before - 1);
  }

  /// The month named from word `k` on; then `k` moves behind it. English months count only beside a
  /// number: "may" and "march" are words, too.
  std::optional<int> month_at(std::size_t& k) const {
    const Word& word = words_.all()[k];
    if (word.kind == WordKind::latin) {
      const std::optional<int> month = english_month(words_.folded(word));
      if (!month || !beside_number(k)) return std::nullopt;
      ++k;
      return month;
    }
    if (word.kind != WordKind::thai) return std::nullopt;
    const auto name = thai_month(words_.folded_text().substr(word.folded.begin));
    if (!name) return std::nullopt;
    const std::size_t end = word.folded.begin + name->bytes;
    while (k < words_.all().size() && words_.all()[k].folded.begin < end) ++k;
    return name->month;
  }

  const Words& words_;
  Language language_;
  std::span<const SpelledName> names_;  // not passed yet
  Vocabulary& vocabulary_;
  Stemmer stem_;
  std::unordered_map<std::string_view, Symbol> stemmed_;  // of the words seen
  std::size_t quantity_end_ = 0;                          // word after the last quantity
  std::size_t year_ = 0;                                  // word after the last month
  YearPlace year_place_ = YearPlace::none;                // what stands before it
};

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

/// Units of a text with the words in them.
struct Part {
  std::string_view text;  // of the document, from the first unit on
  const Words& words;     // of this text
  UnitRange units;
};

/// Numbers, months and names are alike.
std::uint32_t hash_key(std::string_view key) {
  if (is_anchor(key) || key.starts_with('~')) return hash_bytes(key.substr(0, 1));
  return hash_bytes(key);
}

void count_lines(Features& features) {
  std::uint32_t lines = 0;
  features.lines.reserve(features.paragraph_start.size());
  for (const bool start : features.paragraph_start) {
    lines += start ? 1 : 0;
    features.lines.push_back(lines);
  }
}

/// Whether a line begins with a bullet or with a short number and "." or ")".
bool begins_item(std::string_view text) {
  for (const std::string_view bullet : {"\u2022 ", "\u25AA ", "\u25E6 ", "\u2013 ", "- ", "* "})
    if (text.starts_with(bullet)) return true;
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits > 0 && digits <= 2 && (text[digits] == '.' || text[digits] == ')');
}

/// Adds the features of a text part by part.
class FeatureBuilder {
 public:
  FeatureBuilder(const SegmentedText& text, Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {
    const std::size_t boundaries = text.units().size() + 1;
    features_.characters.reserve(boundaries);
    features_.token_begin.reserve(boundaries);
    features_.break_after.reserve(boundaries);
    features_.characters.push_back(0);
    features_.token_begin.push_back(0);
  }

  void add(const Part& part, std::span<const SpelledName> names) {
    const std::span<const Word> words = part.words.all();
    Tokenizer tokenizer(part.words, text_.document().language(), names, vocabulary_);
    const auto begin =
        static_cast<std::uint32_t>(part.text.data() - text_.document().text().data());
    std::size_t next_word = 0;
    for (std::uint32_t u = part.units.begin; u < part.units.end; ++u) {
      const ByteRange bytes = text_.units()[u].range;
      const ByteRange unit = {bytes.begin - begin, bytes.end - begin};
      const std::size_t first_word = next_word;
      // A unit may begin or end inside a word; the word is a token of the unit it begins in.
      const std::size_t seen_word = next_word == 0 ? 0 : next_word - 1;
      while (next_word < words.size() && words[next_word].original.begin < unit.end) ++next_word;
      std::uint32_t characters = features_.characters.back();
      for (std::size_t k = seen_word; k < next_word; ++k)
        characters += characters_in(part.text, words[k].original, unit);
      features_.characters.push_back(characters);
      for (std::size_t k = std::max<std::size_t>(first_word, 1); k < next_word; ++k)
        features_.spaces += words[k - 1].original.end < words[k].original.begin ? 1 : 0;
      for (std::size_t k = first_word; k < next_word;) {
        const auto word = static_cast<std::uint32_t>(k);
        tokenizer.take(k, features_.tokens);
        if (text_.has_words()) features_.token_words.resize(features_.tokens.size(), word);
      }
      features_.token_begin.push_back(static_cast<std::uint32_t>(features_.tokens.size()));
      add_gap(u);
    }
  }

  Features take() {
    features_.tokens.shrink_to_fit();
    features_.token_words.shrink_to_fit();
    features_.paragraph_start.push_back(true);
    features_.sentence_odds = features_.break_after;
    features_.is_thai = text_.document().language() == Language::thai;
    count_lines(features_);
    add_openings();
    add_layout();
    add_list_items();
    return std::move(features_);
  }

 private:
  /// Lines that begin with a bullet or a number, behind a line that ends with a colon.
  void add_list_items() {
    bool in_list = false;
    for (std::uint32_t unit = 1; unit < features_.units(); ++unit) {
      if (!features_.paragraph_start[unit]) continue;
      const std::string_view before = text_.text({unit - 1, unit});
      in_list = (in_list || before.ends_with(':')) && begins_item(text_.text({unit, unit + 1}));
      if (!in_list) continue;
      features_.list_items.resize(features_.units());
      features_.list_items[unit] = true;
    }
  }

  void add_layout() {
    const Layout& layout = text_.document().layout();
    std::size_t block = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (const Unit& unit : text_.units()) {
      const ByteRange range = text_.document().original(unit.range);
      if (!layout.blocks.empty()) {
        while (block + 1 < layout.blocks.size() && layout.blocks[block].range.end <= range.begin)
          ++block;
        features_.kinds.push_back(layout.blocks[block].kind);
      }
      if (!layout.times.empty()) {
        features_.times.push_back({.begin = time_at(layout, range.begin, begin),
                                   .end = time_at(layout, range.end - 1, end)});
      }
    }
  }
  void add_openings() {
    const std::vector<Symbol>& tokens = features_.tokens;
    const auto hash_at = [&](std::size_t t) {
      return t < tokens.size() ? hash_key(vocabulary_.key(tokens[t])) : 0U;
    };
    features_.openings.reserve(features_.token_begin.size());
    for (const std::uint32_t t : features_.token_begin) {
      const std::uint32_t first = hash_at(t);
      features_.openings.push_back({first, mix_hash(first, hash_at(t + std::size_t{1}))});
    }
  }
  void add_gap(std::uint32_t u) {
    const std::span<const Unit> units = text_.units();
    features_.break_after.push_back(u + 1 == units.size() ? 0.0F : units[u].break_after);
    features_.paragraph_start.push_back(u == 0 || units[u].paragraph != units[u - 1].paragraph);
  }

  /// Characters of a word that lie in a unit.
  static std::uint32_t characters_in(std::string_view text, ByteRange word, ByteRange unit) {
    const std::uint32_t begin = std::max(word.begin, unit.begin);
    const std::uint32_t end = std::min(word.end, unit.end);
    return begin < end ? count_characters(text.substr(begin, end - begin)) : 0;
  }

  const SegmentedText& text_;
  Vocabulary& vocabulary_;
  Features features_;
};

}  // namespace

Symbol Vocabulary::add(std::string_view key) {
  const auto found = symbols_.find(key);
  if (found != symbols_.end()) return found->second;
  const auto [entry, added] = symbols_.emplace(key, size());
  keys_.push_back(&entry->first);
  return entry->second;
}

Symbol Vocabulary::find(std::string_view key) const {
  const auto found = symbols_.find(key);
  return found == symbols_.end() ? size() : found->second;
}

Features make_features(const SegmentedText& text, Vocabulary& vocabulary,
                       std::span<const SpelledName> names) {
  FeatureBuilder builder(text, vocabulary);
  const auto units = static_cast<std::uint32_t>(text.units().size());
  if (text.has_words()) {
    builder.add({text.document().text(), text.words(), {0, units}}, names);
    return builder.take();
  }
  constexpr std::uint32_t kBatch = 4096;
  for (std::uint32_t begin = 0; begin < units; begin += kBatch) {
    const UnitRange batch = {begin, std::min(units, begin + kBatch)};
    const Words words(text.text(batch));
    builder.add({text.text(batch), words, batch}, {});
  }
  return builder.take();
}

void leave_out(Features& text, std::span<const UnitRange> units) {
  if (units.empty()) return;
  text.null_only.resize(text.units());
  for (const UnitRange& range : units) {
    for (std::uint32_t unit = range.begin; unit < range.end; ++unit) text.null_only[unit] = true;
  }
  std::vector<Symbol> tokens;
  std::vector<std::uint32_t> token_words;
  std::uint32_t token = 0;
  std::uint32_t characters = 0;
  std::uint32_t characters_before = 0;
  for (std::uint32_t unit = 0; unit < text.units(); ++unit) {
    const std::uint32_t token_end = text.token_begin[unit + 1];
    const std::uint32_t characters_end = text.characters[unit + 1];
    if (text.null_only[unit]) {
      text.openings[unit] = {};
    } else {
      tokens.insert(tokens.end(), text.tokens.begin() + token, text.tokens.begin() + token_end);
      if (!text.token_words.empty()) {
        token_words.insert(token_words.end(), text.token_words.begin() + token,
                           text.token_words.begin() + token_end);
      }
      characters += characters_end - characters_before;
    }
    text.token_begin[unit + 1] = static_cast<std::uint32_t>(tokens.size());
    text.characters[unit + 1] = characters;
    token = token_end;
    characters_before = characters_end;
  }
  text.tokens = std::move(tokens);
  text.token_words = std::move(token_words);
}

void keep_shared_kinds(Features& a, Features& b) {
  const auto bit = [](BlockKind kind) { return 1U << static_cast<std::uint32_t>(kind); };
  const auto all = [&](const Features& text) {
    std::uint32_t kinds = 0;
    for (const BlockKind kind : text.kinds) kinds |= bit(kind);
    return kinds;
  };
  const std::uint32_t shared = all(a) & all(b);
  for (Features* text : {&a, &b}) {
    for (BlockKind& kind : text->kinds) {
      if ((shared & bit(kind)) == 0) kind = BlockKind::paragraph;
    }
  }
}

Features part_of(const Features& text, UnitRange units) {
  Features out;
  const std::uint32_t first_token = text.token_begin[units.begin];
  for (std::uint32_t unit = units.begin; unit <= units.end; ++unit) {
    out.characters.push_back(text.characters[unit] - text.characters[units.begin]);
    out.token_begin.push_back(text.token_begin[unit] - first_token);
    out.paragraph_start.push_back(text.paragraph_start[unit]);
  }
  out.tokens.assign(text.tokens.begin() + first_token,
                    text.tokens.begin() + text.token_begin[units.end]);
  out.break_after.assign(text.break_after.begin() + units.begin,
                         text.break_after.begin() + units.end);
  out.sentence_odds.assign(text.sentence_odds.begin() + units.begin,
                           text.sentence_odds.begin() + units.end);
  out.openings.assign(text.openings.begin() + units.begin, text.openings.begin() + units.end + 1);
  if (!text.list_items.empty())
    out.list_items.assign(text.list_items.begin() + units.begin,
                          text.list_items.begin() + units.end);
  out.is_thai = text.is_thai;
  out.style = text.style;
  out.spaces = text.spaces;
  count_lines(out);
  const auto part = [&](const auto& all, auto& of_units) {
    if (!all.empty()) of_units.assign(all.begin() + units.begin, all.begin() + units.end);
  };
  part(text.kinds, out.kinds);
  part(text.times, out.times);
  if (!text.null_only.empty()) {
    out.null_only.assign(text.null_only.begin() + units.begin, text.null_only.begin() + units.end);
  }
  return out;
}

}  // namespace thalign
