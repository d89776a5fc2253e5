internal import PodmapGraphviz
internal import PodmapManifests

extension DoctorSection {
  /// The programs that read sources, and where they are.
  static let programs = DoctorSection(title: "Programs") { _ in
    let names = RenderedSource.all.flatMap { source in source.candidates.map { ($0.name, source.noun) } }
    return (names + [("git", "a git revision")]).map { name, what in
      DoctorRow("\(name): \(RendererProgram.find(name) ?? "not installed; needed only for \(what)")")
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
    return "PNG, PDF and WebP: \(String(decoding: output, as: UTF8.self)) (\(path)); SVG needs none"
  }
}
