// SPDX-License-Identifier: Apache-2.0
#include "text/unicode/thai_class.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

TEST(ThaiClassTest, ClassesOfTheBlock) {
  EXPECT_EQ(thai_class_at("\u0E01"), ThaiClass::consonant);
  EXPECT_EQ(thai_class_at("\u0E2E"), ThaiClass::consonant);
  EXPECT_EQ(thai_class_at("\u0E2F"), ThaiClass::other);
  EXPECT_EQ(thai_class_at("\u0E31"), ThaiClass::upper_vowel);
  EXPECT_EQ(thai_class_at("\u0E33"), ThaiClass::sara_am);
  EXPECT_EQ(thai_class_at("\u0E40"), ThaiClass::sara_e);
  EXPECT_EQ(thai_class_at("\u0E44"), ThaiClass::leading_vowel);
  EXPECT_EQ(thai_class_at("\u0E45"), ThaiClass::sara_a);
  EXPECT_EQ(thai_class_at("\u0E46"), ThaiClass::other);
  EXPECT_EQ(thai_class_at("\u0E4C"), ThaiClass::tone);
  EXPECT_EQ(thai_class_at("\u0E4D"), ThaiClass::nikhahit);
  EXPECT_EQ(thai_class_at("\u0E50"), ThaiClass::digit);
  EXPECT_EQ(thai_class_at("\u0E59"), ThaiClass::digit);
  EXPECT_EQ(thai_class_at("\u0E5A"), ThaiClass::other);
}

TEST(ThaiClassTest, OtherTextIsNotThai) {
  EXPECT_FALSE(begins_thai(""));
  EXPECT_FALSE(begins_thai("a"));
  EXPECT_FALSE(begins_thai("\u0E80"));  // Lao
  EXPECT_TRUE(begins_thai("\u0E7F"));
  EXPECT_EQ(thai_class_at("\u0E80"), ThaiClass::other);
}

TEST(ThaiClassTest, WhatNoWordBeginsWith) {
  for (const char* const text : {"\u0E30", "\u0E31", "\u0E33", "\u0E48", "\u0E4C", "\u0E4D"})
    EXPECT_TRUE(begins_inside_syllable(text)) << text;
  for (const char* const text : {"\u0E01", "\u0E40", "\u0E44", "\u0E46", "\u0E51", "a", ""})
    EXPECT_FALSE(begins_inside_syllable(text)) << text;
}

}  // namespace
}  // namespace thalign
