#define _GNU_SOURCE
#include "headers.h"

#ifdef PODMAP_HAS_GRAPHVIZ
#include "CGraphvizShim.h"
#include "graph.h"
#include "plugins.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

struct podmap_graphviz {
  GVC_t *context;
  int owns_context;
  int found_plugins;
  /// The folder of the plugins; NULL means the one next to the library.
  char *plugin_folder;
  int has_neato;
  /// The C locale, because the program's own may have a decimal comma.
  locale_t locale;
  /// The graph that is laid out.
  graph_t *graph;
};

// The context with all plugins. It is never freed: the plugin that measures text keeps a pointer to the name of the
// last font, which belongs to the context, and reads it when it measures the next text.
static GVC_t *usual_context(void) {
  static GVC_t *context;
  if (!context) context = gvContext();
  return context;
}

podmap_graphviz *podmap_graphviz_open(int without_fonts, const char *plugin_folder) {
  podmap_graphviz *graphviz = calloc(1, sizeof *graphviz);
  if (!graphviz) return NULL;
  graphviz->plugin_folder = plugin_folder ? strdup(plugin_folder) : NULL;
  graphviz->context = without_fonts ? podmap_context_without_fonts(plugin_folder) : NULL;
  graphviz->owns_context = graphviz->context != NULL;
  graphviz->found_plugins = !without_fonts || graphviz->context;
  if (!graphviz->context) graphviz->context = usual_context();
  graphviz->locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (graphviz->context && graphviz->locale) return graphviz;
  podmap_graphviz_close(graphviz);
  return NULL;
}

int podmap_graphviz_found_plugins(const podmap_graphviz *graphviz) { return graphviz->found_plugins; }

static void forget_graph(podmap_graphviz *graphviz) {
  if (!graphviz->graph) return;
  gvFreeLayout(graphviz->context, graphviz->graph);
  agclose(graphviz->graph);
  graphviz->graph = NULL;
}

void podmap_graphviz_close(podmap_graphviz *graphviz) {
  if (!graphviz) return;
  forget_graph(graphviz);
  if (graphviz->owns_context) gvFreeContext(graphviz->context);
  if (graphviz->locale) freelocale(graphviz->locale);
  free(graphviz->plugin_folder);
  free(graphviz);
}

static void set(graph_t *graph, const char *name, const char *value) {
  if (value) agsafeset(graph, (char *)name, (char *)value, "");
}

// Graphs with positions say so as they would to the program `dot`; `dot` lays out all others, whatever engine they ask
// for.
static const char *engine(podmap_graphviz *graphviz, graph_t *graph) {
  const char *places_given = "nop2";
  char *asked = agget(graph, (char *)"layout");
  if (!asked || strcmp(asked, places_given)) return "dot";
  // Load the plugin only when needed: most graphs do without it.
  if (graphviz->owns_context && !graphviz->has_neato) {
    graphviz->has_neato = podmap_add_plugin(graphviz->context, graphviz->plugin_folder, "neato_layout");
    if (!graphviz->has_neato) {
      gvFreeContext(graphviz->context);
      graphviz->context = usual_context();
      graphviz->owns_context = graphviz->found_plugins = 0;
    }
  }
  return places_given;
}

int podmap_graphviz_lay_out(podmap_graphviz *graphviz, const char *dot, size_t length,
                            const podmap_graphviz_layout *layout) {
  forget_graph(graphviz);
  locale_t before = uselocale(graphviz->locale);
  // Graphviz counts errors until the count is reset.
  agreseterrors();
  int status = podmap_graphviz_no_graph;
  graph_t *graph = graphviz->graph = podmap_graph_read(dot, length);
  if (graph) {
    set(graph, "nslimit", layout->nslimit);
    set(graph, "nslimit1", layout->nslimit1);
    set(graph, "imagepath", layout->imagepath);
    // May replace the context.
    const char *chosen = engine(graphviz, graph);
    // In some versions of Graphviz, the attribute takes precedence over the argument.
    if (agget(graph, (char *)"layout")) set(graph, "layout", chosen);
    // A label that can't be read is an error, although the layout continues without it.
    int is_done = gvLayout(graphviz->context, graph, chosen) == 0 && !agerrors();
    status = is_done ? podmap_graphviz_done : podmap_graphviz_no_layout;
  }
  if (status != podmap_graphviz_done) forget_graph(graphviz);
  agreseterrors();
  uselocale(before);
  return status;
}

// The pixels per inch at which the laid-out graph stays within the limits.
static double fitting_dpi(graph_t *graph, const podmap_graphviz_picture *picture) {
  // As Graphviz reads it: inches, for both axes or one each; 4 points by default.
  double across = 4, along = 4;
  char *pad = agget(graph, (char *)"pad");
  if (pad && *pad) {
    double x, y;
    int count = sscanf(pad, "%lf,%lf", &x, &y);
    if (count > 0) across = x * 72;
    if (count > 0) along = (count > 1 ? y : x) * 72;
  }
  boxf box = GD_bb(graph);
  double width = (box.UR.x - box.LL.x + 2 * across) / 72, height = (box.UR.y - box.LL.y + 2 * along) / 72;
  // One pixel on each side allows for rounding.
  double dpi = fmin(picture->dpi, (picture->maximum_side - 2) / fmax(width, height));
  return fmin(dpi, sqrt(picture->maximum_pixels / (width * height)));
}

// gvRenderData takes `unsigned int *` before Graphviz 13 and `size_t *` from then on.
static int render_to_memory(GVC_t *context, graph_t *graph, const char *format, char **bytes, size_t *length) {
  typedef int old_function(GVC_t *, graph_t *, const char *, char **, unsigned int *);
  typedef int any_function(GVC_t *, graph_t *, const char *, char **, void *);
  any_function *render = (any_function *)(void *)gvRenderData;
  unsigned int old_length = 0;
  size_t new_length = 0;
  int is_old = _Generic(&gvRenderData, old_function *: 1, default: 0);
  int result = render(context, graph, format, bytes, is_old ? (void *)&old_length : (void *)&new_length);
  *length = is_old ? old_length : new_length;
  return result;
}

podmap_graphviz_result podmap_graphviz_render(podmap_graphviz *graphviz, const podmap_graphviz_picture *picture) {
  podmap_graphviz_result result = {podmap_graphviz_no_graph, 0, NULL, 0};
  if (!graphviz->graph) return result;
  locale_t before = uselocale(graphviz->locale);
  if (picture->dpi > 0) {
    // Graphviz reads the attribute `dpi` before the layout, but only the layout tells how large the picture is.
    result.dpi = fitting_dpi(graphviz->graph, picture);
    GD_drawing(graphviz->graph)->dpi = result.dpi;
  }
  char *bytes = NULL;
  size_t length = 0;
  int code = render_to_memory(graphviz->context, graphviz->graph, picture->format, &bytes, &length);
  if (code != 0 || !bytes || !length) {
    result.status = podmap_graphviz_no_rendering;
  } else if (!(result.bytes = malloc(length))) {
    result.status = podmap_graphviz_no_memory;
  } else {
    result.status = podmap_graphviz_done;
    memcpy(result.bytes, bytes, length);
    result.length = length;
  }
  if (bytes) gvFreeRenderData(bytes);
  agreseterrors();
  uselocale(before);
  return result;
}

#endif
