import Podmap

extension Harness {
  /// Views, condensing, layout and the writers of flow diagrams; the first byte chooses the view.
  static let pictures = Harness(name: "pictures") { bytes in
    guard let first = bytes.first else { return nil }
    let views = Picture.View.allCases
    let application = Application(manifests: text(bytes.dropFirst()), named: "input")
    let picture = application.picture(views[Int(first) % views.count], showsLegend: first & 0x40 == 0)
    return problem(in: picture)
  }

  /// The sequence diagrams; the first byte chooses one.
  static let sequences = Harness(name: "sequences") { bytes in
    guard let first = bytes.first else { return nil }
    let application = Application(manifests: text(bytes.dropFirst()), named: "input")
    let pictures: [Picture] =
      switch first % 3 {
      case 0: application.lifecycle(first & 0x40 == 0 ? .simple : .full)
      case 1: (try? application.traffic()) ?? []
      default: application.diagrams
      }
    for picture in pictures { if let problem = problem(in: picture) { return problem } }
    return nil
  }

  static func problem(in picture: Picture) -> String? {
    for page in picture.pages {
      if let problem = MermaidCheck.problem(in: page.mermaid) { return problem }
    }
    return DOTCheck.problem(in: picture.dot) ?? JSONCheck.problem(in: picture.json)
      ?? TextCheck.problem(in: picture.markdown)
  }
}
