internal import PodmapManifests
internal import PodmapTopology

extension Provision {
  /// An item of `provides`.
  init?(_ value: Value, _ fields: inout StrictFields) {
    let needed = ["by", "kind", "name"]
    let written = fields.fields(of: value, "the provided object", known: needed + ["namespace"])
    guard value.isMapping else { return nil }
    for key in needed where written[key] == nil { fields.add(.lacks(key, "a provided object", needed), at: value) }
    let namespace = fields.text(written["namespace"], "the namespace of the provided object")
    guard let provider = fields.text(written["by"], "'by' of the provided object"),
      let kind = fields.text(written["kind"], "the kind of the provided object"),
      let name = fields.text(written["name"], "the name of the provided object")
    else { return nil }
    for (key, text) in [("by", provider), ("kind", kind)] where !ResourceKind.isWritten(text) {
      if let value = written[key] { fields.add(.noKind(text), at: value) }
      return nil
    }
    for (key, text) in [("name", name), ("namespace", namespace ?? "")] where !Provision.isPattern(text) {
      if let value = written[key] { fields.add(.noPattern(text), at: value) }
      return nil
    }
    self.init(ResourceKind(written: provider), ResourceKind(written: kind), name, namespace: namespace)
  }
}

extension StrictFields.Message {
  fileprivate static func noKind(_ kind: String) -> Self {
    Self("'\(kind.shortened())' isn't a kind; write one such as 'Service' or 'Kafka.kafka.strimzi.io'")
  }

  fileprivate static func noPattern(_ text: String) -> Self {
    Self(
      "'\(text.shortened())' has a brace without its counterpart; write {name}, or the path of a field in braces: "
        + "{spec.secretName}")
  }
}
