#if Graphviz
  import PodmapDiagrams
  import PodmapGraphviz
  import PodmapManifests

  // Only with the package trait `Graphviz`: without it, nothing of Graphviz is linked.
  extension Picture {
    /// The picture as SVG: a whole document in UTF-8, the same with every font, locale and machine that have the same
    /// version of Graphviz.
    ///
    /// Graphviz runs in this process and draws one picture at a time: calls from several threads wait for each other.
    /// A call blocks its thread until the picture is drawn, which takes milliseconds for tens of objects and minutes
    /// for thousands; nothing can stop it sooner. The command `podmap` draws in processes of its own, with a time
    /// limit.
    ///
    /// - Throws: `PodmapError` where Graphviz can't draw it.
    public func svg() throws -> [UInt8] {
      let bytes = try rendered(as: .svg)
      return SVGDocument(bytes, title: title, description: summary).bytes
    }

    /// The picture as PNG, drawn as `svg()` is, with the fonts of this machine.
    ///
    /// - Throws: `PodmapError` where Graphviz can't draw it.
    public func png() throws -> [UInt8] { try rendered(as: .png) }

    /// The picture as PDF, on one page of its own size, drawn as `svg()` is, with the fonts of this machine.
    ///
    /// - Throws: `PodmapError` where Graphviz can't draw it.
    public func pdf() throws -> [UInt8] { try rendered(as: .pdf) }

    /// The picture as WebP, drawn as `svg()` is, with the fonts of this machine.
    ///
    /// - Throws: `PodmapError` where Graphviz can't draw it.
    public func webp() throws -> [UInt8] { try rendered(as: .webp) }

    private func rendered(as format: PictureFormat) throws(PodmapError) -> [UInt8] {
      do throws(RenderError) {
        return try GraphvizRendering.render(dot, as: format)
      } catch {
        throw PodmapError([
          PodmapManifests.Diagnostic(.error, "'\(title.shortened())' can't be drawn: \(error.message)")
        ])
      }
    }
  }
#endif
