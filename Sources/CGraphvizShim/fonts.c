#include "CGraphvizShim.h"

#include <dlfcn.h>

// The beginning of fontconfig's FcFontSet, and the numbers of its two sets of fonts: the system's and the
// application's.
typedef struct {
  int count;
} font_set;
enum { system_fonts, application_fonts };

int podmap_fonts_are_missing(void) {
  // Only if Graphviz has loaded it: other builds get fonts elsewhere.
  void *fontconfig = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_NOLOAD);
  if (!fontconfig) return 0;
  typedef const font_set *get_fonts(void *configuration, int set);
  get_fonts *fonts = (get_fonts *)dlsym(fontconfig, "FcConfigGetFonts");
  int count = fonts ? 0 : 1;
  for (int set = system_fonts; fonts && set <= application_fonts; set++) {
    const font_set *found = fonts(NULL, set);
    if (found) count += found->count;
  }
  dlclose(fontconfig);
  return count == 0;
}
