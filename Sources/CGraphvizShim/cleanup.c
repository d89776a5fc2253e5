#include "CGraphvizShim.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// What a signal may touch: a fixed table, filled from the front. A folder stands before its files.
enum { most = 128 };
static char *volatile paths[most];
static volatile sig_atomic_t count;

static void remove_and_end(int signal_number) {
  for (int position = count; position-- > 0;)
    if (unlink(paths[position]) != 0) rmdir(paths[position]);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void handle(int signal_number) {
  struct sigaction action;
  // What the program does with the signal, or was told to ignore, stays.
  if (sigaction(signal_number, NULL, &action) != 0 || action.sa_handler != SIG_DFL) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = remove_and_end;
  sigaction(signal_number, &action, NULL);
}

void podmap_remove_on_signal(const char *path) {
  if (count == most) return;
  char *copy = strdup(path);
  if (!copy) return;
  paths[count] = copy;
  if (count++ > 0) return;
  handle(SIGINT);
  handle(SIGTERM);
  handle(SIGHUP);
}
