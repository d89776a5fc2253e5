internal import PodmapManifests
internal import PodmapTopology

extension GraphSettings {
  /// The keys that are about the graph.
  init(_ top: [String: Value], _ fields: inout StrictFields) {
    self.init()
    references = fields.list(top["references"], "references") { WrittenReference($0, &$1) }
    provisions = fields.list(top["provides"], "provides") { Provision($0, &$1) }
    accepted = fields.list(top["accept"], "accept") { AcceptedFinding($0, &$1) }
    provided = fields.list(top["provided"], "provided") { WrittenPattern($0, "provided", &$1) }
    ignored = fields.list(top["ignore"], "ignore") { WrittenPattern($0, "ignore", &$1) }
    calls = fields.list(top["calls"], "calls") { WrittenCall($0, &$1) }
    for position in calls.indices { calls[position].evidence.path = "calls[\(position)].reason" }
  }
}

extension WrittenPattern {
  /// An item of `provided` or `ignore`.
  init?(_ value: Value, _ key: String, _ fields: inout StrictFields) {
    guard let text = fields.text(value, "an item of '\(key)'") else { return nil }
    guard !text.allSatisfy({ $0 == "*" || $0 == "/" }) else {
      fields.add(.everything(text, key), at: value)
      return nil
    }
    self.init(NamePattern(text), at: value.place(in: fields.file))
  }
}

extension AcceptedFinding {
  /// An item of `accept`.
  init?(_ value: Value, _ fields: inout StrictFields) {
    let keys = ["code", "object", "reason"]
    let written = fields.fields(of: value, "the accepted finding", known: keys)
    guard value.isMapping else { return nil }
    for key in keys where written[key] == nil { fields.add(.lacks(key, "an accepted finding", keys), at: value) }
    let code = fields.text(written["code"], "the code of the accepted finding")
    let object = fields.text(written["object"], "the object of the accepted finding")
    let reason = fields.text(written["reason"], "the reason of the accepted finding")
    guard let code, let object, let reason else { return nil }
    guard let topic = Diagnostic.Topic(code: code) else {
      if let value = written["code"] { fields.add(.noCode(code), at: value) }
      return nil
    }
    self.init(topic, NamePattern(object), reason: reason, at: value.place(in: fields.file))
  }
}

extension WrittenCall {
  /// An item of `calls`.
  init?(_ value: Value, _ fields: inout StrictFields) {
    let needed = ["from", "to", "reason"]
    let written = fields.fields(of: value, "the call", known: ["from", "to", "port", "remove", "reason"])
    guard value.isMapping else { return nil }
    for key in needed where written[key] == nil { fields.add(.lacks(key, "a call", needed), at: value) }
    let from = fields.text(written["from"], "'from' of the call")
    let to = fields.text(written["to"], "'to' of the call")
    let reason = fields.text(written["reason"], "the reason of the call")
    let isRemoved = fields.truth(written["remove"], "'remove' of the call") ?? false
    var port: Int?
    if let value = written["port"], let text = fields.text(value, "the port of the call") {
      port = Int(text).flatMap { (1...65535).contains($0) ? $0 : nil }
      guard port != nil else {
        fields.add(.noPort(text), at: value)
        return nil
      }
    }
    guard let from, let to, let reason, let why = written["reason"] else { return nil }
    self.init(
      from: NamePattern(from), to: NamePattern(to), port: port, isRemoved: isRemoved, reason: reason,
      at: value.place(in: fields.file), evidence: Evidence(why, path: "calls", in: fields.file))
  }
}

extension StrictFields.Message {
  fileprivate static func noCode(_ code: String) -> Self {
    let hint =
      Spelling.nearest(to: code, among: Diagnostic.Topic.all.map(\.code)).map { "did you mean '\($0)'? " } ?? ""
    return Self("no finding has the code '\(code.shortened())'; \(hint)docs/findings.md lists all codes")
  }

  fileprivate static func everything(_ text: String, _ key: String) -> Self {
    Self("'\(text.shortened())' of '\(key)' would match every object; write a name, or a kind and a name")
  }

  fileprivate static func noPort(_ text: String) -> Self {
    Self("the port of the call must be a number between 1 and 65535, but is '\(text.shortened())'")
  }
}
