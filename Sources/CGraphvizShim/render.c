#define _GNU_SOURCE
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
  const podmap_library *library;
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
static GVC_t *usual_context(const podmap_library *library) {
  static GVC_t *context;
  if (!context) context = library->gvContext();
  return context;
}

podmap_graphviz *podmap_graphviz_open(int without_fonts, const char *plugin_folder) {
  const podmap_library *library = podmap_graphviz_library();
  podmap_graphviz *graphviz = library ? calloc(1, sizeof *graphviz) : NULL;
  if (!graphviz) return NULL;
  graphviz->library = library;
  graphviz->plugin_folder = plugin_folder ? strdup(plugin_folder) : NULL;
  graphviz->context = without_fonts ? podmap_context_without_fonts(library, plugin_folder) : NULL;
  graphviz->owns_context = graphviz->context != NULL;
  graphviz->found_plugins = !without_fonts || graphviz->context;
  if (!graphviz->context) graphviz->context = usual_context(graphviz->library);
  graphviz->locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (graphviz->context && graphviz->locale) return graphviz;
  podmap_graphviz_close(graphviz);
  return NULL;
}

int podmap_graphviz_found_plugins(const podmap_graphviz *graphviz) { return graphviz->found_plugins; }

static void forget_graph(podmap_graphviz *graphviz) {
  if (!graphviz->graph) return;
  graphviz->library->gvFreeLayout(graphviz->context, graphviz->graph);
  graphviz->library->agclose(graphviz->graph);
  graphviz->graph = NULL;
}

void podmap_graphviz_close(podmap_graphviz *graphviz) {
  if (!graphviz) return;
  forget_graph(graphviz);
  if (graphviz->owns_context) graphviz->library->gvFreeContext(graphviz->context);
  if (graphviz->locale) freelocale(graphviz->locale);
  free(graphviz->plugin_folder);
  free(graphviz);
}

static void set(const podmap_library *library, graph_t *graph, const char *name, const char *value) {
  if (value) library->agsafeset(graph, (char *)name, (char *)value, "");
}

// Graphs with positions say so as they would to the program `dot`; `dot` lays out all others, whatever engine they ask
// for.
static const char *engine(podmap_graphviz *graphviz, graph_t *graph) {
  const char *places_given = "nop2";
  char *asked = graphviz->library->agget(graph, (char *)"layout");
  if (!asked || strcmp(asked, places_given)) return "dot";
  // Load the plugin only when needed: most graphs do without it.
  if (graphviz->owns_context && !graphviz->has_neato) {
    graphviz->has_neato = podmap_add_plugin(
        graphviz->library, graphviz->context, graphviz->plugin_folder, "neato_layout");
    if (!graphviz->has_neato) {
      graphviz->library->gvFreeContext(graphviz->context);
      graphviz->context = usual_context(graphviz->library);
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
  graphviz->library->agreseterrors();
  int status = podmap_graphviz_no_graph;
  graph_t *graph = graphviz->graph = podmap_graph_read(graphviz->library, dot, length);
  if (graph) {
    set(graphviz->library, graph, "nslimit", layout->nslimit);
    set(graphviz->library, graph, "nslimit1", layout->nslimit1);
    set(graphviz->library, graph, "imagepath", layout->imagepath);
    if (layout->straight_lines) {
      set(graphviz->library, graph, "splines", "line");
      set(graphviz->library, graph, "compound", "false");
    }
    // May replace the context.
    const char *chosen = engine(graphviz, graph);
    // In some versions of Graphviz, the attribute takes precedence over the argument.
    if (graphviz->library->agget(graph, (char *)"layout")) set(graphviz->library, graph, "layout", chosen);
    // A label that can't be read is an error, although the layout continues without it.
    int is_done = graphviz->library->gvLayout(graphviz->context, graph, chosen) == 0 && !graphviz->library->agerrors();
    status = is_done ? podmap_graphviz_done : podmap_graphviz_no_layout;
  }
  if (status != podmap_graphviz_done) forget_graph(graphviz);
  graphviz->library->agreseterrors();
  uselocale(before);
  return status;
}

// The pixels per inch at which the laid-out graph stays within the limits.
static double fitting_dpi(const podmap_library *library, graph_t *graph, const podmap_graphviz_picture *picture) {
  // As Graphviz reads it: inches, for both axes or one each; 4 points by default.
  double across = 4, along = 4;
  char *pad = library->agget(graph, (char *)"pad");
  if (pad && *pad) {
    double x, y;
    int count = sscanf(pad, "%lf,%lf", &x, &y);
    if (count > 0) across = x * 72;
    if (count > 0) along = (count > 1 ? y : x) * 72;
  }
  podmap_box box = podmap_graph_box(library, graph);
  double width = (box.right - box.left + 2 * across) / 72, height = (box.top - box.bottom + 2 * along) / 72;
  // One pixel on each side allows for rounding.
  double dpi = fmin(picture->dpi, (picture->maximum_side - 2) / fmax(width, height));
  return fmin(dpi, sqrt(picture->maximum_pixels / (width * height)));
}

podmap_graphviz_result podmap_graphviz_render(podmap_graphviz *graphviz, const podmap_graphviz_picture *picture) {
  podmap_graphviz_result result = {podmap_graphviz_no_graph, 0, NULL, 0};
  if (!graphviz->graph) return result;
  locale_t before = uselocale(graphviz->locale);
  if (picture->dpi > 0) {
    // Graphviz reads the attribute `dpi` before the layout, but only the layout tells how large the picture is.
    result.dpi = fitting_dpi(graphviz->library, graphviz->graph, picture);
    podmap_graph_set_dpi(graphviz->library, graphviz->graph, result.dpi);
  }
  char *bytes = NULL;
  // Up to Graphviz 12, this is an `unsigned int`, of which each system that podmap runs on stores the low bytes first.
  size_t length = 0;
  int code = graphviz->library->gvRenderData(graphviz->context, graphviz->graph, picture->format, &bytes, &length);
  if (code != 0 || !bytes || !length) {
    result.status = podmap_graphviz_no_rendering;
  } else if (!(result.bytes = malloc(length))) {
    result.status = podmap_graphviz_no_memory;
  } else {
    result.status = podmap_graphviz_done;
    memcpy(result.bytes, bytes, length);
    result.length = length;
  }
  if (bytes) graphviz->library->gvFreeRenderData(bytes);
  graphviz->library->agreseterrors();
  uselocale(before);
  return result;
}
