// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/hyphens.h"

#include <cctype>
#include <string>

namespace thalign {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string_view last_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::string_view first_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}

}  // namespace

void Hyphens::count_words() {
  counted_ = true;
  for (std::size_t at = 0; at < text_.size();) {
    const std::string_view word = first_letters(text_.substr(at));
    if (word.empty()) {
      ++at;
      continue;
    }
    ++words_[word];
    const std::size_t end = at + word.size();
    if (text_.substr(end, 1) == "-") {
      const std::string_view second = first_letters(text_.substr(end + 1));
      if (!second.empty()) ++words_[text_.substr(at, word.size() + 1 + second.size())];
    }
    at = end;
  }
}

std::size_t Hyphens::count(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

void Hyphens::settle(LineJoin& join) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  const std::string_view before = text_.substr(0, join.removed.begin);
  if (before.ends_with(kSoftHyphen)) {
    join.removed.begin -= static_cast<std::uint32_t>(kSoftHyphen.size());
    join.space = false;
    return;
  }
  if (!before.ends_with('-')) return;
  const std::string_view first = last_letters(before.substr(0, before.size() - 1));
  const std::string_view second = first_letters(text_.substr(join.removed.end));
  if (first.empty() || second.empty()) return;
  join.space = false;
  if (std::islower(static_cast<unsigned char>(second.front())) == 0) return;
  if (!counted_) count_words();
  if (count(std::string(first).append("-").append(second)) > 0) return;
  // Both halves are counted here once.
  const bool two_words = count(first) > 1 && count(second) > 1;
  if (count(std::string(first).append(second)) > 0 || !two_words) --join.removed.begin;
}

}  // namespace thalign
