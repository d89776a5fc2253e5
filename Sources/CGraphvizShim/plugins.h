#ifndef PODMAP_GRAPHVIZ_PLUGINS_H
#define PODMAP_GRAPHVIZ_PLUGINS_H

#include "headers.h"

/// A context with just the plugins that need no fonts; NULL where they are not found.
///
/// `folder` is where they lie; NULL: beside the library that was loaded.
GVC_t *podmap_context_without_fonts(const char *folder);

/// Adds one plugin to a context: "neato_layout"; 0 where it is not found. `folder` as above.
int podmap_add_plugin(GVC_t *context, const char *folder, const char *name);

#endif
