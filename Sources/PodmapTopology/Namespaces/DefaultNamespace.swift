package import PodmapManifests

/// The namespace of the objects that name none: the one that they would be applied to.
package struct DefaultNamespace: Sendable, Hashable {
  /// Why the namespace was chosen.
  package enum Reason: Sendable, Hashable {
    /// The user asked for it.
    case option
    /// The project's settings give it, at this place.
    case project(Place)
    /// It is the only namespace that the input names, at this place first.
    case onlyOne(Place)
    /// Nothing says otherwise, so it is kubectl's own.
    case fallback
  }

  package var name: String
  package var reason: Reason

  package init(_ name: String, _ reason: Reason = .option) {
    self.name = name
    self.reason = reason
  }

  /// kubectl's own.
  package static let fallback = DefaultNamespace("default", .fallback)

  /// Whether the settings or the input give the namespace, so that it is more than an assumption.
  var isKnown: Bool { reason != .fallback }

  /// Whether the user or the project says it, so that the input doesn't matter.
  var isGiven: Bool {
    switch reason {
    case .option, .project: true
    case .onlyOne, .fallback: false
    }
  }

  /// Whether a text can be the name of a namespace: an RFC 1123 label.
  package static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isPlain(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard (1...63).contains(bytes.count), isPlain(bytes[0]), isPlain(bytes[bytes.count - 1]) else { return false }
    return bytes.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") }
  }

  /// What can be a name, for messages.
  package static let nameRule = "use up to 63 lower-case letters, digits and '-'"

  /// Says which namespace was chosen and why; `nil` if it is the one that everybody expects.
  var note: Diagnostic? {
    switch reason {
    case .fallback: nil
    case _ where name == Self.fallback.name: nil
    case .option: .chosen(name, at: nil, "the default namespace that was given")
    case .project(let place): .chosen(name, at: place, "the default namespace of the project")
    case .onlyOne(let place):
      .chosen(
        name, at: place,
        "the only namespace that the input names; to choose another, use --default-namespace, or defaultNamespace in "
          + "podmap.yaml")
    }
  }
}

extension Diagnostic {
  fileprivate static func chosen(_ namespace: String, at place: Place?, _ reason: String) -> Diagnostic {
    Diagnostic(
      .note, at: place, topic: .namespace, "objects without a namespace are in '\(namespace.shortened())', \(reason)")
  }
}
