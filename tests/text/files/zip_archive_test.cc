// SPDX-License-Identifier: Apache-2.0
#include "text/files/zip_archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/error_message.h"
#include "tests/text/files/zip_builder.h"
#include "text/error.h"

namespace thalign {
namespace {

using testing::HasSubstr;

std::string read_part(const std::string& bytes, const std::string& part) {
  return ZipArchive(bytes, "file").read(part);
}

TEST(ZipArchiveTest, ReadsPartsByName) {
  const std::string bytes = zip_of({{"a.xml", "one"}, {"b/c.xml", ""}});
  const ZipArchive archive(bytes, "file");
  EXPECT_TRUE(archive.has("b/c.xml"));
  EXPECT_FALSE(archive.has("c.xml"));
  EXPECT_EQ(archive.read("a.xml"), "one");
  EXPECT_EQ(archive.read("b/c.xml"), "");
}

TEST(ZipArchiveTest, RefusesWhatIsNoWholeArchive) {
  const std::string bytes = zip_of({{"a.xml", std::string(1000, 'a') + "b"}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(read_part(bytes.substr(0, size), "a.xml"), Error) << size;
  }
  EXPECT_EQ(error_message([&] { (void)read_part(bytes.substr(0, 40), "a.xml"); }),
            "file: the archive is damaged or cut off; get it whole");
}

TEST(ZipArchiveTest, RefusesAMissingPart) {
  EXPECT_EQ(error_message([] {
              (void)read_part(zip_of({{"a", "b"}}), "c");
            }),
            "file: has no part c; the document is damaged, or of another kind");
}

TEST(ZipArchiveTest, RefusesDamagedBytes) {
  std::string bytes = zip_of({{"mimetype", "stored as it is"}});
  bytes[bytes.find("stored")] = 'S';
  EXPECT_THAT(error_message([&] { (void)read_part(bytes, "mimetype"); }), HasSubstr("is damaged"));
}

TEST(ZipArchiveTest, RefusesEncryptedParts) {
  EXPECT_EQ(error_message([] {
              (void)read_part(zip_of({{"a", "b"}}, "secret"), "a");
            }),
            "file: is encrypted; save it without a password");
}

TEST(ZipArchiveTest, RefusesBombs) {
  const std::string bomb = zip_of({{"a", std::string(std::size_t{20} << 20U, '\0')}});
  const ZipArchive archive(bomb, "file");
  ZipPart part = archive.open("a");
  std::string piece(100'000, ' ');
  std::size_t read = 0;
  const std::string message = error_message([&] {
    while (const std::size_t got = part.read(piece.data(), piece.size())) read += got;
  });
  EXPECT_EQ(message,
            "file: a: unpacks to more than 8 MiB; no document of text does: check where it comes "
            "from");
  EXPECT_LE(read, ZipArchive::kMinCheckedBytes);
}

}  // namespace
}  // namespace thalign
