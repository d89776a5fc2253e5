#ifndef PODMAP_GRAPHVIZ_PLUGINS_H
#define PODMAP_GRAPHVIZ_PLUGINS_H

#include "library.h"

/// A context with only the plugins that need no fonts. Returns NULL if they are not found.
///
/// `folder` is the folder of the plugins; NULL means the one next to the loaded library.
GVC_t *podmap_context_without_fonts(const podmap_library *library, const char *folder);

/// Adds one plugin, such as "neato_layout", to a context. Returns 0 if it is not found. `folder` as above.
int podmap_add_plugin(const podmap_library *library, GVC_t *context, const char *folder, const char *name);

#endif
