import ArgumentParser
import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// Words of `podmap.yaml` that mean what options of the command line mean, with what is wrong about them.
struct ProjectWords {
  private(set) var diagnostics: [Diagnostic] = []

  @discardableResult
  mutating func judge<Result>(_ place: Place, _ body: () throws -> Result) -> Result? {
    do { return try body() } catch {
      diagnostics.append(Self.diagnostic(error, at: place))
      return nil
    }
  }

  mutating func direction(of picture: ProjectPicture) -> FlowDiagram.Direction? {
    judge(picture.place(of: "direction")) {
      var look = try LookOptions.parse([])
      look.direction = picture.direction
      return try look.givenDirection
    } ?? nil
  }

  /// Refuses inputs of which a part can't be read: what is drawn of the rest would say that it is the whole.
  static func check(_ inputs: [LinkedInput], _ name: String) throws {
    guard inputs.contains(where: \.hasErrors) else { return }
    throw ValidationError("the input has errors, so what is published of '\(name.shortened())' is left as it is")
  }

  static func diagnostic(_ error: any Error, at place: Place) -> Diagnostic {
    let message = (error as? ValidationError)?.message ?? "\(error)"
    // There are no options in podmap.yaml.
    return Diagnostic(
      .error, at: place,
      message.replacing(", or give --format", with: "").replacing(" --", with: " ")
        .replacing("--", with: "", maxReplacements: message.hasPrefix("--") ? 1 : 0))
  }
}

extension SelectionOptions {
  init(_ written: ProjectSelection) throws {
    self = try .parse([])
    namespace = written.namespaces
    selector = written.selector
    kind = written.kinds
    exclude = written.excluded
    focus = written.focus
    depth = written.depth ?? depth
  }
}
