#ifndef PODMAP_GRAPHVIZ_LIBRARY_H
#define PODMAP_GRAPHVIZ_LIBRARY_H

#include <stddef.h>
#include <stdint.h>

// What podmap uses of Graphviz, declared here because the library is loaded at run time: a binary has to run with the
// version that a system has, whichever version it was built beside. The sources are cgraph.h, gvc.h, gvcext.h and
// types.h of Graphviz 2.42 to 14.

typedef struct Agraph_s graph_t;
typedef struct GVC_s GVC_t;
typedef struct gvplugin_library_s gvplugin_library_t;

/// A plugin that is linked in; we pass only the end of a list.
typedef struct {
  const char *name;
  void *address;
} lt_symlist_t;

/// How a graph is read, with the fields of Agiodisc_t.
typedef struct {
  int (*read)(void *channel, char *buffer, int size);
  int (*write)(void *channel, const char *text);
  int (*flush)(void *channel);
} podmap_input;

/// X(result, name, parameters) for each function.
#define PODMAP_GRAPHVIZ_FUNCTIONS(X)                                                     \
  X(int, agclose, (graph_t *))                                                           \
  X(int, agerrors, (void))                                                               \
  X(char *, agget, (void *object, char *name))                                           \
  X(void *, aggetrec, (void *object, const char *name, int move_to_front))               \
  X(graph_t *, agread, (void *channel, void *disciplines))                               \
  X(int, agreseterrors, (void))                                                          \
  X(int, agsafeset, (void *object, char *name, const char *value, const char *fallback)) \
  X(void, gvAddLibrary, (GVC_t *, gvplugin_library_t *))                                 \
  X(GVC_t *, gvContext, (void))                                                          \
  X(GVC_t *, gvContextPlugins, (const lt_symlist_t *, int demand_loading))               \
  X(int, gvFreeContext, (GVC_t *))                                                       \
  X(int, gvFreeLayout, (GVC_t *, graph_t *))                                             \
  X(void, gvFreeRenderData, (char *))                                                    \
  X(int, gvLayout, (GVC_t *, graph_t *, const char *engine))                             \
  X(int, gvRenderData, (GVC_t *, graph_t *, const char *format, char **, void *length))  \
  X(char *, gvcVersion, (GVC_t *))

typedef struct {
  /// The file that was loaded.
  char path[4096];
  /// As Graphviz writes it: "12.2.1".
  char version[32];
  int major;
#define PODMAP_FIELD(result, name, parameters) result(*name) parameters;
  PODMAP_GRAPHVIZ_FUNCTIONS(PODMAP_FIELD)
#undef PODMAP_FIELD
  /// Graphviz's own way of reading and writing.
  const podmap_input *input;
} podmap_library;

/// Loads the library once. Returns NULL if there is none that can be used.
const podmap_library *podmap_graphviz_library(void);

#endif
