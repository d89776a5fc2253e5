#ifndef PODMAP_GRAPHVIZ_SHIM_H
#define PODMAP_GRAPHVIZ_SHIM_H

#include <stddef.h>

/// How a rendering ended.
enum podmap_graphviz_status {
  podmap_graphviz_done = 0,
  podmap_graphviz_no_context = 1,
  podmap_graphviz_no_graph = 2,
  podmap_graphviz_no_layout = 3,
  podmap_graphviz_no_rendering = 4,
  podmap_graphviz_no_memory = 5,
};

typedef struct {
  int status;
  /// Whether the plugins that need no fonts were found; if not, Graphviz's defaults were used.
  int found_plugins;
  char *bytes;
  size_t length;
} podmap_graphviz_result;

/// Lays out one graph in the DOT language and renders it. Not thread-safe; messages go to standard error.
///
/// With `without_fonts`, text is measured with the widths that are built into Graphviz, so that the result is the
/// same whatever fonts the machine has. The caller frees the bytes.
podmap_graphviz_result podmap_graphviz_render(const char *dot, const char *engine, const char *format,
                                              int without_fonts);

/// The version of the library that was loaded: "2.43.0". The caller frees it.
char *podmap_graphviz_version(void);

#endif
