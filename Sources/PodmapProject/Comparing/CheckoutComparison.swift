package import PodmapComparison
package import PodmapManifests
package import PodmapTopology

/// Two checkouts of one repository, compared by the inputs that the `podmap.yaml` of the second names: each set of
/// inputs once.
package struct CheckoutComparison {
  package private(set) var models: [ComparisonModel] = []
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var isDifferent = false

  /// `base` and `head` are folders with checkouts, or revisions of the repository around the current folder.
  package init(
    base: String, head: String, config: String, namespace: DefaultNamespace?,
    settings: SourceSettings = SourceSettings(), options: ComparisonPicture.Options,
    onStep say: @escaping @Sendable (String) -> Void
  ) throws(RequestError) {
    say("finding the checkouts")
    let checkouts = try Checkouts(base: base, head: head, settings)
    let (base, head) = (checkouts.base, checkouts.head)
    diagnostics = checkouts.notes
    defer { withExtendedLifetime(checkouts) {} }
    guard let place = ProjectPath(config) else {
      throw RequestError("--config must be relative to RIGHT, but is '\(config)'")
    }
    let file = Self.joined(head, place.text)
    let project: ProjectFile
    do throws(FileSystem.Failure) {
      project = ProjectFile(try FileSystem.read(file), name: file)
    } catch {
      throw RequestError("the file '\(file)' can't be read: \(error.text); --project needs the podmap.yaml of RIGHT")
    }
    diagnostics += project.diagnostics
    let sets = project.inputs
    // Paths in a podmap.yaml begin at its own folder.
    let folder = place.text.split(separator: "/").dropLast().joined(separator: "/")
    guard !sets.isEmpty || !project.diagnostics.isEmpty else {
      throw RequestError("'\(file)' names no inputs; docs/podmap-yaml.md has an example")
    }
    for inputs in sets {
      // A new or removed folder counts as an empty application.
      let homes = [base, head].map { Self.joined($0, folder.isEmpty ? "." : folder) }
      let paths = homes.map { home in
        inputs.map { Self.joined(home, $0.text) }.filter(FileSystem.canFind)
      }
      if paths.allSatisfy(\.isEmpty) {
        diagnostics.append(.inNeither(inputs, at: Place(file: file)))
        continue
      }
      let read = concurrentMap(Array(zip(homes, paths))) { home, paths in
        var settings = settings
        settings.home = home
        settings.boundary = RealPath.of(home)
        return LinkedInput(
          reading: paths, project: project, namespace: namespace, settings: settings, keepsSources: true, onStep: say)
      }
      let sides = LinkedInput.pair(read[0], read[1])
      // Errors in the base don't matter here.
      diagnostics += sides.right.diagnostics
      var picture = options
      if picture.title == nil { picture.title = inputs.map(\.text).joined(separator: ", ") }
      let request = CompareRequest(picture: picture, subject: .versions)
      let layouts = try request.layouts(of: sides.left, sides.right)
      let compared = try request.compare(layouts.left, layouts.right, named: ("before", "after"))
      isDifferent = isDifferent || compared.isDifferent
      models.append(compared.model)
    }
    diagnostics = diagnostics.uniqued
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    let plain = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    if path == "." { return plain }
    return plain == "." ? path : plain == "/" ? "/\(path)" : "\(plain)/\(path)"
  }
}

extension Diagnostic {
  fileprivate static func inNeither(_ inputs: [ProjectPath], at place: Place) -> Diagnostic {
    let names = inputs.map { "'\($0.text.shortened())'" }.joined(separator: ", ")
    return Diagnostic(
      .error, at: place, "\(names) \(inputs.count == 1 ? "is" : "are") in neither checkout; correct 'inputs'")
  }
}
