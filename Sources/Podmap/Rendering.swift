#if Graphviz
  import PodmapDiagrams
  import PodmapGraphviz
  import PodmapManifests
  import PodmapProject

  // Only with the package trait `Graphviz`; without it, Graphviz is not linked.
  extension Picture {
    /// The picture as SVG: a complete document in UTF-8, independent of fonts, locale and machine for a given version
    /// of Graphviz.
    ///
    /// Graphviz runs in this process and draws one picture at a time: calls from several threads wait for each other.
    /// A call blocks its thread until the picture is drawn, which takes milliseconds for tens of objects and minutes
    /// for thousands, and can't be cancelled. The command `podmap` renders in separate processes with a time limit.
    ///
    /// - Parameters:
    ///   - theme: The pages that the picture is for.
    ///   - icons: Icons for kinds of objects.
    /// - Returns: The complete document, in UTF-8.
    /// - Throws: `PodmapError` if Graphviz can't draw it.
    public func svg(theme: Theme = .auto, icons: Icons = .builtIn) throws -> [UInt8] {
      try rendered(as: .svg, theme, icons)
    }

    /// The picture as PNG, rendered like `svg(theme:icons:)` but with the fonts of this machine.
    ///
    /// - Parameters:
    ///   - scale: The resolution, from 0.1 to 8: 1 is as large as the SVG in a browser. A picture that would have more
    ///     than 50,000,000 pixels is drawn smaller.
    ///   - theme: The pages that the picture is for.
    ///   - icons: Icons for kinds of objects.
    /// - Returns: A complete PNG file.
    /// - Throws: `PodmapError` if Graphviz can't draw it, or if the scale is out of range.
    public func png(scale: Double = 1, theme: Theme = .auto, icons: Icons = .builtIn) throws -> [UInt8] {
      try rendered(as: .png, scale: scale, theme, icons)
    }

    /// The picture as PDF, on one page of its size, rendered like `svg(theme:icons:)` but with the fonts of this
    /// machine.
    ///
    /// - Parameters:
    ///   - theme: The pages that the picture is for.
    ///   - icons: Icons for kinds of objects.
    /// - Returns: A complete PDF file.
    /// - Throws: `PodmapError` if Graphviz can't draw it.
    public func pdf(theme: Theme = .auto, icons: Icons = .builtIn) throws -> [UInt8] {
      try rendered(as: .pdf, theme, icons)
    }

    /// The picture as WebP, rendered like `svg(theme:icons:)` but with the fonts of this machine.
    ///
    /// - Parameters:
    ///   - scale: As for `png(scale:theme:icons:)`.
    ///   - theme: The pages that the picture is for.
    ///   - icons: Icons for kinds of objects.
    /// - Returns: A complete WebP file.
    /// - Throws: `PodmapError` if Graphviz can't draw it, or if the scale is out of range.
    public func webp(scale: Double = 1, theme: Theme = .auto, icons: Icons = .builtIn) throws -> [UInt8] {
      try rendered(as: .webp, scale: scale, theme, icons)
    }

    private func rendered(
      as format: PictureFormat, scale: Double = 1, _ theme: Theme, _ icons: Icons
    ) throws(PodmapError) -> [UInt8] {
      if let flag = Limit.scale.flag, !flag.accepted.contains(scale) {
        throw notDrawn("'\(title.shortened())' can't be drawn: the scale \(scale) is not between \(flag.range)")
      }
      let settings = RenderSettings(theme: theme.inDiagrams, scale: scale)
      let renderer = Renderer(settings, icons.set, for: [format], by: .inProcess)
      defer { renderer.end() }
      let dot = text(by: renderer.writer(for: format), isPlaced: true)
      do throws(RenderError) {
        return switch diagram {
        case .flow(let diagram): try renderer.page(of: diagram, dot, format).bytes
        case .sequence(let diagram): try renderer.page(of: diagram, dot, format).bytes
        }
      } catch {
        throw notDrawn(error.message)
      }
    }

    private func notDrawn(_ reason: String) -> PodmapError {
      PodmapError([PodmapManifests.Diagnostic(.error, reason)])
    }
  }
#endif
