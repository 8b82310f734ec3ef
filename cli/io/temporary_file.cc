#include "cli/io/temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace thalign::cli {
namespace {

// SIGPIPE, too: a reader of standard output may go while a file is being written.
constexpr std::array fatal_signals{SIGINT, SIGTERM, SIGHUP, SIGPIPE};

/// A file to remove if a signal ends the process.
struct Removal {
  std::atomic<bool> taken = false;
  std::atomic<bool> armed = false;  ///< `path` is whole
  std::array<char, PATH_MAX> path{};
};

// A signal handler can reach nothing but globals. Zero by `constinit`, whose pages are not touched
// before they are used: 4 MiB.
constinit std::array<Removal, 1024> removals;
std::atomic<int> being_created = 0;  // files that are just being armed and created
std::atomic<bool> dying = false;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

/// While it lives, this thread may create a file: no signal ends the process in between.
class Creation {
 public:
  Creation() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : fatal_signals) sigaddset(&set, signal);
    pthread_sigmask(SIG_BLOCK, &set, &before_);
    ++being_created;
    if (!dying) return;
    --being_created;
    for (;;) pause();
  }
  Creation(const Creation&) = delete;
  Creation& operator=(const Creation&) = delete;
  ~Creation() {
    --being_created;
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t before_{};
};

extern "C" void remove_and_die(int signal) {
  dying = true;
  while (being_created > 0) sched_yield();
  for (const Removal& removal : removals) {
    if (removal.armed) unlink(removal.path.data());
  }
  // SA_RESETHAND has restored the default action: it ends the process when this handler returns.
  raise(signal);
}

bool install_handlers() {
  struct sigaction action = {};
  action.sa_handler = remove_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : fatal_signals) {
    struct sigaction before = {};
    // A signal that is ignored, as under nohup, stays so.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
  return true;
}

[[noreturn]] void fail(int error) { throw std::system_error(error, std::generic_category()); }

std::size_t take_place() {
  for (std::size_t i = 0; i < removals.size(); ++i) {
    bool taken = false;
    if (removals[i].taken.compare_exchange_strong(taken, true)) return i;
  }
  fail(EMFILE);
}

void give_back(std::size_t place) {
  removals[place].armed = false;
  removals[place].taken = false;
}

}  // namespace

TemporaryFile::TemporaryFile(std::filesystem::path target)
    : target_(std::move(target)), place_(take_place()) {
  static const bool handlers_installed = install_handlers();
  (void)handlers_installed;
  static std::atomic<unsigned> count = 0;
  Removal& removal = removals[place_];
  const Creation creation;
  do {
    path_ = target_.parent_path() / fmt::format(".thalign-{}-{}.tmp", getpid(), count++);
    if (path_.native().size() >= removal.path.size()) {
      give_back(place_);
      fail(ENAMETOOLONG);
    }
    descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (descriptor_ < 0 && errno == EEXIST);
  if (descriptor_ < 0) {
    const int error = errno;
    give_back(place_);
    fail(error);
  }
  std::memcpy(removal.path.data(), path_.c_str(), path_.native().size() + 1);
  removal.armed = true;
}

TemporaryFile::~TemporaryFile() {
  close(descriptor_);
  if (!path_.empty()) unlink(path_.c_str());
  give_back(place_);
}

void TemporaryFile::rename() {
  // A signal that comes before the place is given back finds no file of that name any more.
  if (std::rename(path_.c_str(), target_.c_str()) != 0) fail(errno);
  path_.clear();
}

}  // namespace thalign::cli
