// SPDX-License-Identifier: Apache-2.0
#include "text/hash.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

// Models hold weights by these hashes: they must never change.
TEST(HashTest, IsFnv1a) {
  static_assert(hash_bytes("") == 0x811C9DC5U);
  static_assert(hash_bytes("a") == 0xE40C292CU);
  static_assert(hash_bytes("foobar") == 0xBF9CF968U);
}

TEST(HashTest, MixingDependsOnOrderAndAllBits) {
  EXPECT_NE(mix_hash(1, 2), mix_hash(2, 1 ^ 2 ^ 1));
  EXPECT_NE(mix_hash(mix_hash(0, 1), 2), mix_hash(mix_hash(0, 2), 1));
  for (unsigned bit = 0; bit < 32; ++bit) {
    EXPECT_NE(mix_hash(7, 1U << bit), mix_hash(7, 0));
    EXPECT_NE(mix_hash(1U << bit, 7), mix_hash(0, 7));
  }
}

}  // namespace
}  // namespace thalign
