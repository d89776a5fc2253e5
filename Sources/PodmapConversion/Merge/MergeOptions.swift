import PodmapManifests

/// The user's choices for a merge.
package struct MergeOptions: Sendable {
  /// The name of the result; by default it is derived from labels.
  package var name: String?
  package var replicas: Int?
  /// Whether conflicts are settled instead of refused.
  package var isForced: Bool

  package init(name: String? = nil, replicas: Int? = nil, isForced: Bool = false) {
    self.name = name
    self.replicas = replicas
    self.isForced = isForced
  }

  /// Whether a text can be both the name of a workload and the value of a label.
  package static func isName(_ text: String) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= Limit.dnsLabel.value else {
      return false
    }
    return isPlain(first) && isPlain(last) && text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") }
  }
}
