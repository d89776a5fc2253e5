#ifndef PODMAP_GRAPHVIZ_GRAPH_H
#define PODMAP_GRAPHVIZ_GRAPH_H

#include "library.h"

/// A rectangle in points, with the fields of boxf.
typedef struct {
  double left, bottom, right, top;
} podmap_box;

/// Reads the first graph of a text. Returns NULL if it contains an error.
///
/// The ids of the objects inside Graphviz depend on the text alone. Graphviz's own ids are addresses in memory, so its
/// drawings would change from one graph of a process to the next.
graph_t *podmap_graph_read(const podmap_library *library, const char *dot, size_t length);

/// The bounding box of a graph that is laid out.
podmap_box podmap_graph_box(const podmap_library *library, graph_t *graph);

/// Sets the pixels per inch of a graph that is laid out.
void podmap_graph_set_dpi(const podmap_library *library, graph_t *graph, double dpi);

#endif
