// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/thai_tail.h"

namespace thalign {
namespace {

/// Places in the Thai block.
constexpr std::size_t kKoKai = 0x01;
constexpr std::size_t kMaiHanAkat = 0x31;
constexpr std::size_t kSaraI = 0x34;
constexpr std::size_t kSaraIi = 0x35;
constexpr std::size_t kSaraUee = 0x37;
constexpr std::size_t kMaiTaikhu = 0x47;
constexpr std::size_t kThanthakhat = 0x4C;

/// Whether a character of the class `next` may be folded, or change what stands before it, after
/// `last` and `last2` before that.
bool changes_after(ThaiClass last2, ThaiClass last, ThaiClass next) {
  switch (next) {
    case ThaiClass::digit:
      return true;
    case ThaiClass::sara_e:
    case ThaiClass::sara_am:
      return last == next;
    case ThaiClass::nikhahit:
      return last == next || last == ThaiClass::sara_am;
    case ThaiClass::sara_aa:
      return last == ThaiClass::nikhahit || last == ThaiClass::tone || last == ThaiClass::sara_am;
    case ThaiClass::upper_vowel:
    case ThaiClass::mark:
      return last == ThaiClass::tone || last == next;
    case ThaiClass::tone:
      return last == ThaiClass::sara_am || last == ThaiClass::tone ||
             (last == ThaiClass::consonant && last2 == ThaiClass::upper_vowel);
    default:
      return false;
  }
}

}  // namespace

bool ThaiTail::is_open_syllable() const {
  const std::size_t vowel = (*this)[0] == ThaiClass::tone ? 1 : 0;
  switch (index(vowel)) {
    case kMaiHanAkat:
    case kSaraUee:
      return true;
    case kSaraI:
    case kSaraIi:
      return (*this)[vowel + 2] == ThaiClass::sara_e;
    case kMaiTaikhu: {
      const ThaiClass before = (*this)[vowel + 2];
      return index(vowel + 1) != kKoKai || before == ThaiClass::sara_e ||
             before == ThaiClass::leading_vowel;
    }
    default:
      return false;
  }
}

bool ThaiTail::is_displaced_tone() const {
  return (*this)[0] == ThaiClass::tone && index(0) != kThanthakhat &&
         (*this)[1] == ThaiClass::consonant && (*this)[2] == ThaiClass::upper_vowel;
}

std::size_t unchanged_thai(const ThaiTail& tail, std::string_view rest) {
  ThaiClass last2 = tail[1];
  ThaiClass last = tail[0];
  std::size_t end = 0;
  for (; begins_thai(rest.substr(end)); end += kThaiBytes) {
    const ThaiClass next = thai_class(thai_index(rest.substr(end)));
    if (changes_after(last2, last, next)) break;
    last2 = last;
    last = next;
  }
  return end;
}

}  // namespace thalign
