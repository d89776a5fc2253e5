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
      let dress = PictureDress()
      let dot = text(by: dress.writerForSVG)
      let bytes = try rendered(dot, PictureRequest(.svg))
      return SVGDocument(bytes, of: dot, title: title, description: summary, dress).bytes
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
      let dress = PictureDress()
      do throws(RenderError) {
        let images = try ImageFolder(removesOnSignal: false)
        for file in dress.icons.files(for: drawing.diagram, theme: dress.theme) {
          try images.add(file.name, file.bytes)
        }
        defer { images.remove() }
        return try GraphvizRendering.picture(
          of: text(by: dress.writerWithFiles), PictureRequest(format, imageFolder: images.path)
        ).bytes
      } catch {
        throw failure(error)
      }
    }

    private func rendered(_ dot: String, _ request: PictureRequest) throws(PodmapError) -> [UInt8] {
      do throws(RenderError) {
        return try GraphvizRendering.picture(of: dot, request).bytes
      } catch {
        throw failure(error)
      }
    }

    private func text(by writer: DOTWriter) -> String {
      var text = ""
      writer.write(drawing.diagram, to: &text)
      return text
    }

    private func failure(_ error: RenderError) -> PodmapError {
      PodmapError([PodmapManifests.Diagnostic(.error, "'\(title.shortened())' can't be drawn: \(error.message)")])
    }
  }
#endif
