#include "headers.h"

#ifdef PODMAP_HAS_GRAPHVIZ
#include "graph.h"

#include <stdlib.h>
#include <string.h>

static void *open_ids(graph_t *graph, Agdisc_t *disciplines) {
  (void)graph, (void)disciplines;
  return calloc(1, sizeof(IDTYPE));
}

// Leave names to cgraph's own table, and give each object the next number.
static long next_id(void *last, int type, char *name, IDTYPE *id, int create) {
  (void)type, (void)create;
  if (name || !last) return 0;
  *id = ++*(IDTYPE *)last;
  return 1;
}

static void free_id(void *last, int type, IDTYPE id) { (void)last, (void)type, (void)id; }

static char *no_name(void *last, int type, IDTYPE id) {
  (void)last, (void)type, (void)id;
  return NULL;
}

typedef struct {
  const char *next;
  size_t left;
} text;

static int read_text(void *channel, char *buffer, int size) {
  text *rest = channel;
  size_t count = rest->left < (size_t)size ? rest->left : (size_t)size;
  memcpy(buffer, rest->next, count);
  rest->next += count;
  rest->left -= count;
  return (int)count;
}

graph_t *podmap_graph_read(const char *dot, size_t length) {
  // Copied and overwritten field by field, because the fields differ between versions. A graph keeps pointers to its
  // disciplines, so they must outlive it.
  static Agiddisc_t ids;
  static Agiodisc_t input;
  static Agdisc_t disciplines;
  ids = AgIdDisc;
  ids.open = open_ids;
  ids.map = next_id;
  ids.free = free_id;
  ids.print = no_name;
  ids.close = free;
  input = AgIoDisc;
  input.afread = read_text;
  disciplines = AgDefaultDisc;
  disciplines.id = &ids;
  disciplines.io = &input;

  text rest = {dot, length};
  graph_t *graph = agread(&rest, &disciplines);
  // After an error there is still a graph, of what came before it.
  int is_whole = graph && !agerrors();
  // Older versions would keep what follows the graph for the next reader.
  for (graph_t *another; graph && (another = agread(&rest, &disciplines));) agclose(another);
  if (is_whole) {
    agreseterrors();
  } else if (graph) {
    agclose(graph);
    graph = NULL;
  }
  return graph;
}

#endif
