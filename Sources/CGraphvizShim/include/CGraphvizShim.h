#ifndef PODMAP_GRAPHVIZ_SHIM_H
#define PODMAP_GRAPHVIZ_SHIM_H

#include <stddef.h>

/// How a rendering ended.
enum podmap_graphviz_status {
  podmap_graphviz_done = 0,
  podmap_graphviz_no_context = 1,
  podmap_graphviz_no_graph = 2,
  podmap_graphviz_no_layout = 3,
  podmap_graphviz_no_rendering = 4,
  podmap_graphviz_no_memory = 5,
};

/// Graphviz with its plugins. Not thread-safe, and neither are two of them at the same time.
typedef struct podmap_graphviz podmap_graphviz;

typedef struct {
  /// The graph attributes of these names, which bound the work of the layout; NULL leaves what the graph says.
  const char *nslimit;
  const char *nslimit1;
  /// The folder of the images that the graph names; NULL: they are looked for as the graph says.
  const char *imagepath;
} podmap_graphviz_layout;

typedef struct {
  /// The renderer that is asked for: "svg".
  const char *format;
  /// Pixels per inch, for formats that consist of pixels; 0 for the others.
  double dpi;
  /// The largest picture of pixels. One that would be larger is drawn at fewer pixels per inch.
  double maximum_side;
  double maximum_pixels;
} podmap_graphviz_picture;

typedef struct {
  int status;
  /// Pixels per inch of the picture.
  double dpi;
  /// The caller frees them.
  char *bytes;
  size_t length;
} podmap_graphviz_result;

/// Starts Graphviz; NULL where that fails.
///
/// With `without_fonts`, text is measured with the widths that are built into Graphviz, so that the result is the
/// same whatever fonts the machine has. `plugin_folder` is where the plugins lie; NULL: beside the library.
podmap_graphviz *podmap_graphviz_open(int without_fonts, const char *plugin_folder);

/// Whether the plugins that need no fonts were found where they were asked for; if not, Graphviz's own choice is used.
int podmap_graphviz_found_plugins(const podmap_graphviz *graphviz);

/// Lays out the first graph of a text in the DOT language; answers a status. Messages of Graphviz go to standard error.
///
/// A graph with the attribute `layout=nop2` brings the places of its nodes and edges; all others are laid out by `dot`.
///
/// The same graph gives the same layout, however many came before it in this process.
int podmap_graphviz_lay_out(podmap_graphviz *graphviz, const char *dot, size_t length,
                            const podmap_graphviz_layout *layout);

/// Renders the graph that was laid out last.
podmap_graphviz_result podmap_graphviz_render(podmap_graphviz *graphviz, const podmap_graphviz_picture *picture);

/// Whether letters were drawn without a single font, as boxes; 0 too where that can't be told. To be asked after
/// something was rendered.
int podmap_fonts_are_missing(void);

/// Ends Graphviz and forgets the graph.
void podmap_graphviz_close(podmap_graphviz *graphviz);

/// Makes this process one that ends with its parent and leaves no core file.
void podmap_worker_begin(void);

/// Ends this process after some seconds from now, whatever it is doing; the process that started it should have
/// done so before.
void podmap_worker_end_after(double seconds);

/// Removes a file, or a folder that is empty by then, when a signal ends the program (SIGINT, SIGTERM, SIGHUP), unless
/// the program itself handles that signal. Not for several threads at a time; at most 128 paths are kept.
void podmap_remove_on_signal(const char *path);

#endif
