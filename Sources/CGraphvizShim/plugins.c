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

int podmap_add_plugin(const podmap_library *library, GVC_t *context, const char *folder, const char *name) {
  char beside[4096], prefix[64], symbol[64], chosen[512] = "", path[4096];
  if (!folder) {
    if (!folder_beside(library, beside, sizeof beside)) return 0;
    folder = beside;
  }
  // libgvplugin_core.so.6, libgvplugin_core.6.dylib.
  snprintf(prefix, sizeof prefix, "libgvplugin_%s.", name);
  snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name);
  DIR *directory = opendir(folder);
  if (!directory) return 0;
  // The shortest name, and the first of several: the same file on every run.
  for (struct dirent *entry; (entry = readdir(directory));) {
    const char *file = entry->d_name;
    size_t length = strlen(file);
    if (strncmp(file, prefix, strlen(prefix)) || length >= sizeof chosen) continue;
    // A static library may be next to the one to load.
    if (length > 2 && !strcmp(file + length - 2, ".a")) continue;
    if (!chosen[0] || length < strlen(chosen) || (length == strlen(chosen) && strcmp(file, chosen) < 0))
      strcpy(chosen, file);
  }
  closedir(directory);
  if (!chosen[0] || snprintf(path, sizeof path, "%s/%s", folder, chosen) >= (int)sizeof path) return 0;
  void *handle = dlopen(path, RTLD_LAZY);
  gvplugin_library_t *plugin = handle ? (gvplugin_library_t *)dlsym(handle, symbol) : NULL;
  if (!plugin) return 0;
  library->gvAddLibrary(context, plugin);
  return 1;
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
