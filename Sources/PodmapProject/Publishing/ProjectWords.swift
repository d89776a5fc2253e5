internal import PodmapDiagrams
internal import PodmapManifests
internal import PodmapTopology

/// Checks the words of `podmap.yaml`, and collects the problems with them.
struct ProjectWords {
  private(set) var diagnostics: [Diagnostic] = []

  @discardableResult
  mutating func judge<Result>(_ place: Place, _ body: () throws(RequestError) -> Result) -> Result? {
    do throws(RequestError) {
      return try body()
    } catch {
      diagnostics.append(Diagnostic(error, at: place))
      return nil
    }
  }

  mutating func direction(of picture: ProjectPicture) -> FlowDiagram.Direction? {
    guard let name = picture.direction else { return nil }
    return judge(picture.place(of: "direction")) { () throws(RequestError) in try LookSettings.direction(named: name) }
  }

  /// Each field on its own, so that a problem is reported at its location.
  mutating func page(of picture: ProjectPicture) -> PageSettings {
    let written = picture.page
    var settings = PageSettings(expanded: written.expanded, isCondensed: written.isCondensed)
    if let name = written.detail {
      settings.detail =
        judge(picture.place(of: "detail")) { () throws(RequestError) in try PageSettings.detail(named: name) } ?? nil
    }
    if let name = written.layout {
      settings.layout = judge(picture.place(of: "layout")) { () throws(RequestError) in
        try PageSettings.layout(named: name)
      }
    }
    if let width = written.width {
      settings.width = width
      judge(picture.place(of: "pageWidth")) { [settings] () throws(RequestError) in try settings.check() }
    }
    return settings
  }

  /// Rejects inputs that can't be read completely: a picture of the rest would look complete.
  static func check(_ inputs: [LinkedInput], _ name: String) throws(RequestError) {
    guard inputs.contains(where: \.hasErrors) else { return }
    throw RequestError("the input has errors, so the outputs of '\(name.shortened())' are left unchanged")
  }
}

extension Diagnostic {
  /// Why a request in `podmap.yaml` can't be carried out.
  init(_ error: RequestError, at place: Place) {
    self.init(.error, at: place, error.textForKeys)
  }
}
