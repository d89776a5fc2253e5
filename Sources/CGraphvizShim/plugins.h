#ifndef PODMAP_GRAPHVIZ_PLUGINS_H
#define PODMAP_GRAPHVIZ_PLUGINS_H

#include "headers.h"

/// A context with just the plugins that need no fonts; NULL where they are not found.
///
/// `folder` is where they lie; NULL: beside the library that was loaded.
GVC_t *podmap_context_without_fonts(const char *folder);

#endif
