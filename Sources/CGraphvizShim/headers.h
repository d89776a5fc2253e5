#ifndef PODMAP_GRAPHVIZ_HEADERS_H
#define PODMAP_GRAPHVIZ_HEADERS_H

// Without the headers, the shim compiles to nothing, so that a package that only writes text needs no Graphviz.
#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#define PODMAP_HAS_GRAPHVIZ 1
#elif __has_include(<gvc.h>)
#include <gvc.h>
#define PODMAP_HAS_GRAPHVIZ 1
#endif

#endif
