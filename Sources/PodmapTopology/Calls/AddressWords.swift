/// Decides from a name whether its value is an address, and from a host's last label what kind of host it is.
enum AddressWords {
  /// A variable, field or flag with one of these words in its name contains an address.
  private static let telling: Set<String> = [
    "host", "hosts", "hostname", "addr", "addrs", "address", "addresses", "url", "urls", "uri", "uris", "endpoint",
    "endpoints", "server", "servers", "service", "services", "broker", "brokers", "bootstrap", "upstream", "upstreams",
    "dsn", "join", "peers", "seeds", "connect", "connectionstring", "connectionstrings", "contactpoints",
  ]
  /// So does one with one of these as the last word of its name.
  private static let tellingLast: Set<String> = ["svc", "source", "proxy", "api", "nodes", "connection"]
  /// So does one whose last word is a protocol, or the name of a program that is known by its protocol: `CART_REDIS`.
  private static let protocols = Set(
    Scheme.all.filter { $0.protocolName != nil }.map(\.name)
      + ["rabbitmq", "mongo", "memcache", "memcached", "elasticsearch", "zookeeper", "cassandra", "etcd"]
  ).subtracting(["tcp", "udp", "tls", "dns"])
  /// As the last word, these are so clear that a word before them can only say whose address it is:
  /// `IMAGE_STORE_HOST`, `USER_DB_URL`.
  private static let clear: Set<String> = [
    "host", "hosts", "hostname", "addr", "addrs", "url", "urls", "uri", "uris", "endpoint", "endpoints", "server",
    "servers", "broker", "brokers",
  ]
  /// These overrule even that: the address is the program's own, or that of a client that it admits.
  private static let denyingAlways: Set<String> = [
    "listen", "bind", "allowed", "origin", "origins", "cors", "advertised", "public", "virtual", "no", "header",
    "password", "passwd", "pass", "pwd", "secret",
  ]
  /// One of these in a name means that the value is something else: a name, or the program's own address.
  private static let denying: Set<String> = [
    "listen", "bind", "name", "names", "allowed", "origin", "origins", "cors", "account", "type", "port", "image",
    "password", "passwd", "pass", "pwd", "secret", "user", "username", "database", "dbname", "namespace", "level",
    "path", "version", "id", "key", "token", "advertised",
    "public", "virtual", "mode", "class", "timeout", "count", "domain", "header", "no", "tls", "prefix", "node",
    "email",
    "pod",
  ]
  /// Whether a word says that an address follows.
  static func isAddress(_ word: String) -> Bool { telling.contains(word) }

  /// Whether a variable's, field's or flag's name says that its value is an address.
  static func say(_ name: some StringProtocol) -> Bool {
    let words = NameWords.words(of: name)
    guard let last = words.last else { return false }
    if clear.contains(last) { return !words.contains(where: denyingAlways.contains) }
    if words.contains(where: denying.contains) { return false }
    return tellingLast.contains(last) || protocols.contains(last) || words.contains(where: telling.contains)
  }

  /// Whether a name says that its value is the program's own address, or that of a client that it admits.
  static func sayOwn(_ name: String) -> Bool {
    let words = NameWords.words(of: name)
    return CertificateWords.say(variable: words) || words.contains(where: own.contains)
  }

  private static let own: Set<String> = [
    "public", "external", "advertised", "allowed", "cors", "origin", "origins", "virtual", "callback", "redirect",
    "signin",
    "no",
  ]

  /// Whether a label can be the last one of a host of the internet, rather than the extension of a file.
  static func isTopLevel(_ label: Substring) -> Bool {
    label.utf8.count >= 2 && label.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
      && !fileEnds.contains(label.lowercased())
  }

  /// Whether a host of two labels is on the internet, rather than a Service and its namespace; by its last label.
  static func isInternet(_ label: Substring) -> Bool {
    label.utf8.count == 2 || commonTopLevels.contains(label.lowercased())
  }

  private static let commonTopLevels: Set<String> = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "dev", "app", "cloud", "tech", "online", "site",
    "xyz", "shop", "store", "email", "page", "pro", "name", "blog", "run", "zone", "games", "world", "live",
  ]

  /// Extensions of files that look like the last label of a host, and labels that no host on the internet has.
  private static let fileEnds: Set<String> = [
    "yaml", "yml", "json", "conf", "cfg", "ini", "toml", "html", "htm", "txt", "js", "ts", "css", "xml", "log", "sock",
    "pid", "crt", "pem", "key", "cert", "csr", "jar", "war", "properties", "svc", "local", "localhost", "php", "lua",
    "java", "class", "exe", "dll", "so", "tar", "gz", "zip", "sql", "env", "tmpl", "tpl", "invalid", "test",
  ]
}
