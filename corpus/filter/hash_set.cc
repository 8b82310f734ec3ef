// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/hash_set.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <queue>
#include <string>
#include <tuple>
#include <utility>

#include "text/files/io_error.h"

namespace thalign {
namespace {

constexpr std::size_t kBlockHashes = 512;
constexpr std::size_t kFirstSlots = 1024;

[[noreturn]] void fail(const std::filesystem::path& folder, const char* action) {
  throw io_error(folder.string(), action, errno,
                 "check that the folder may be written to and has room: what does not fit into "
                 "memory is kept there");
}

int open_nameless(const std::filesystem::path& folder) {
  std::string path = (folder / ".thalign-hashes-XXXXXX").string();
  const int descriptor = mkostemp(path.data(), O_CLOEXEC);
  if (descriptor < 0) fail(folder, "write a temporary file in");
  (void)unlink(path.c_str());
  return descriptor;
}

/// Goes through hashes of a file in ascending order.
class Walk {
 public:
  explicit Walk(const SortedHashes& hashes) : hashes_(&hashes), block_(hashes.block(0)) {}

  bool at_end() const { return next_ == block_.size(); }
  std::uint64_t hash() const { return block_[next_]; }
  void advance() {
    if (++next_ < block_.size()) return;
    block_ = hashes_->block(++number_);
    next_ = 0;
  }

 private:
  const SortedHashes* hashes_;
  std::vector<std::uint64_t> block_;
  std::size_t number_ = 0, next_ = 0;
};

/// Requires: no hash is in two of `files`.
SortedHashes merged(const std::vector<SortedHashes>& files, const std::filesystem::path& folder) {
  SortedHashes result(folder);
  std::vector<Walk> walks(files.begin(), files.end());
  using Next = std::pair<std::uint64_t, std::size_t>;
  std::priority_queue<Next, std::vector<Next>, std::greater<>> next;
  const auto push = [&](std::size_t i) {
    if (!walks[i].at_end()) next.emplace(walks[i].hash(), i);
  };
  for (std::size_t i = 0; i < walks.size(); ++i) push(i);
  while (!next.empty()) {
    const auto [hash, i] = next.top();
    next.pop();
    result.append(hash);
    walks[i].advance();
    push(i);
  }
  return result;
}

}  // namespace

SortedHashes::SortedHashes(const std::filesystem::path& folder)
    : folder_(folder), descriptor_(open_nameless(folder)) {}

SortedHashes::SortedHashes(SortedHashes&& other) noexcept
    : folder_(std::move(other.folder_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      first_(std::move(other.first_)),
      last_(std::move(other.last_)) {}

SortedHashes& SortedHashes::operator=(SortedHashes&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(first_, other.first_);
  std::swap(last_, other.last_);
  return *this;
}

SortedHashes::~SortedHashes() {
  if (descriptor_ >= 0) close(descriptor_);
}

void SortedHashes::append(std::uint64_t hash) {
  last_.push_back(hash);
  ++size_;
  if (last_.size() == kBlockHashes) write_block();
}

void SortedHashes::write_block() {
  const char* next = reinterpret_cast<const char*>(last_.data());
  for (std::size_t left = sizeof last_[0] * last_.size(); left > 0;) {
    const ssize_t written = ::write(descriptor_, next, left);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(folder_, "write a temporary file in");
    next += written;
    left -= static_cast<std::size_t>(written);
  }
  first_.push_back(last_.front());
  last_.clear();
}

std::vector<std::uint64_t> SortedHashes::block(std::size_t number) const {
  if (number >= first_.size())
    return number == first_.size() ? last_ : std::vector<std::uint64_t>();
  std::vector<std::uint64_t> hashes(kBlockHashes);
  constexpr std::size_t kBlockBytes = kBlockHashes * sizeof(std::uint64_t);
  char* const bytes = reinterpret_cast<char*>(hashes.data());
  for (std::size_t done = 0; done < kBlockBytes;) {
    const ssize_t got = pread(descriptor_, bytes + done, kBlockBytes - done,
                              static_cast<off_t>(number * kBlockBytes + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(folder_, "read a temporary file in");
    done += static_cast<std::size_t>(got);
  }
  return hashes;
}

bool SortedHashes::contains(std::uint64_t hash) const {
  if (!last_.empty() && hash >= last_.front()) return std::ranges::binary_search(last_, hash);
  const auto above = std::ranges::upper_bound(first_, hash);
  if (above == first_.begin()) return false;
  const auto number = static_cast<std::size_t>(above - first_.begin() - 1);
  return std::ranges::binary_search(block(number), hash);
}

HashSet::HashSet(std::filesystem::path folder, std::size_t most_slots)
    : folder_(std::move(folder)),
      most_slots_(most_slots),
      slots_(std::min(kFirstSlots, most_slots)) {
  assert(most_slots >= 2 && (most_slots & (most_slots - 1)) == 0);
}

bool HashSet::add(std::uint64_t hash) {
  if (hash == 0) hash = 1;  // 0 is a free slot
  if (2 * (used_ + 1) > slots_.size()) {
    if (slots_.size() < most_slots_) {
      grow();
    } else {
      move_to_file();
    }
  }
  const auto has = [hash](const SortedHashes& file) { return file.contains(hash); };
  if (std::ranges::any_of(files_, has) || !put(hash)) return false;
  ++used_;
  ++size_;
  return true;
}

bool HashSet::put(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = mixed(hash) & mask;
  while (slots_[slot] != 0) {
    if (slots_[slot] == hash) return false;
    slot = (slot + 1) & mask;
  }
  slots_[slot] = hash;
  return true;
}

void HashSet::grow() {
  std::vector<std::uint64_t> old(2 * slots_.size());
  old.swap(slots_);
  for (const std::uint64_t hash : old) {
    if (hash != 0) put(hash);
  }
}

void HashSet::move_to_file() {
  const auto end = std::remove(slots_.begin(), slots_.end(), std::uint64_t{0});
  std::sort(slots_.begin(), end);
  files_.emplace_back(folder_);
  std::for_each(slots_.begin(), end, [&](std::uint64_t hash) { files_.back().append(hash); });
  std::ranges::fill(slots_, 0);
  used_ = 0;
  if (files_.size() < kMostFiles) return;
  SortedHashes all = merged(files_, folder_);
  files_.clear();
  files_.push_back(std::move(all));
}

}  // namespace thalign
