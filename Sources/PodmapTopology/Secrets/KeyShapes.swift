/// The shapes of keys and tokens, under any name.
enum KeyShapes {
  /// What a word looks like.
  enum Shape: Sendable {
    /// As a service issues it: `ghp_…`, a JSON Web Token, a hash of a password.
    case issued
    /// Only hexadecimal digits, as many as a key or a hash has.
    case hexadecimal
    /// Letters and digits without an order that a person would give them.
    case random
  }

  static func isKey(_ word: [UInt8]) -> Bool { word.withUnsafeBufferPointer { shape(of: $0) != nil } }

  /// The shape of a word of letters, digits and `+/=_-.`; `nil` if it may well be a name.
  static func shape(of word: UnsafeBufferPointer<UInt8>) -> Shape? {
    guard word.count >= 16 else { return nil }
    if isIssued(word) { return .issued }
    guard word.count >= 20 else { return nil }
    var counts = Counts(word)
    guard counts.digits >= 2 else { return nil }
    if counts.isHex, word.count >= 32 { return .hexadecimal }
    guard word[0] != UInt8(ascii: "/") else { return nil }
    // Paths and names of several words have separators, and few digits.
    if counts.separators * 8 <= word.count, counts.capitals > 0, counts.small > 0 { return .random }
    counts.separators += counts.dots
    let isMixed = counts.changes >= 6 && counts.digits >= 5
    return word.count >= 24 && counts.separators == 0 && isMixed ? .random : nil
  }

  private struct Counts {
    var (digits, capitals, small, separators, dots, changes) = (0, 0, 0, 0, 0, 0)
    var isHex = true

    init(_ word: UnsafeBufferPointer<UInt8>) {
      var wasDigit = false
      for (position, byte) in word.enumerated() {
        let isDigit = ValueShape.isDigit(byte)
        if isDigit {
          digits += 1
        } else if ValueShape.isUpper(byte) {
          capitals += 1
        } else if ValueShape.isLetter(byte) {
          small += 1
        } else if byte == UInt8(ascii: ".") {
          dots += 1
        } else if byte != UInt8(ascii: "+"), byte != UInt8(ascii: "=") {
          separators += 1
        }
        if position > 0, isDigit != wasDigit { changes += 1 }
        wasDigit = isDigit
        isHex = isHex && ValueShape.isHex(byte)
      }
    }
  }

  // MARK: - Issued by services

  private static func isIssued(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for prefix in issued[Int(word[0])] where starts(word, prefix) { return true }
    // A JSON Web Token: three parts, of which the first two are Base64 of JSON.
    return word[0] == UInt8(ascii: "e") && starts(word, beginningOfToken) && word.count >= 20
  }

  private static let beginningOfToken = Array("eyJ".utf8)

  private static func starts(_ word: UnsafeBufferPointer<UInt8>, _ prefix: [UInt8]) -> Bool {
    word.count >= prefix.count && prefix.indices.allSatisfy { word[$0] == prefix[$0] }
  }

  /// Prefixes of the tokens that well-known services issue, by their first byte.
  private static let issued: [[[UInt8]]] = {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for prefix in prefixes { table[Int(prefix.utf8.first ?? 0)].append(Array(prefix.utf8)) }
    return table
  }()

  private static let prefixes = [
    // GitHub, GitLab, Bitbucket
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-",
    "glsoat-", "glagent-", "ATBB", "ATATT3", "ATCTT3",
    // Clouds
    "AKIA", "ASIA", "ABIA", "ACCA", "AIza", "ya29.", "GOCSPX-", "dop_v1_", "doo_v1_", "dor_v1_", "LTAI", "AKID",
    "FlyV1", "pul-",
    // Payment, messages, mail
    "sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-",
    "xapp-", "SG.", "shpat_", "shpss_", "sq0atp-", "sq0csp-", "EAAA",
    // Registries and tools
    "npm_", "pypi-", "dckr_pat_", "dckr_oat_", "hvs.", "hvb.", "glc_", "glsa_", "dapi", "dp.pt.", "dp.st.",
    "lin_api_", "NRAK-", "NRJS-", "PMAK-", "figd_", "nfp_", "rubygems_", "sntrys_", "sntryu_", "tskey-", "hf_",
    "sk-ant-", "sk-proj-", "sk-svcacct-", "gsk_", "r8_", "ops_", "phc_", "phx_", "sbp_", "AGE-SECRET-KEY-",
    "vercel_", "ntn_",
  ]
}
