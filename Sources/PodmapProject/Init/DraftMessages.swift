internal import PodmapManifests

/// What `podmap init` reports about what it doesn't propose.
extension Diagnostic {
  static func skipped(_ folders: [String], because reason: String) -> Diagnostic {
    Diagnostic(.note, "skipped, because \(reason): \(folders.listed)")
  }

  static func library(_ folder: RenderedFolder) -> Diagnostic {
    Diagnostic(
      .note, at: folder.place, "skipped: a library chart, which has only templates for other charts")
  }

  static func notTried(_ folder: RenderedFolder) -> Diagnostic {
    Diagnostic(
      .note, at: folder.place,
      "skipped: init renders at most \(Limit.draftRenderings.text); to draw it: podmap draw \(folder.word)")
  }

  static func notProposed(
    _ folder: RenderedFolder, _ problem: Diagnostic, alike: [RenderedFolder]
  ) -> Diagnostic {
    let values =
      folder.isChart && problem.message.contains("values")
      ? "; then name the chart and its values under 'charts' in podmap.yaml" : ""
    let more = alike.isEmpty ? "" : "; nor can \(alike.map(\.word).listed) be drawn"
    return notProposed(at: problem.place ?? folder.place, problem, "\(values)\(more)")
  }

  static func notProposed(_ inputs: [String], _ problem: Diagnostic) -> Diagnostic {
    let place = problem.place ?? Place(file: inputs.first ?? ".")
    return notProposed(at: place, problem)
  }

  private static func notProposed(at place: Place, _ problem: Diagnostic, _ more: String = "") -> Diagnostic {
    var diagnostic = Diagnostic(.warning, at: place, "not proposed: \(problem.message)\(more)")
    diagnostic.details = problem.details
    return diagnostic
  }

  static func runNothing(_ inputs: [String]) -> Diagnostic {
    Diagnostic(
      .note,
      "not proposed, because these manifests run nothing: \(inputs.listed); "
        + "add them to the inputs of the diagrams that they belong to")
  }

  static func fragments(_ files: [String]) -> Diagnostic {
    Diagnostic(
      .note,
      "not proposed, because they are pieces of what other files of their folders define completely: \(files.listed)")
  }

  static func others(_ others: [RenderedFolder], than drawn: RenderedFolder) -> Diagnostic {
    Diagnostic(
      .note, at: drawn.place,
      "one of several that are made of the same files; not drawn: \(others.map(\.word).listed); "
        + "to draw one instead, change 'inputs' in podmap.yaml")
  }

  static func repeats(_ application: FoundApplication, _ other: FoundApplication) -> Diagnostic {
    let place = application.rendered?.place ?? Place(file: application.path)
    return Diagnostic(
      .note, at: place,
      "not proposed: it has the same objects as '\(other.path)', which is; "
        + "to draw it: podmap draw \(application.path.word)")
  }

  static func tooMany(_ applications: [FoundApplication]) -> Diagnostic {
    Diagnostic(
      .note,
      "init proposes at most \(Limit.draftFolders.value) diagrams; not proposed: "
        + applications.map(\.path).listed + "; add those that you want to podmap.yaml")
  }
}

extension [Diagnostic] {
  /// One message for all the places that it applies to.
  var joined: [Diagnostic] {
    let places = Dictionary(grouping: self, by: \.message).mapValues { $0.compactMap { $0.place?.file } }
    var seen: Set<String> = []
    return compactMap { diagnostic in
      guard seen.insert(diagnostic.message).inserted else { return nil }
      let others = Array<String>((places[diagnostic.message] ?? []).dropFirst())
      if others.isEmpty { return diagnostic }
      var whole = diagnostic
      whole.message += "; the same applies to \(others.listed)"
      return whole
    }
  }
}

extension [String] {
  /// The first few, and how many more there are.
  var listed: String {
    let shown = prefix(Limit.draftListed.value).map(\.withoutControlCharacters).joined(separator: ", ")
    return count > Limit.draftListed.value ? "\(shown) and \(count - Limit.draftListed.value) more" : shown
  }
}
