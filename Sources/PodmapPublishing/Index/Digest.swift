internal import Crypto

/// The SHA-256 of something that is published, as 64 hexadecimal digits.
package struct Digest: Hashable, Sendable {
  package let text: String

  package init(of bytes: [UInt8]) {
    self.init(SHA256.hash(data: bytes))
  }

  fileprivate init(_ digest: SHA256.Digest) {
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    text = String(decoding: hexadecimal, as: UTF8.self)
  }

  /// What an index holds; nothing where it can't be a digest.
  init?(written: String) {
    guard written.utf8.count == 64, written.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    text = written
  }
}

/// A digest of many things, each with its length before it, so that no two lists are taken for one.
package struct Fingerprint {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
    hash.update(data: bytes)
  }

  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  package var digest: Digest { Digest(hash.finalize()) }
}
