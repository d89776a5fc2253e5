#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A range of IPv4 or IPv6 addresses in CIDR notation: `10.0.0.0/8`.
package struct AddressBlock: Sendable, Hashable {
  /// The block as written.
  package let text: String
  private let bytes: [UInt8]
  private let prefix: Int

  /// Returns `nil` if the text isn't a block.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Self.address(String(parts[0])), let prefix = Int(parts[1]),
      (0...bytes.count * 8).contains(prefix)
    else { return nil }
    self.text = text
    self.bytes = bytes
    self.prefix = prefix
  }

  /// Whether it contains every address of its family.
  var isEverything: Bool { prefix == 0 }

  /// The address has 4 or 16 bytes, as `address(_:)` gives them.
  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == bytes.count else { return false }
    return address.indices.allSatisfy { index in
      let bits = min(8, max(0, prefix - index * 8))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      return address[index] & mask == bytes[index] & mask
    }
  }

  /// The bytes of an address; `nil` if the text isn't one, such as a host name.
  static func address(_ text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, text, &bytes) == 1 { return bytes }
    }
    return nil
  }
}
