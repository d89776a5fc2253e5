internal import PodmapManifests

/// A diagram in `podmap.yaml`.
///
/// Names of views and of their options are not validated here, because the code that draws knows them.
package struct ProjectDiagram: Sendable {
  package var picture: ProjectPicture
  package var inputs: [ProjectPath]
  package var view: String?
  package var selection: ProjectSelection
  package var steps: String?
  package var phase: String?
  package var from: String?
  package var to: String?
  package var possible: Bool?

  package var name: String { picture.name }

  private static let keys =
    ProjectPicture.keys + ProjectSelection.keys + ["inputs", "view", "steps", "phase", "from", "to", "possible"]

  init?(_ value: Value, _ fields: inout StrictFields) {
    let written = fields.fields(of: value, "the diagram", known: Self.keys)
    let picture = ProjectPicture(written, of: value, "diagram", needs: ["inputs"], &fields)
    let what = ProjectPicture.what("diagram", picture?.name)
    inputs = fields.list(written["inputs"], "'inputs' of \(what)") { $1.path($0, "the input") }
    selection = ProjectSelection(written, &fields, of: what)
    view = fields.text(written["view"], "'view' of \(what)")
    steps = fields.text(written["steps"], "'steps' of \(what)")
    phase = fields.text(written["phase"], "'phase' of \(what)")
    from = fields.text(written["from"], "'from' of \(what)")
    to = fields.text(written["to"], "'to' of \(what)")
    possible = fields.truth(written["possible"], "'possible' of \(what)")
    guard let picture, !inputs.isEmpty else { return nil }
    self.picture = picture
  }
}
