internal import PodmapGraphviz
internal import PodmapManifests

extension DoctorSection {
  /// The programs that read sources, and where they are.
  static let programs = DoctorSection(title: "Programs") { _ in
    let needs = RenderedSource.all.map { (names: $0.candidates.map(\.name), what: $0.noun) }
    return (needs + [(names: ["git"], what: "a git revision")]).flatMap { names, what in
      // The first that is installed does what the others would do.
      let first = names.first { RendererProgram.find($0) != nil }
      return names.map { name in
        if let path = RendererProgram.find(name) { return DoctorRow("\(name): \(path)") }
        let need = first.map { "not needed, because \($0) does the same" } ?? "needed only for \(what)"
        return DoctorRow("\(name): not installed; \(need)")
      }
    }
  }

  /// Graphviz, and the formats that it can write.
  static let pictures = DoctorSection(title: "Pictures") { examination in
    let check = GraphvizCheck(examination.engine)
    let version = DoctorRow("Graphviz: \(check.version ?? "not found; Mermaid and DOT are written without it")")
    return [version]
      + check.formats.map { format, problem in DoctorRow("\(format.rawValue): \(problem ?? "can be written")") }
  }

  /// The font in PNG, PDF and WebP; readers of SVG see their own.
  static let fonts = DoctorSection(title: "Fonts") { _ in [DoctorRow(fontInUse)] }

  /// The font, and how it was found out.
  static var fontInUse: String {
    guard let path = RendererProgram.find("fc-match") else {
      return "fc-match is not installed, so the font is unknown; install fontconfig, and run: fc-match Arial"
    }
    let words = ["--format=%{family}", "Arial"]
    let output = try? RendererProgram(path: path, task: []).output(words, seconds: Double(Limit.doctorSeconds.value))
    guard let output, !output.isEmpty else {
      return "fc-match finds none; PNG, PDF and WebP would have boxes instead of letters"
    }
    return "PNG, PDF and WebP: \(String(decoding: output, as: UTF8.self)) (found with fc-match); SVG needs none"
  }
}
