#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An IP address in a text, of either family: `10.0.0.5`, `2001:db8::5`, `[fe80::1%eth0]`.
struct IPAddress: Hashable, Sendable {
  /// How far an address reaches, as far as it alone says.
  enum Reach: Sendable, Equatable {
    /// The pod itself.
    case loopback
    /// A private, unique-local or link-local network: a pod, a Service, a node, or something near the cluster.
    case local
    /// The internet.
    case everywhere
    /// No host in particular: `0.0.0.0`, or a group of hosts.
    case nobody
  }

  /// 4 or 16 bytes; an IPv4 address that is written as an IPv6 one has 4.
  let bytes: [UInt8]

  /// `nil` if the text isn't an address. The zone of an IPv6 address, which only one machine knows, is left out.
  init?(_ text: some StringProtocol) {
    var plain = Substring(text)
    // Most names end here.
    guard let first = plain.utf8.first, first < UInt8(ascii: "g") else { return nil }
    if plain.first == "[", plain.last == "]" { plain = plain.dropFirst().dropLast() }
    if plain.contains(":") { plain = plain.prefix { $0 != "%" } }
    guard let bytes = AddressBlock.address(String(plain)) else { return nil }
    self.bytes = bytes.count == 16 && Array(bytes.prefix(12)) == Self.mapped ? Array(bytes.suffix(4)) : bytes
  }

  /// The usual spelling: in lower case, and with the longest row of zeros left out.
  var text: String {
    var buffer = [CChar](repeating: 0, count: 64)
    guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else {
      return ""
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var reach: Reach { Self.blocks.first { $0.block.contains(bytes) }?.reach ?? .everywhere }

  /// The first bytes of an IPv4 address in an IPv6 one: `::ffff:10.0.0.5`.
  private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

  /// Blocks whose addresses are not on the internet: RFC 1918, 3927, 4193, 4291, 5771 and 6598.
  private static let blocks: [(block: AddressBlock, reach: Reach)] = [
    ("127.0.0.0/8", .loopback), ("::1/128", .loopback), ("0.0.0.0/8", .nobody), ("::/128", .nobody),
    ("224.0.0.0/4", .nobody), ("255.255.255.255/32", .nobody), ("ff00::/8", .nobody), ("10.0.0.0/8", .local),
    ("172.16.0.0/12", .local), ("192.168.0.0/16", .local), ("169.254.0.0/16", .local), ("100.64.0.0/10", .local),
    ("fc00::/7", .local), ("fe80::/10", .local),
  ].compactMap { text, reach in AddressBlock(text).map { ($0, reach) } }
}
