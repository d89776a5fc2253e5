internal import PodmapManifests
internal import PodmapTopology

extension WrittenReference {
  /// An item of `references`.
  init?(_ value: Value, _ fields: inout StrictFields) {
    let what = "the reference"
    let written = fields.fields(of: value, what, known: ["from", "path", "to", "edge", "namespace"])
    guard value.isMapping else { return nil }
    let home = fields.choice(written["namespace"], "the namespace of \(what)", of: Home.self)
    let edge = fields.text(written["edge"], "the edge of \(what)")
    let to = fields.text(written["to"], "'to' of \(what)")
    let needed = ["from", "path"]
    for key in needed where written[key] == nil { fields.add(.lacks(key, "a reference", needed), at: value) }
    guard let from = fields.text(written["from"], "'from' of \(what)"),
      let path = fields.text(written["path"], "the path of \(what)")
    else { return nil }
    self.init(
      from: from, path: path, to: to, edge: edge, home: home ?? .same,
      places: FieldPlaces(written, of: value, in: fields.file))
  }
}
