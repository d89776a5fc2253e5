// Compiles to nothing where Graphviz is not installed, so that the rest of the package builds there.
#if __has_include(<graphviz/gvc.h>) || __has_include(<gvc.h>)

#define _GNU_SOURCE
#include "CGraphvizShim.h"

#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#else
#include <gvc.h>
#endif

#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// gvRenderData takes `unsigned int *` before Graphviz 13 and `size_t *` from then on.
static int render_to_memory(GVC_t *context, graph_t *graph, const char *format, char **bytes, size_t *length) {
  unsigned int old_length = 0;
  size_t new_length = 0;
  int result = _Generic(&gvRenderData,
      int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *):
          ((int (*)(GVC_t *, graph_t *, const char *, char **, void *))(void *)gvRenderData)(context, graph, format, bytes,
                                                                                         &old_length),
      default: ((int (*)(GVC_t *, graph_t *, const char *, char **, void *))(void *)gvRenderData)(context, graph, format,
                                                                                                bytes, &new_length));
  *length = old_length ? old_length : new_length;
  return result;
}

// The folder of plugins lies beside the library: PREFIX/lib/libgvc.so.6 and PREFIX/lib/graphviz.
static int plugin_folder(char *folder, size_t size) {
  Dl_info info;
  if (!dladdr((void *)gvContext, &info) || !info.dli_fname) return 0;
  char *library = realpath(info.dli_fname, NULL);
  if (!library) return 0;
  char *slash = strrchr(library, '/');
  int fits = slash && snprintf(folder, size, "%.*s/graphviz", (int)(slash - library), library) < (int)size;
  free(library);
  return fits;
}

// Loads one plugin by the beginning of its file name: libgvplugin_core.so.6, libgvplugin_core.6.dylib.
static int add_plugin(GVC_t *context, const char *folder, const char *name) {
  char prefix[64], symbol[64], chosen[512] = "", path[4096];
  snprintf(prefix, sizeof prefix, "libgvplugin_%s.", name);
  snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name);
  DIR *directory = opendir(folder);
  if (!directory) return 0;
  // The shortest name, and of these the first: the same file on every run.
  for (struct dirent *entry; (entry = readdir(directory));) {
    const char *file = entry->d_name;
    if (strncmp(file, prefix, strlen(prefix)) || strlen(file) >= sizeof chosen) continue;
    if (!chosen[0] || strlen(file) < strlen(chosen) || (strlen(file) == strlen(chosen) && strcmp(file, chosen) < 0))
      strcpy(chosen, file);
  }
  closedir(directory);
  if (!chosen[0] || snprintf(path, sizeof path, "%s/%s", folder, chosen) >= (int)sizeof path) return 0;
  void *handle = dlopen(path, RTLD_NOW);
  gvplugin_library_t *library = handle ? (gvplugin_library_t *)dlsym(handle, symbol) : NULL;
  if (!library) return 0;
  gvAddLibrary(context, library);
  return 1;
}

static GVC_t *context_without_fonts(void) {
  char folder[4096];
  if (!plugin_folder(folder, sizeof folder)) return NULL;
  static lt_symlist_t none[] = {{0, 0}};
  GVC_t *context = gvContextPlugins(none, 0);
  if (!context) return NULL;
  if (add_plugin(context, folder, "core") && add_plugin(context, folder, "dot_layout") &&
      add_plugin(context, folder, "neato_layout"))
    return context;
  gvFreeContext(context);
  return NULL;
}

podmap_graphviz_result podmap_graphviz_render(const char *dot, const char *engine, const char *format,
                                              int without_fonts) {
  podmap_graphviz_result result = {podmap_graphviz_done, 1, NULL, 0};
  GVC_t *context = without_fonts ? context_without_fonts() : NULL;
  if (!context) {
    result.found_plugins = !without_fonts;
    context = gvContext();
  }
  if (!context) {
    result.status = podmap_graphviz_no_context;
    return result;
  }
  graph_t *graph = agmemread(dot);
  // A partial graph after an error is none.
  if (!graph || agerrors()) {
    result.status = podmap_graphviz_no_graph;
    return result;
  }
  if (gvLayout(context, graph, engine) != 0 || agerrors()) {
    result.status = podmap_graphviz_no_layout;
    return result;
  }
  char *bytes = NULL;
  size_t length = 0;
  if (render_to_memory(context, graph, format, &bytes, &length) != 0 || !bytes) {
    result.status = podmap_graphviz_no_rendering;
  } else if (!(result.bytes = malloc(length ? length : 1))) {
    result.status = podmap_graphviz_no_memory;
  } else {
    memcpy(result.bytes, bytes, length);
    result.length = length;
  }
  if (bytes) gvFreeRenderData(bytes);
  gvFreeLayout(context, graph);
  agclose(graph);
  gvFreeContext(context);
  return result;
}

char *podmap_graphviz_version(void) {
  GVC_t *context = gvContext();
  if (!context) return NULL;
  char *version = strdup(gvcVersion(context));
  gvFreeContext(context);
  return version;
}

#endif
