#include "CGraphvizShim.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// All that the signal handler touches: a fixed table, filled from the front. A folder comes before its files.
enum { max_paths = 128 };
static char *volatile paths[max_paths];
static volatile sig_atomic_t count;

static void remove_and_end(int signal_number) {
  for (int position = count; position-- > 0;)
    if (unlink(paths[position]) != 0) rmdir(paths[position]);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void handle(int signal_number) {
  struct sigaction action;
  // If the program handles or ignores the signal, leave that unchanged.
  if (sigaction(signal_number, NULL, &action) != 0 || action.sa_handler != SIG_DFL) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = remove_and_end;
  sigaction(signal_number, &action, NULL);
}

void podmap_remove_on_signal(const char *path) {
  if (count == max_paths) return;
  char *copy = strdup(path);
  if (!copy) return;
  paths[count] = copy;
  if (count++ > 0) return;
  handle(SIGINT);
  handle(SIGTERM);
  handle(SIGHUP);
}
