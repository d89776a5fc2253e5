package import PodmapManifests

/// What a project says about its graph: what Podmap can't read from the manifests, or reads wrongly.
package struct GraphSettings: Sendable {
  /// References that Podmap's own tables do not contain.
  package var references: [WrittenReference] = []
  /// Findings that somebody has looked at and accepts.
  package var accepted: [AcceptedFinding] = []
  /// What controllers make that Podmap's own tables do not contain.
  package var provisions: [Provision] = []
  /// Objects that exist elsewhere, so that they are never missing.
  package var provided: [WrittenPattern] = []
  /// Objects that are left out.
  package var ignored: [WrittenPattern] = []
  /// Calls that are added or removed by hand.
  package var calls: [WrittenCall] = []
  /// The files beside kustomizations that aren't part of the input.
  package var unlisted: [UnlistedFile] = []

  package init() {}

  /// What to say about the entries that concern nothing in an input; `used` are the places of the others.
  func unused(besides used: Set<Place>) -> [Diagnostic] {
    let entries =
      accepted.map { ($0.place, "no finding '\($0.topic.code)' about '\($0.object.text.shortened())' to accept") }
      + provided.map { ($0.place, "'\($0.pattern.text.shortened())' of 'provided' is nothing that the input lacks") }
      + ignored.map { ($0.place, "'\($0.pattern.text.shortened())' of 'ignore' isn't an object in the input") }
      + calls.map { ($0.place, $0.unusedWords) }
    return entries.filter { !used.contains($0.0) }.map { place, words in
      Diagnostic(.note, at: place, topic: .unusedSetting, "\(words); remove the entry, or correct its names")
    }
  }
}

/// A pattern for names of objects, and where it is written.
package struct WrittenPattern: Sendable {
  package var pattern: NamePattern
  package var place: Place

  package init(_ pattern: NamePattern, at place: Place) {
    self.pattern = pattern
    self.place = place
  }
}

extension [WrittenPattern] {
  /// The place of the first pattern that matches a node.
  func match(_ node: Node) -> Place? { first { $0.pattern.matches(node) }?.place }
}
