#define _GNU_SOURCE
#include "CGraphvizShim.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

enum { ticks_per_second = 4, ended_by_guard = 3 };

static pid_t parent;
static volatile sig_atomic_t ticks_left = -1;

// Calls only what is safe in a signal handler.
static void tick(int signal) {
  (void)signal;
  if (getppid() != parent) _exit(ended_by_guard);
  if (ticks_left > 0 && --ticks_left == 0) _exit(ended_by_guard);
}

static void limit_memory(size_t memory) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  // A sanitizer reserves more addresses than any limit has room for.
  return;
#endif
#endif
  // A lower limit of the system's stays. Where this isn't counted, as on macOS, it changes nothing.
  struct rlimit space;
  if (getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur > memory) {
    space.rlim_cur = memory;
    setrlimit(RLIMIT_AS, &space);
  }
}

void podmap_worker_begin(size_t memory) {
  // The parent reports a crash; no core file is needed.
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  limit_memory(memory);

  // A timer rather than a signal from the kernel on the parent's death: only Linux has one, and it is sent as soon as
  // the thread ends that started this process.
  parent = getppid();
  struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  // The parent may have blocked the signal.
  sigset_t alarm_signal;
  sigemptyset(&alarm_signal);
  sigaddset(&alarm_signal, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &alarm_signal, NULL);
  struct timeval step = {0, 1000000 / ticks_per_second};
  setitimer(ITIMER_REAL, &(struct itimerval){step, step}, NULL);
}

void podmap_worker_end_after(double seconds) {
  if (seconds > 0 && seconds < 1e6) ticks_left = (sig_atomic_t)(seconds * ticks_per_second) + 1;
}
