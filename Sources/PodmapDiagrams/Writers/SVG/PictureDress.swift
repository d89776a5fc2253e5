/// What a picture is drawn with besides what it shows.
package struct PictureDress: Sendable {
  package var theme: PictureTheme
  package var icons: IconSet

  package init(theme: PictureTheme = .auto, icons: IconSet = IconSet()) {
    self.theme = theme
    self.icons = icons
  }

  /// How DOT is written for a picture that is SVG.
  package var writerForSVG: DOTWriter { DOTWriter(theme: theme.drawn, icons: .places) }

  /// How DOT is written for a picture whose icons are files.
  package var writerWithFiles: DOTWriter { DOTWriter(theme: theme.drawn, icons: .images) }

  package var writerWithoutIcons: DOTWriter { DOTWriter(theme: theme.drawn) }
}

/// The pages that a picture is made for.
package enum PictureTheme: String, CaseIterable, Sendable {
  /// SVG follows what its reader prefers; other formats are light.
  case auto
  case light, dark

  var drawn: Theme {
    switch self {
    case .auto, .light: .light
    case .dark: .dark
    }
  }
}
