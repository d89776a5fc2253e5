internal import Crypto

/// The SHA-256 of something that is published, as 64 hexadecimal digits.
package struct Digest: Hashable, Sendable {
  package let text: String

  package init(of bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    text = String(decoding: hexadecimal, as: UTF8.self)
  }

  /// What an index holds; nothing where it can't be a digest.
  init?(written: String) {
    guard written.utf8.count == 64, written.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    text = written
  }
}
