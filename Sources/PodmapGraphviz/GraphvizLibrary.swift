#if Graphviz
  import CGraphvizShim

  /// The library that draws pictures, loaded at run time.
  package struct GraphvizLibrary: Sendable, Hashable {
    /// As Graphviz writes it: "12.2.1".
    package let version: String
    /// The file that was loaded.
    package let path: String

    /// The library that the environment's `PODMAP_GRAPHVIZ` names, else the system's; `nil` if there is none that can be
    /// used.
    package static let installed: GraphvizLibrary? = {
      guard let version = podmap_graphviz_version(), let path = podmap_graphviz_path() else { return nil }
      return GraphvizLibrary(version: String(cString: version), path: String(cString: path))
    }()
  }
#endif
