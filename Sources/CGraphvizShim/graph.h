#ifndef PODMAP_GRAPHVIZ_GRAPH_H
#define PODMAP_GRAPHVIZ_GRAPH_H

#include "headers.h"

/// Reads the first graph of a text; NULL where it has an error.
///
/// What the graph's objects are called inside of Graphviz depends on the text alone: Graphviz itself takes addresses
/// in memory, and with them its drawings change from one graph of a process to the next.
graph_t *podmap_graph_read(const char *dot, size_t length);

#endif
