/// Flags of one letter after which well-known programs take a password.
package enum CredentialFlags {
  /// Programs whose flags mean something else than usual.
  enum Program: Hashable, Sendable { case ldap, redis }

  static func programs(in words: [String]) -> Set<Program> {
    var found: Set<Program> = []
    for word in words where word.utf8.count < 64 {
      if word.contains("ldap") { found.insert(.ldap) }
      if word.contains("redis") || word.contains("valkey") { found.insert(.redis) }
    }
    return found
  }

  /// Whether a word, or the one after it, gives a password.
  static func hides(_ word: String, _ next: String?, _ programs: Set<Program>) -> Bool {
    guard word.utf8.first == UInt8(ascii: "-"), word.utf8.count > 1 else { return false }
    if let next, mayPrecede(word, programs) || isLogin(next, after: word), !isHarmless(next) { return true }
    // `-phunter2`, `-uadmin:hunter2`; not `-addr=:80`, whose name says what it is.
    guard word.utf8.count > 2, !word.contains("=") else { return false }
    let rest = String(word.dropFirst(2))
    if word.hasPrefix("-p") { return !isHarmless(rest) && !["ath", "ort", "thread", "rint", "id", "retty"].contains(rest) }
    if word.hasPrefix("-u") { return rest.contains(":") && !isHarmless(rest) }
    return word.hasPrefix("-a") && programs.contains(.redis) && !isHarmless(rest)
  }

  /// `--user admin:hunter2`
  static func isLogin(_ value: String, after flag: String) -> Bool {
    flag.hasSuffix("user") && value.contains(":")
  }

  /// Whether the argument after a flag may be a password, or a user with one.
  static func mayPrecede(_ flag: String, _ programs: Set<Program>) -> Bool {
    ["-p", "-u", "-a"].contains(flag) || programs.contains(.ldap) && flag == "-w"
  }

  /// Whether what follows such a flag is a number, a path or another flag: `-p 8080:80`, `-u 1000`.
  static func isHarmless(_ value: String) -> Bool {
    value.isEmpty || value.hasPrefix("-") || value.hasPrefix("/") || value.hasPrefix("./")
      || ValueShape.isVariable(value) || ValueShape.isDuration(value)
      || value.utf8.allSatisfy { ValueShape.isDigit($0) || ":./".utf8.contains($0) }
  }
}
