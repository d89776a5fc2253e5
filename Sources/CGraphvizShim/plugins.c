#define _GNU_SOURCE
#include "plugins.h"

#include <dirent.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// PREFIX/lib/libgvc.so.6 has its plugins in PREFIX/lib/graphviz.
static int folder_beside(const podmap_library *library, char *folder, size_t size) {
  const char *slash = strrchr(library->path, '/');
  int length = slash ? (int)(slash - library->path) : 0;
  return slash && snprintf(folder, size, "%.*s/graphviz", length, library->path) < (int)size;
}

// Whether a plugin belongs to the loaded library: systems keep those of libgvc.so.6 and of libgvc.so.7 in one folder,
// and the library crashes with the other's. A plugin that names no library takes the loaded one.
static int fits(const podmap_library *library, void *plugin) {
  void *symbol = dlsym(plugin, "gvContext");
  return !symbol || symbol == (void *)library->gvContext;
}

// The shorter name first.
static int compare(const char *one, const char *other) {
  size_t length = strlen(one), other_length = strlen(other);
  return length == other_length ? strcmp(one, other) : length < other_length ? -1 : 1;
}

int podmap_add_plugin(const podmap_library *library, GVC_t *context, const char *folder, const char *name) {
  char beside[4096], prefix[64], symbol[64], chosen[512] = "", path[4096];
  if (!folder) {
    if (!folder_beside(library, beside, sizeof beside)) return 0;
    folder = beside;
  }
  // libgvplugin_core.so.6, libgvplugin_core.6.dylib.
  snprintf(prefix, sizeof prefix, "libgvplugin_%s.", name);
  snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name);
  // In the order of length and name, so that it is the same file on every run.
  for (;;) {
    char next[512] = "";
    DIR *directory = opendir(folder);
    if (!directory) return 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
      const char *file = entry->d_name;
      size_t length = strlen(file);
      if (strncmp(file, prefix, strlen(prefix)) || length >= sizeof next) continue;
      // A static library may be next to the one to load.
      if (length > 2 && !strcmp(file + length - 2, ".a")) continue;
      if (compare(file, chosen) > 0 && (!next[0] || compare(file, next) < 0)) strcpy(next, file);
    }
    closedir(directory);
    if (!next[0] || snprintf(path, sizeof path, "%s/%s", folder, next) >= (int)sizeof path) return 0;
    strcpy(chosen, next);
    void *handle = dlopen(path, RTLD_LAZY);
    gvplugin_library_t *plugin = handle ? (gvplugin_library_t *)dlsym(handle, symbol) : NULL;
    if (plugin && fits(library, handle)) {
      library->gvAddLibrary(context, plugin);
      return 1;
    }
    if (handle) dlclose(handle);
  }
}

GVC_t *podmap_context_without_fonts(const podmap_library *library, const char *folder) {
  static const lt_symlist_t none[] = {{0, 0}};
  GVC_t *context = library->gvContextPlugins(none, 0);
  if (!context) return NULL;
  int has_both = podmap_add_plugin(library, context, folder, "core")
                 && podmap_add_plugin(library, context, folder, "dot_layout");
  if (has_both) return context;
  library->gvFreeContext(context);
  return NULL;
}
