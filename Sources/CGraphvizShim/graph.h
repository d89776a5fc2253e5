#ifndef PODMAP_GRAPHVIZ_GRAPH_H
#define PODMAP_GRAPHVIZ_GRAPH_H

#include "headers.h"

/// Reads the first graph of a text. Returns NULL if it has an error.
///
/// The names of the graph's objects inside Graphviz depend only on the text. By default, Graphviz derives them from
/// memory addresses, so that its output would differ from one graph of a process to the next.
graph_t *podmap_graph_read(const char *dot, size_t length);

#endif
