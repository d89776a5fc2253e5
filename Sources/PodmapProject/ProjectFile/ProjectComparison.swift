internal import PodmapManifests

/// A comparison in `podmap.yaml`.
package struct ProjectComparison: Sendable {
  package var picture: ProjectPicture
  package var left: [ProjectPath]
  package var right: [ProjectPath]
  package var selection: ProjectSelection
  /// The kind of picture, not validated here.
  package var kind: String?
  package var showsAll: Bool
  /// Pairs of container names, such as "old=new".
  package var matches: [String]

  package var name: String { picture.name }

  private static let keys =
    ProjectPicture.keys + ProjectSelection.keys + ["left", "right", "picture", "all", "match"]

  init?(_ value: Value, _ fields: inout StrictFields) {
    let written = fields.fields(of: value, "the comparison", known: Self.keys)
    let picture = ProjectPicture(written, of: value, "comparison", needs: ["left", "right"], &fields)
    let what = ProjectPicture.what("comparison", picture?.name)
    left = fields.list(written["left"], "'left' of \(what)") { $1.path($0, "the input") }
    right = fields.list(written["right"], "'right' of \(what)") { $1.path($0, "the input") }
    selection = ProjectSelection(written, &fields, of: what)
    kind = fields.text(written["picture"], "'picture' of \(what)")
    showsAll = fields.truth(written["all"], "'all' of \(what)") ?? false
    matches = fields.list(written["match"], "'match' of \(what)") { $1.text($0, "the pair of names") }
    guard let picture, !left.isEmpty, !right.isEmpty else { return nil }
    self.picture = picture
  }
}
