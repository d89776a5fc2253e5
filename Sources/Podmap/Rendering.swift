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
      let dress = PictureLook()
      let dot = text(by: dress.writerForSVG)
      let bytes = try rendered(dot, PictureRequest(.svg))
      return SVGPicture(bytes, title: title, description: summary, dress).bytes
    }

    /// The picture as PNG, drawn as `svg()` is, with the fonts of this machine.
    ///
    /// - Parameter scale: How large pixels make the picture, from 0.1 to 8: 1 is as large as the SVG in a browser.
    ///   Where it would take more than 50,000,000 pixels, the picture is drawn smaller.
    /// - Returns: A whole PNG file.
    /// - Throws: `PodmapError` where Graphviz can't draw it, or with another scale.
    public func png(scale: Double = 1) throws -> [UInt8] { try rendered(as: .png, scale: scale) }

    /// The picture as PDF, on one page of its own size, drawn as `svg()` is, with the fonts of this machine.
    ///
    /// - Throws: `PodmapError` where Graphviz can't draw it.
    public func pdf() throws -> [UInt8] { try rendered(as: .pdf) }

    /// The picture as WebP, drawn as `svg()` is, with the fonts of this machine.
    ///
    /// - Parameter scale: As for `png(scale:)`.
    /// - Returns: A whole WebP file.
    /// - Throws: `PodmapError` where Graphviz can't draw it, or with another scale.
    public func webp(scale: Double = 1) throws -> [UInt8] { try rendered(as: .webp, scale: scale) }

    private func rendered(as format: PictureFormat, scale: Double = 1) throws(PodmapError) -> [UInt8] {
      guard PictureRequest.scales.contains(scale) else { throw notDrawn("the scale \(scale) is not between 0.1 and 8") }
      let dress = PictureLook()
      do throws(RenderError) {
        let images = try ImageFolder(removesOnSignal: false)
        defer { images.remove() }
        for file in dress.icons.files(for: drawing.diagram, theme: dress.theme) {
          try images.add(file.name, file.bytes)
        }
        let request = PictureRequest(format, scale: scale, imageFolder: images.path)
        return try GraphvizRendering.picture(of: text(by: dress.writerWithFiles), request).bytes
      } catch {
        throw notDrawn(error.message)
      }
    }

    private func rendered(_ dot: String, _ request: PictureRequest) throws(PodmapError) -> [UInt8] {
      do throws(RenderError) {
        return try GraphvizRendering.picture(of: dot, request).bytes
      } catch {
        throw notDrawn(error.message)
      }
    }

    private func text(by writer: DOTWriter) -> String {
      var text = ""
      writer.write(drawing.diagram, to: &text)
      return text
    }

    private func notDrawn(_ reason: String) -> PodmapError {
      PodmapError([PodmapManifests.Diagnostic(.error, "'\(title.shortened())' can't be drawn: \(reason)")])
    }
  }
#endif
