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

/// Graphviz with its plugins. Not thread-safe; not even two separate instances may be used at the same time.
typedef struct podmap_graphviz podmap_graphviz;

typedef struct {
  /// The graph attributes of these names, which bound the work of the layout; NULL leaves the graph's own.
  const char *nslimit;
  const char *nslimit1;
  /// The folder of the images that the graph refers to; NULL leaves the graph's own `imagepath`.
  const char *imagepath;
  /// Whether lines without positions are straight and end at cards, never at the frames around them.
  int straight_lines;
} podmap_graphviz_layout;

typedef struct {
  /// The name of the renderer: "svg".
  const char *format;
  /// Pixels per inch for formats that consist of pixels; 0 for others.
  double dpi;
  /// The most pixels along one side, and in total. A picture that would be larger gets fewer pixels per inch.
  double maximum_side;
  double maximum_pixels;
} podmap_graphviz_picture;

typedef struct {
  int status;
  /// Pixels per inch of the picture.
  double dpi;
  /// The picture; the caller frees it.
  char *bytes;
  size_t length;
} podmap_graphviz_result;

/// The version of Graphviz, as in "12.2.1", and the file of its library; NULL if no usable library was found.
///
/// The library is the one that the environment's PODMAP_GRAPHVIZ names, else the system's.
const char *podmap_graphviz_version(void);
const char *podmap_graphviz_path(void);

/// Starts Graphviz. Returns NULL if that fails.
///
/// With `without_fonts`, text is measured with the widths built into Graphviz, so that the result does not depend on
/// the machine's fonts. `plugin_folder` is the folder of the plugins; NULL means the one next to the library.
podmap_graphviz *podmap_graphviz_open(int without_fonts, const char *plugin_folder);

/// Whether the plugins that need no fonts were found in their folder. If not, Graphviz chooses plugins itself.
int podmap_graphviz_found_plugins(const podmap_graphviz *graphviz);

/// Lays out the first graph of a text in the DOT language and returns a status. Graphviz writes messages to standard
/// error.
///
/// A graph with the attribute `layout=nop2` contains the positions of its nodes and edges; `dot` lays out all others.
///
/// The same graph gives the same layout, whatever this process has laid out before.
int podmap_graphviz_lay_out(podmap_graphviz *graphviz, const char *dot, size_t length,
                            const podmap_graphviz_layout *layout);

/// Renders the graph that was laid out last.
podmap_graphviz_result podmap_graphviz_render(podmap_graphviz *graphviz, const podmap_graphviz_picture *picture);

/// Whether there was no font at all, so that letters were drawn as boxes; 0 if this is unknown. Call it after
/// rendering.
int podmap_fonts_are_missing(void);

/// Ends Graphviz and frees the graph.
void podmap_graphviz_close(podmap_graphviz *graphviz);

/// Makes this process end together with its parent, leave no core file, and get no more memory than this, in bytes.
void podmap_worker_begin(size_t memory);

/// Ends this process after the given seconds, whatever it is doing. Normally, its parent ends it earlier.
void podmap_worker_end_after(double seconds);

/// Removes a file, or a folder that is empty by then, if a signal ends the program (SIGINT, SIGTERM, SIGHUP), unless
/// the program handles that signal itself. Not thread-safe; at most 128 paths are kept.
void podmap_remove_on_signal(const char *path);

#endif
