// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace thalign {

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint32_t hash_bytes(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash;
}

/// The same with 64 bits; goes on from the hash of what stands before `bytes`, if given.
constexpr std::uint64_t hash_bytes_64(std::string_view bytes,
                                      std::uint64_t hash = 0xcbf29ce484222325U) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return hash;
}

/// A hash that depends on all bits of both values and on their order.
constexpr std::uint32_t mix_hash(std::uint32_t hash, std::uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1U;
  return hash ^ (hash >> 15U);
}

}  // namespace thalign
