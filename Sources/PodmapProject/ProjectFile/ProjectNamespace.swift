internal import PodmapManifests
internal import PodmapTopology

extension DefaultNamespace {
  /// The value of `defaultNamespace`.
  init?(_ value: Value, _ fields: inout StrictFields) {
    guard let name = fields.text(value, "'defaultNamespace'") else { return nil }
    guard Self.isName(name) else {
      fields.add(.notANamespace(name), at: value)
      return nil
    }
    self.init(name, .project(value.place(in: fields.file)))
  }
}

extension StrictFields.Message {
  fileprivate static func notANamespace(_ name: String) -> Self {
    Self("'defaultNamespace' can't be '\(name.shortened())'; \(DefaultNamespace.nameRule)")
  }
}
