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
  int found_plugins;
};

podmap_graphviz *podmap_graphviz_open(int without_fonts, const char *plugin_folder) {
  podmap_graphviz *graphviz = calloc(1, sizeof *graphviz);
  if (!graphviz) return NULL;
  graphviz->context = without_fonts ? podmap_context_without_fonts(plugin_folder) : NULL;
  graphviz->found_plugins = !without_fonts || graphviz->context;
  if (!graphviz->context) graphviz->context = gvContext();
  if (graphviz->context) return graphviz;
  free(graphviz);
  return NULL;
}

int podmap_graphviz_found_plugins(const podmap_graphviz *graphviz) { return graphviz->found_plugins; }

void podmap_graphviz_close(podmap_graphviz *graphviz) {
  if (!graphviz) return;
  gvFreeContext(graphviz->context);
  free(graphviz);
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

static void set(graph_t *graph, const char *name, const char *value) {
  if (value) agsafeset(graph, (char *)name, (char *)value, "");
}

// The pixels per inch at which a graph that is laid out stays within the limits.
static double fitting_dpi(graph_t *graph, const podmap_graphviz_request *request) {
  // As Graphviz reads it: inches, for both sides or one each; 4 points where there is none.
  double across = 4, along = 4;
  char *pad = agget(graph, "pad");
  if (pad && *pad) {
    double x, y;
    int count = sscanf(pad, "%lf,%lf", &x, &y);
    if (count > 0) across = x * 72;
    if (count > 0) along = (count > 1 ? y : x) * 72;
  }
  boxf box = GD_bb(graph);
  // A pixel on each side for rounding.
  double width = (box.UR.x - box.LL.x + 2 * across) / 72, height = (box.UR.y - box.LL.y + 2 * along) / 72;
  double dpi = request->dpi;
  dpi = fmin(dpi, (request->maximum_side - 2) / fmax(width, height));
  return fmin(dpi, sqrt(request->maximum_pixels / (width * height)));
}

static void lay_out_and_render(podmap_graphviz *graphviz, graph_t *graph, const podmap_graphviz_request *request,
                               podmap_graphviz_result *result) {
  set(graph, "nslimit", request->nslimit);
  set(graph, "nslimit1", request->nslimit1);
  // A label that can't be read is an error, and the layout goes on without it.
  if (gvLayout(graphviz->context, graph, "dot") != 0 || agerrors()) {
    result->status = podmap_graphviz_no_layout;
    return;
  }
  if (request->dpi > 0) {
    // The attribute `dpi` is read before the layout, which says how large the picture is.
    result->dpi = fitting_dpi(graph, request);
    GD_drawing(graph)->dpi = result->dpi;
  }
  char *bytes = NULL;
  size_t length = 0;
  if (render_to_memory(graphviz->context, graph, request->format, &bytes, &length) != 0 || !bytes || !length) {
    result->status = podmap_graphviz_no_rendering;
  } else if (!(result->bytes = malloc(length))) {
    result->status = podmap_graphviz_no_memory;
  } else {
    memcpy(result->bytes, bytes, length);
    result->length = length;
  }
  if (bytes) gvFreeRenderData(bytes);
}

podmap_graphviz_result podmap_graphviz_render(podmap_graphviz *graphviz, const char *dot, size_t length,
                                              const podmap_graphviz_request *request) {
  podmap_graphviz_result result = {podmap_graphviz_done, 0, NULL, 0};
  // Graphviz reads and writes numbers as the program's locale does, and that may mean a decimal comma.
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  locale_t before = plain ? uselocale(plain) : (locale_t)0;
  // Errors are counted until somebody asks for a new count.
  agreseterrors();
  graph_t *graph = podmap_graph_read(dot, length);
  if (graph) {
    lay_out_and_render(graphviz, graph, request, &result);
    gvFreeLayout(graphviz->context, graph);
    agclose(graph);
  } else {
    result.status = podmap_graphviz_no_graph;
  }
  agreseterrors();
  if (plain) {
    uselocale(before);
    freelocale(plain);
  }
  return result;
}

#endif
