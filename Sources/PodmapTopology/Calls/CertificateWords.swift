/// Decides from a name whether its value is what a certificate must say, or a server's own name, and not a call.
enum CertificateWords {
  /// Whether a field or flag does: `--tls-server-name`, `server_name`, `dnsNames`.
  static func say(field name: String) -> Bool {
    let words = NameWords.words(of: name)
    return say(variable: words) || fields.contains(words)
  }

  /// Whether a variable names a certificate, by the words of its name: `DB_TLS_SERVER_NAME`, `UPSTREAM_SNI`.
  static func say(variable words: [String]) -> Bool {
    guard let last = words.last else { return false }
    return last == "sni" || ["name", "names"].contains(last) && words.contains { ["tls", "ssl", "sni"].contains($0) }
  }

  private static let fields: Set<[String]> = [
    ["server", "name"], ["server", "names"], ["servername"], ["common", "name"], ["dns", "name"], ["dns", "names"],
  ]
}
