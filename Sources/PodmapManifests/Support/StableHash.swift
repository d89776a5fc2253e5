/// A hash that is the same in every run, unlike the standard library's. It is for names, not for secrets.
package enum StableHash {
  /// FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
  package static func number(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The hash in letters and digits, as a part of a name.
  package static func text(of bytes: some Sequence<UInt8>) -> String { String(number(of: bytes), radix: 36) }
}
