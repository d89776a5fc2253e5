import PodmapDiagrams
import PodmapManifests
import PodmapProject

extension Picture {
  /// The pages that a picture is for.
  public enum Theme: String, CaseIterable, Sendable {
    /// SVG follows the setting of its reader; other formats are light.
    case auto
    case light, dark
  }

  /// The small drawings that show the kinds of objects.
  public struct Icons: Sendable {
    let set: IconSet
    /// Problems with individual files; Podmap's own icons are drawn in their place.
    public let diagnostics: [Diagnostic]

    /// Podmap's own icons.
    public static let builtIn = Icons(IconSet(), [])

    /// Your own icons, and Podmap's for all other kinds.
    ///
    /// - Parameter folder: Contains files such as `service.svg` and `pod.png`; `docs/icons.md` lists the names.
    /// - Throws: `PodmapError` if the folder can't be read, or if no file in it has one of the names.
    public init(folder: String) throws {
      var found: [PodmapManifests.Diagnostic] = []
      let set = try PodmapError.checked { () throws(RequestError) in
        try IconFolder(folder).icons { found.append($0) }
      }
      self.init(set, found.map { Diagnostic($0) })
    }

    private init(_ set: IconSet, _ diagnostics: [Diagnostic]) {
      self.set = set
      self.diagnostics = diagnostics
    }
  }
}

extension Picture.Theme {
  var inDiagrams: PodmapDiagrams.Theme {
    switch self {
    case .auto: .auto
    case .light: .light
    case .dark: .dark
    }
  }
}
