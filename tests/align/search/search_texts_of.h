// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "align/search/search_texts.h"
#include "align/search/solve.h"
#include "tests/align/small_problem.h"
#include "text/segmented_text.h"

namespace thalign::test {

inline SearchTexts texts_of(const SmallProblem& problem) {
  return {problem.source, problem.target, problem.forward, problem.backward, problem.model};
}

inline double total_score(const Solution& solution) {
  double total = 0.0;
  for (const Bead& bead : solution.beads) total += bead.score;
  return total;
}

/// Units of three numbers each, the same on both sides; of few numbers, so that each is too common
/// to be a point of a chain.
struct CommonNumbers {
  std::vector<std::string> thai, english;

  CommonNumbers(std::mt19937& random, std::size_t units) {
    for (std::size_t u = 0; u < units; ++u) {
      std::string numbers;
      for (int n = 0; n < 3; ++n) numbers += " " + std::to_string(100 + random() % 12);
      thai.push_back("ข้าว" + numbers);
      english.push_back("rice" + numbers);
    }
  }
};

/// Two texts that say the same, `sentences` each but for some that one side leaves out: a
/// numbered house with words of the toy lexicon.
inline std::pair<SegmentedText, SegmentedText> long_texts(std::mt19937& random, int sentences) {
  constexpr std::array<const char*, 5> kThai = {"แมว", "ข้าว", "ถนน", "น้ำ", "โรงเรียน"};
  constexpr std::array<const char*, 5> kEnglish = {"cat", "rice", "road", "water", "school"};
  std::vector<std::string> thai;
  std::vector<std::string> english;
  std::vector<float> thai_breaks;
  std::vector<float> english_breaks;
  for (int s = 0; s < sentences; ++s) {
    std::string in_thai = "บ้านเลขที่ " + std::to_string(s) + " ";
    std::string in_english = "House number " + std::to_string(s) + " ";
    for (auto words = 2 + random() % 5; words-- > 0;) {
      const std::size_t word = random() % kThai.size();
      in_thai += kThai[word];
      in_english += kEnglish[word] + std::string(" ");
    }
    in_english.back() = '.';
    const auto left_out = random() % 20;
    if (left_out != 0) {
      thai.push_back(in_thai);
      thai_breaks.push_back(static_cast<float>(uniform(random, -1.0, 2.0)));
    }
    if (left_out != 1) {
      english.push_back(in_english);
      english_breaks.push_back(static_cast<float>(uniform(random, 0.0, 4.0)));
    }
  }
  return {text_of_units(Language::thai, thai, thai_breaks),
          text_of_units(Language::english, english, english_breaks)};
}

}  // namespace thalign::test
