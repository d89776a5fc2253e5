internal import PodmapDiagrams
internal import PodmapManifests
internal import PodmapTopology

/// Judges the words of `podmap.yaml`, and collects what is wrong with them.
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

  /// Refuses inputs that can't be read completely: what is drawn of the rest would claim to be the whole.
  static func check(_ inputs: [LinkedInput], _ name: String) throws(RequestError) {
    guard inputs.contains(where: \.hasErrors) else { return }
    throw RequestError("the input has errors, so what is published of '\(name.shortened())' is left as it is")
  }
}

extension Diagnostic {
  /// Why a request in `podmap.yaml` can't be carried out.
  init(_ error: RequestError, at place: Place) {
    self.init(.error, at: place, error.textForKeys)
  }
}
