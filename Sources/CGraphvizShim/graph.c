#include "graph.h"

#include <stdlib.h>
#include <string.h>

// MARK: - Ids

typedef uint64_t id_number;

static void *open_ids(graph_t *graph, void *disciplines) {
  (void)graph, (void)disciplines;
  return calloc(1, sizeof(id_number));
}

// Leave names to cgraph's own table, and give each object the next number.
static long next_id(void *last, int type, char *name, id_number *id, int create) {
  (void)type, (void)create;
  if (name || !last) return 0;
  *id = ++*(id_number *)last;
  return 1;
}

static long no_id(void *last, int type, id_number id) {
  (void)last, (void)type, (void)id;
  return 0;
}

static void free_id(void *last, int type, id_number id) { (void)last, (void)type, (void)id; }

static char *no_name(void *last, int type, id_number id) {
  (void)last, (void)type, (void)id;
  return NULL;
}

static void register_id(void *last, int type, void *object) { (void)last, (void)type, (void)object; }

// Agiddisc_t up to Graphviz 12; later versions have no `allocate`.
typedef struct {
  void *(*open)(graph_t *, void *disciplines);
  long (*map)(void *, int type, char *name, id_number *, int create);
  long (*allocate)(void *, int type, id_number);
  void (*free)(void *, int type, id_number);
  char *(*print)(void *, int type, id_number);
  void (*close)(void *);
  void (*registers)(void *, int type, void *object);
} old_ids;

typedef struct {
  void *(*open)(graph_t *, void *disciplines);
  long (*map)(void *, int type, char *name, id_number *, int create);
  void (*free)(void *, int type, id_number);
  char *(*print)(void *, int type, id_number);
  void (*close)(void *);
  void (*registers)(void *, int type, void *object);
} new_ids;

// MARK: - Reading

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

// Agdisc_t up to Graphviz 8; later versions have no `memory`.
typedef struct {
  void *memory;
  const void *ids;
  const podmap_input *input;
} old_disciplines;

typedef struct {
  const void *ids;
  const podmap_input *input;
} new_disciplines;

graph_t *podmap_graph_read(const podmap_library *library, const char *dot, size_t length) {
  // A graph keeps pointers to its disciplines, so they must outlive it.
  static const old_ids ids_before_13 = {open_ids, next_id, no_id, free_id, no_name, free, register_id};
  static const new_ids ids = {open_ids, next_id, free_id, no_name, free, register_id};
  static podmap_input input;
  static old_disciplines disciplines_before_9;
  static new_disciplines disciplines;
  input = *library->input;
  input.read = read_text;
  disciplines.ids = library->major < 13 ? (const void *)&ids_before_13 : &ids;
  disciplines.input = &input;
  // Graphviz takes its own way to allocate memory if none is given.
  disciplines_before_9 = (old_disciplines){NULL, disciplines.ids, &input};
  void *chosen = library->major < 9 ? (void *)&disciplines_before_9 : &disciplines;

  text rest = {dot, length};
  graph_t *graph = library->agread(&rest, chosen);
  // After an error there is still a graph, of what came before it.
  int is_whole = graph && !library->agerrors();
  // Older versions would keep what follows the graph for the next reader.
  for (graph_t *another; graph && (another = library->agread(&rest, chosen));) library->agclose(another);
  if (is_whole) {
    library->agreseterrors();
  } else if (graph) {
    library->agclose(graph);
    graph = NULL;
  }
  return graph;
}

// MARK: - The layout

// The beginnings of layout_t and Agraphinfo_t.
typedef struct {
  double quantum, scale, ratio, dpi;
} drawing;

typedef struct {
  struct {
    char *name;
    void *next;
  } header;
  drawing *drawing;
  void *label;
  podmap_box box;
} information;

static information *information_of(const podmap_library *library, graph_t *graph) {
  return library->aggetrec(graph, "Agraphinfo_t", 0);
}

podmap_box podmap_graph_box(const podmap_library *library, graph_t *graph) {
  information *found = information_of(library, graph);
  return found ? found->box : (podmap_box){0, 0, 0, 0};
}

void podmap_graph_set_dpi(const podmap_library *library, graph_t *graph, double dpi) {
  information *found = information_of(library, graph);
  if (found && found->drawing) found->drawing->dpi = dpi;
}
