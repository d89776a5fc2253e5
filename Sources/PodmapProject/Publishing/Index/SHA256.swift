/// The hash function SHA-256, as FIPS 180-4 (https://doi.org/10.6028/NIST.FIPS.180-4) defines it.
///
/// Podmap only compares what it published with what it would publish, so no secret depends on this code.
struct SHA256 {
  private static let blockSize = 64

  /// H, the eight words of the hash so far (section 5.3.3: the square roots of the first eight primes).
  private var hash: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The bytes that don't fill a block yet.
  private var rest: [UInt8] = []
  /// How many bytes were added.
  private var length: UInt64 = 0

  init() {
    rest.reserveCapacity(Self.blockSize)
  }

  /// Returns the 32 bytes of the hash of a whole message.
  static func hash(of message: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.add(message)
    return hash.finished()
  }

  /// Adds bytes to the message.
  mutating func add(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    bytes.withUnsafeBytes { bytes in
      var next = 0
      if !rest.isEmpty {
        next = min(Self.blockSize - rest.count, bytes.count)
        rest += bytes[..<next]
        guard rest.count == Self.blockSize else { return }
        rest.withUnsafeBytes { Self.compress($0, into: &hash) }
        rest.removeAll(keepingCapacity: true)
      }
      while bytes.count - next >= Self.blockSize {
        Self.compress(.init(rebasing: bytes[next..<next + Self.blockSize]), into: &hash)
        next += Self.blockSize
      }
      rest += bytes[next...]
    }
  }

  /// Returns the hash of the message that was added.
  func finished() -> [UInt8] {
    // Section 5.1.1: a one bit, zeros, and the length in bits as 64 bits, so that the last block is full.
    let zeros = (2 * Self.blockSize - 9 - rest.count) % Self.blockSize
    var padded = self
    padded.add([0x80] + [UInt8](repeating: 0, count: zeros) + Self.bytes(of: length &* 8))
    return padded.hash.flatMap(Self.bytes(of:))
  }

  /// The bytes of a number, the most significant first.
  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}

extension SHA256 {
  /// K, the words that are added in the 64 rounds (section 4.2.2: the cube roots of the first 64 primes).
  private static let roundWords: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// Adds a block to the hash (section 6.2.2; the variables have the names they have there).
  private static func compress(_ block: UnsafeRawBufferPointer, into hash: inout [UInt32]) {
    let k = roundWords
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      for t in 0..<16 {
        w[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * t, as: UInt32.self))
      }
      for t in 16..<64 {
        let (early, late) = (w[t - 15], w[t - 2])
        let sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
        let sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
        w[t] = sigma1 &+ w[t - 7] &+ sigma0 &+ w[t - 16]
      }
      var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
      var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
      for t in 0..<64 {
        let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let choice = (e & f) ^ (~e & g)
        let t1 = h &+ sum1 &+ choice &+ k[t] &+ w[t]
        let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let t2 = sum0 &+ majority
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
      }
      for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] &+= word }
    }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
}
