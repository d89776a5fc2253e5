/// Flags of one letter after which well-known programs take a password.
enum CredentialFlags {
  /// The programs in a text whose flags mean something else than those of other programs.
  struct Programs {
    let hasLDAP: Bool
    let hasRedis: Bool

    init(_ text: CredentialText) {
      hasLDAP = text.contains("ldap")
      hasRedis = text.contains("redis") || text.contains("valkey")
    }
  }

  /// Whether the argument after a flag is a password, or a user with one, in a text with commands.
  static func hides(_ flag: String, next: String, of programs: Programs) -> Bool {
    (mayPrecede(flag) || isLogin(next, after: flag) || flag == "-w" && programs.hasLDAP) && !isHarmless(next)
  }

  /// Whether a flag contains a password itself: `-phunter2`, `-uadmin:hunter2`; not `-addr=:80`, whose name says what
  /// it is.
  static func hidesWithin(_ flag: String, of programs: Programs) -> Bool {
    guard flag.utf8.count > 2, !flag.utf8.contains(UInt8(ascii: "=")) else { return false }
    let rest = String(flag.dropFirst(2))
    if flag.hasPrefix("-p") { return !isHarmless(rest) && !longFlags.contains(rest) }
    if flag.hasPrefix("-u") { return rest.utf8.contains(UInt8(ascii: ":")) && !isHarmless(rest) }
    return flag.hasPrefix("-a") && !isHarmless(rest) && programs.hasRedis
  }

  /// Whether a password, or a user with one, may follow a flag.
  static func mayPrecede(_ flag: String) -> Bool { flag == "-p" || flag == "-u" || flag == "-a" }

  /// `--user admin:hunter2`
  static func isLogin(_ value: String, after flag: String) -> Bool {
    flag.hasSuffix("user") && value.utf8.contains(UInt8(ascii: ":"))
  }

  /// Whether what follows such a flag is a number, a path or another flag: `-p 8080:80`, `-u 1000`.
  static func isHarmless(_ value: String) -> Bool {
    value.isEmpty || value.hasPrefix("-") || value.hasPrefix("/") || value.hasPrefix("./")
      || value.utf8.allSatisfy {
        ValueShape.isDigit($0) || (UInt8(ascii: ".")...UInt8(ascii: "/")).contains($0)
          || $0 == UInt8(ascii: ":")
      }
      || ValueShape.isVariable(value) || ValueShape.isDuration(value)
  }

  /// What follows the first letter of flags that are words: `-path`.
  private static let longFlags: Set<String> = ["ath", "ort", "thread", "rint", "id", "retty"]
}
