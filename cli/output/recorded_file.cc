// SPDX-License-Identifier: Apache-2.0
#include "cli/output/recorded_file.h"

#include <sched.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <system_error>

namespace thalign::cli {
namespace {

// SIGPIPE, too: a reader of standard output may go while a file is being written.
constexpr std::array kFatalSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU};

struct Removal {
  std::atomic<bool> taken = false;
  std::atomic<bool> armed = false;  ///< `path` is whole
  std::array<char, PATH_MAX> path{};
};

// A signal handler can reach nothing but globals. Zero by `constinit`, whose pages are not touched
// before they are used: 4 MiB.
constinit std::array<Removal, 1024> removals;
std::atomic<int> holds = 0;
std::atomic<bool> dying = false;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void remove_and_die(int signal) {
  dying = true;
  while (holds > 0) sched_yield();
  remove_recorded_files();
  // SA_RESETHAND has restored the default action: it ends the process when this handler returns.
  raise(signal);
}

bool install_handlers() {
  struct sigaction action = {};
  action.sa_handler = remove_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : kFatalSignals) {
    struct sigaction before = {};
    // A signal that is ignored, as under nohup, stays so.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
  return true;
}

std::size_t take_place() {
  for (std::size_t i = 0; i < removals.size(); ++i) {
    bool taken = false;
    if (removals[i].taken.compare_exchange_strong(taken, true)) return i;
  }
  throw std::system_error(EMFILE, std::generic_category());
}

}  // namespace

SignalHold::SignalHold() {
  static const bool handlers_installed = install_handlers();
  (void)handlers_installed;
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : kFatalSignals) sigaddset(&set, signal);
  pthread_sigmask(SIG_BLOCK, &set, &before_);
  ++holds;
  if (!dying) return;
  --holds;
  for (;;) pause();
}

SignalHold::~SignalHold() {
  --holds;
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

RecordedFile::RecordedFile(const std::filesystem::path& path) : place_(take_place()) {
  Removal& removal = removals[place_];
  if (path.native().size() >= removal.path.size()) {
    removal.taken = false;
    throw std::system_error(ENAMETOOLONG, std::generic_category());
  }
  std::memcpy(removal.path.data(), path.c_str(), path.native().size() + 1);
  removal.armed = true;
}

RecordedFile::~RecordedFile() {
  removals[place_].armed = false;
  removals[place_].taken = false;
}

void remove_recorded_files() noexcept {
  for (const Removal& removal : removals) {
    if (removal.armed) unlink(removal.path.data());
  }
}

}  // namespace thalign::cli
