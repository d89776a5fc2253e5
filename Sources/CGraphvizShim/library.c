#define _GNU_SOURCE
#include "library.h"

#include "CGraphvizShim.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Number 6 up to Graphviz 12, number 7 from 13 on. The development package's link, without a number, is not among
// them: it may lead to a version that nobody has tried.
static const char *const names[] = {
#ifdef __APPLE__
    "/opt/homebrew/lib/libgvc.7.dylib", "/usr/local/lib/libgvc.7.dylib", "/opt/local/lib/libgvc.7.dylib",
    "/opt/homebrew/lib/libgvc.6.dylib", "/usr/local/lib/libgvc.6.dylib", "/opt/local/lib/libgvc.6.dylib",
    "libgvc.7.dylib", "libgvc.6.dylib",
#else
    "libgvc.so.6", "libgvc.so.7",
#endif
};

static void *load(void) {
  // Global, because some plugins use functions of the library without saying that they need it.
  int mode = RTLD_LAZY | RTLD_GLOBAL;
  const char *chosen = getenv("PODMAP_GRAPHVIZ");
  if (chosen && *chosen) return dlopen(chosen, mode);
  for (size_t position = 0; position < sizeof names / sizeof *names; position++) {
    void *handle = dlopen(names[position], mode);
    if (handle) return handle;
  }
  return NULL;
}

// A symbol of the library, or of those that it is linked with.
static int find(void *handle, const char *name, void *place) {
  void *symbol = dlsym(handle, name);
  memcpy(place, &symbol, sizeof symbol);
  return symbol != NULL;
}

static int read_version(podmap_library *library) {
  static const lt_symlist_t none[] = {{0, 0}};
  GVC_t *context = library->gvContextPlugins(none, 0);
  if (!context) return 0;
  snprintf(library->version, sizeof library->version, "%s", library->gvcVersion(context));
  library->gvFreeContext(context);
  library->major = atoi(library->version);
  return library->major > 0;
}

static int fill(podmap_library *library, void *handle) {
#define PODMAP_FIND(result, name, parameters) \
  if (!find(handle, #name, &library->name)) return 0;
  PODMAP_GRAPHVIZ_FUNCTIONS(PODMAP_FIND)
#undef PODMAP_FIND
  if (!find(handle, "AgIoDisc", &library->input)) return 0;
  Dl_info info;
  if (!dladdr((void *)library->gvContext, &info) || !info.dli_fname) return 0;
  char *path = realpath(info.dli_fname, NULL);
  if (!path) return 0;
  int fits = snprintf(library->path, sizeof library->path, "%s", path) < (int)sizeof library->path;
  free(path);
  return fits && read_version(library);
}

const podmap_library *podmap_graphviz_library(void) {
  static podmap_library library;
  static int was_tried, is_usable;
  if (was_tried) return is_usable ? &library : NULL;
  was_tried = 1;
  void *handle = load();
  is_usable = handle && fill(&library, handle);
  return is_usable ? &library : NULL;
}

const char *podmap_graphviz_version(void) {
  const podmap_library *library = podmap_graphviz_library();
  return library ? library->version : NULL;
}

const char *podmap_graphviz_path(void) {
  const podmap_library *library = podmap_graphviz_library();
  return library ? library->path : NULL;
}
