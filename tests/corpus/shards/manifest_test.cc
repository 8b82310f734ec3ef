// SPDX-License-Identifier: Apache-2.0
#include "corpus/shards/manifest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/error.h"

namespace thalign {
namespace {

const std::vector<Shard> kShards{{"shard-0.jsonl", 0, 2, 30, 0x1234},
                                 {"shard-1.jsonl", 2, 1, 9, 7}};

TEST(ManifestTest, ReadsWhatItWrites) {
  EXPECT_EQ(parse_manifest(format_manifest(kShards), "m"), kShards);
  EXPECT_TRUE(parse_manifest(format_manifest({}), "m").empty());
}

TEST(ManifestTest, RefusesWhatIsNone) {
  const std::string text = format_manifest(kShards);
  const std::size_t last = text.rfind("\n1\t");
  for (const std::string& wrong :
       {std::string(), std::string("0\tx\t0\t1\t2\t3\n"), text + text.substr(last + 1),
        text.substr(0, text.find("\n0\t") + 1) + text.substr(last + 1), text + "2\tx\t0\t1\n",
        text + "2\tx\t0\tmany\t3\t4\n"}) {
    EXPECT_THROW(parse_manifest(wrong, "m"), Error) << wrong;
  }
}

TEST(ShardRecordTest, ReadsWhatItWrites) {
  const ShardRecord record{0xAB, "thalign 1", 10, 1, 99, 1234, 0xFFFFFFFFFFFFFFFF};
  const std::string text = format_record(record);
  EXPECT_EQ(parse_record(text, "r"), record);
  for (std::size_t size = 0; size + 2 < text.size(); size += 7) {
    if (text.substr(0, size) == text) continue;
    try {
      EXPECT_NE(parse_record(text.substr(0, size), "r"), record) << size;
    } catch (const Error&) {
      continue;
    }
  }
}

TEST(IndexRangesTest, RunsBecomeRanges) {
  EXPECT_EQ(index_ranges({}), "");
  EXPECT_EQ(index_ranges({4}), "4");
  EXPECT_EQ(index_ranges({0, 1, 2, 5, 7, 8}), "0-2,5,7-8");
}

}  // namespace
}  // namespace thalign
