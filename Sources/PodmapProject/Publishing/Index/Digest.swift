/// The SHA-256 of a published text, as 64 hexadecimal digits.
package struct Digest: Hashable, Sendable {
  package let text: String

  package init(of bytes: [UInt8]) {
    self.init(hash: SHA256.hash(of: bytes))
  }

  fileprivate init(hash: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    text = String(decoding: hexadecimal, as: UTF8.self)
  }

  /// A digest as an index contains it; `nil` if the text can't be one.
  init?(written: String) {
    guard written.utf8.count == 64, written.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    text = written
  }
}

/// A digest of many things. Each is preceded by its length, so that no two different lists have the same digest.
package struct Fingerprint {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) {
    hash.add(withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) })
    hash.add(bytes)
  }

  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  package var digest: Digest { Digest(hash: hash.finished()) }
}
