/// Writes diagrams as graphs for Graphviz: each object is one card with rows, and lines start and end at the rows.
///
/// Names in the graph are only ids; texts of manifests are only in labels and tooltips. Sizes,
/// fonts and colours come from this package.
package struct DOTWriter: Sendable {
  package var palette: Palette
  package var icons: DOTIcons

  package init(palette: Palette = .light, icons: DOTIcons = .none) {
    self.palette = palette
    self.icons = icons
  }
}
