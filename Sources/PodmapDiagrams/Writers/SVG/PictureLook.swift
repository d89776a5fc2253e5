/// The theme and the icons of a picture.
package struct PictureLook: Sendable {
  package var theme: Theme
  package var icons: IconSet

  package init(theme: Theme = .auto, icons: IconSet = IconSet()) {
    self.theme = theme
    self.icons = icons
  }

  /// Writes DOT for an SVG picture.
  package var writerForSVG: DOTWriter { DOTWriter(palette: theme.palette, icons: .places) }

  /// Writes DOT for a picture whose icons are files.
  package var writerWithFiles: DOTWriter { DOTWriter(palette: theme.palette, icons: .images) }

  package var writerWithoutIcons: DOTWriter { DOTWriter(palette: theme.palette) }
}
