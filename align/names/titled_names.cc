// SPDX-License-Identifier: Apache-2.0
#include "align/names/titled_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thalign {
namespace {

constexpr int kMostWordsOfPart = 4;
constexpr int kPartsOfPerson = 2;
constexpr int kPartsOfPlace = 1;

constexpr std::array<std::string_view, 12> kTitles = {"นาย",    "นาง",     "นางสาว",     "คุณ",
                                                      "เด็กชาย", "เด็กหญิง",  "เอก",        "โท",
                                                      "ตรี",     "ดอกเตอร์", "ศาสตราจารย์", "แพทย์"};
constexpr std::array<std::string_view, 3> kPlaces = {"จังหวัด", "อำเภอ", "ตำบล"};
/// Those that end with a full stop, or the last letters of them: "น.ส.", "พล.ต.ท.".
constexpr std::array<std::string_view, 14> kShortTitles = {
    "ดร", "นพ", "พญ", "ทพ", "ศ", "รศ", "ผศ", "ส", "อ", "ท", "ต", "จ", "มล", "มรว"};

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

bool TitledNames::holds(std::size_t k) {
  const Word& word = words_.all()[k];
  const std::string_view folded = words_.folded(word);
  const Word* const before = k > 0 ? &words_.all()[k - 1] : nullptr;
  if (word.kind != WordKind::thai) {
    // The full stop of a title goes with it.
    const bool ends_title =
        folded == "." && before != nullptr && contains(kShortTitles, words_.folded(*before));
    begin(ends_title ? kPartsOfPerson : 0);
    return false;
  }
  const bool is_apart = before != nullptr && word.folded.begin > before->folded.end;
  if (is_apart && !is_first_) begin(std::max(0, parts_left_ - 1));
  const bool in_name = words_left_ > 0;
  is_first_ = false;
  words_left_ -= in_name ? 1 : 0;
  if (contains(kTitles, folded)) begin(kPartsOfPerson);
  if (contains(kPlaces, folded)) begin(kPartsOfPlace);
  return in_name;
}

void TitledNames::begin(int parts) {
  parts_left_ = parts;
  words_left_ = parts > 0 ? kMostWordsOfPart : 0;
  is_first_ = true;
}

}  // namespace thalign
