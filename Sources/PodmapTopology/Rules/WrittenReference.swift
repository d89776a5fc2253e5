package import PodmapManifests

/// A reference that Podmap does not know on its own, as a user writes it in `podmap.yaml`.
package struct WrittenReference: Sendable {
  /// What the path begins at: a kind (`Rollout.argoproj.io`), `podSpec` or `container`.
  package var from: String
  /// The field that contains a name: `spec.backends[].service`.
  package var path: String
  /// The kind of the object that is named; `nil` if the field `kind` beside the name says it.
  package var to: String?
  /// The name of an edge's kind; `nil` for `uses`.
  package var edge: String?
  package var home: Home
  private let places: FieldPlaces

  /// Where the object is looked for.
  package enum Home: String, CaseIterable, Sendable {
    /// In the namespace of the object that refers.
    case same
    /// In the namespace that the field `namespace` beside the name gives, else in its own.
    case beside
  }

  package init(from: String, path: String, to: String?, edge: String?, home: Home, places: FieldPlaces) {
    self.from = from
    self.path = path
    self.to = to
    self.edge = edge
    self.home = home
    self.places = places
  }

  /// The location of a field; of the whole row if the field is absent.
  package func place(of field: String) -> Place { places.place(of: field) }
}
