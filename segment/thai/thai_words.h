// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace thalign {

// Words that a Thai text can't end a sentence between or with, all folded.

/// After these no sentence ends: "ว่า", "ได้แก่", "พ.ศ." ...
std::span<const std::string_view> thai_openers_of_more();

/// Connectives that open a clause: no sentence ends after one that stands alone between spaces.
std::span<const std::string_view> thai_connectives();

/// Titles and ranks: a person's name follows.
std::span<const std::string_view> thai_titles();

/// Words that begin like a title and are none: "นายก" ...
std::span<const std::string_view> thai_no_titles();

/// Nouns that count or measure: no sentence ends between a number and one of them.
std::span<const std::string_view> thai_counters();

/// Words that a number completes: "มาตรา 5", "ประมาณ 20".
std::span<const std::string_view> thai_words_before_numbers();

/// "ล้าน", "แสน" ...: a counter may follow.
std::span<const std::string_view> thai_multipliers();

/// Abbreviations that a name or number completes: "จ. นครปฐม", "โทร. 1111".
std::span<const std::string_view> thai_abbreviations_before_names();

/// Whether `letters`, folded Thai text, are consonants only, as those of most abbreviations are.
bool is_consonants(std::string_view letters);

}  // namespace thalign
