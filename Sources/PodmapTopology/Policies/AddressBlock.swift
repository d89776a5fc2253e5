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
    guard parts.count == 2, let bytes = Self.address(Self.withoutLeadingZeros(parts[0])),
      parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let prefix = Int(parts[1]), (0...bytes.count * 8).contains(prefix)
    else { return nil }
    self.text = text
    self.bytes = bytes
    self.prefix = prefix
  }

  /// The block of one address.
  init?(address text: String) {
    guard let bytes = Self.address(text) else { return nil }
    self.text = text
    self.bytes = bytes
    prefix = bytes.count * 8
  }

  /// Whether it contains every address of its family.
  var isEverything: Bool { prefix == 0 }

  var isIPv4: Bool { bytes.count == 4 }

  /// The address has 4 or 16 bytes, as `address(_:)` gives them.
  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == bytes.count else { return false }
    return address.indices.allSatisfy { index in
      let bits = min(8, max(0, prefix - index * 8))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      return address[index] & mask == bytes[index] & mask
    }
  }

  /// Whether a block is a part of this one, and smaller.
  func strictlyContains(_ other: AddressBlock) -> Bool { other.prefix > prefix && contains(other.bytes) }

  /// The bytes of an address; `nil` if the text isn't one, such as a host name.
  static func address(_ text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, text, &bytes) == 1 { return bytes }
    }
    return nil
  }

  /// Kubernetes reads `010.0.0.0/8` as `10.0.0.0/8`.
  private static func withoutLeadingZeros(_ address: Substring) -> String {
    guard !address.contains(":") else { return String(address) }
    return address.split(separator: ".", omittingEmptySubsequences: false).map { part in
      let digits = part.drop { $0 == "0" }
      return digits.isEmpty && !part.isEmpty ? "0" : String(digits)
    }.joined(separator: ".")
  }
}

extension AddressBlock {
  /// Whether an address may be that of a pod, a Service or a node, as far as its number says.
  static func isPrivate(_ address: [UInt8]) -> Bool { privateBlocks.contains { $0.contains(address) } }

  /// RFC 1918, RFC 6598 and RFC 4193.
  private static let privateBlocks = [
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7",
  ].compactMap { AddressBlock($0) }
}
