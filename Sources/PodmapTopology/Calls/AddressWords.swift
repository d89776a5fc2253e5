/// The words from which we guess, by a name, what its value is. All such guesses are here.
package enum AddressWords {
  /// A variable, field or flag with one of these words in its name contains an address.
  private static let telling: Set<String> = [
    "host", "hosts", "hostname", "addr", "addrs", "address", "addresses", "url", "urls", "uri", "uris", "endpoint",
    "endpoints", "server", "servers", "broker", "brokers", "bootstrap", "upstream", "dsn", "peers", "seeds", "connect",
    "connectionstring", "connectionstrings", "contactpoints",
  ]
  /// One of these as the last word of a name means the same.
  private static let tellingLast: Set<String> = ["service", "svc", "source", "proxy", "api", "nodes", "connection"]
  /// As the last word, these are so clear that earlier words can only say whose address it is:
  /// `IMAGE_STORE_HOST`, `USER_DB_URL`.
  private static let clear: Set<String> = [
    "host", "hosts", "hostname", "addr", "addrs", "url", "urls", "uri", "uris", "endpoint", "endpoints", "server",
    "servers", "broker", "brokers",
  ]
  /// Exceptions even then: the address is the program's own, or that of the clients it admits.
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
  /// A value with such a name, or a text with such a word in it, is never shown in full.
  private static let secret = [
    "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "api_key", "api-key", "accesskey",
    "access_key", "credential", "private", "sharedaccesskey", "accountkey", "authorization", "bearer", "pass=", "pass:",
    "auth=", "auth:", "key=", "key:", "sig=", "requirepass", "masterauth",
  ]

  /// Whether a variable's, field's or flag's name says that its value is an address.
  static func say(_ name: some StringProtocol) -> Bool {
    let words = words(of: name)
    guard let last = words.last else { return false }
    if clear.contains(last) { return !words.contains(where: denyingAlways.contains) }
    if words.contains(where: denying.contains) { return false }
    return tellingLast.contains(last) || words.contains(where: telling.contains)
  }

  /// Whether a name says that its value is the program's own address, or that of clients it admits.
  static func sayOwn(_ name: String) -> Bool { words(of: name).contains { own.contains($0) } }

  /// Whether the text after a name is a secret: `password=…`, `--token …`.
  package static func sayField(isSecret name: some StringProtocol) -> Bool {
    let words = words(of: name)
    guard let last = words.last else { return false }
    return secretLast.contains(last) || last == "key" && words.count > 1 || isPass(last)
  }

  /// `requirepass` and `PGPASS` name a password; `bypass` does not.
  private static func isPass(_ word: String) -> Bool {
    word.hasSuffix("pass") && !["bypass", "compass", "onepass", "multipass"].contains(word)
  }

  private static let secretLast: Set<String> = [
    "password", "passwd", "passphrase", "pass", "pwd", "pw", "secret", "token", "apikey", "accesskey", "accountkey",
    "sharedaccesskey", "signature", "credential", "credentials", "authorization", "bearer", "jwt", "cookie", "salt",
    "pat", "masterauth",
  ]

  /// Whether a name contains a word for a password, whatever its other words.
  static func sayPassword(_ name: String) -> Bool {
    words(of: name).contains { ["password", "passwd", "passphrase", "pass", "pwd", "pw"].contains($0) }
  }

  private static let own: Set<String> = [
    "public", "external", "advertised", "allowed", "cors", "origin", "origins", "virtual", "callback", "redirect", "no",
  ]

  /// Whether a text may contain a secret.
  static func saySecret(_ text: String) -> Bool {
    // This runs on every value of the input, so it compares bytes.
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { start in
        let first = bytes[start] | 0x20
        return secretBytes.contains { word in
          word[0] == first && bytes.count - start >= word.count
            && word.indices.allSatisfy { bytes[start + $0] == word[$0] || bytes[start + $0] | 0x20 == word[$0] }
        }
      }
    }
  }

  private static let secretBytes = secret.map { Array($0.utf8) }

  /// Whether a name says that its value is a secret. `TOKEN_URL` names where to get one.
  package static func sayName(isSecret name: String) -> Bool {
    let words = words(of: name)
    if let last = words.last {
      if telling.contains(last) { return false }
      if isPass(last) || secretLast.contains(last) { return true }
    }
    return saySecret(name) || words.contains { ["pass", "pw", "auth", "key", "cred", "creds", "sas"].contains($0) }
  }

  /// The schemes whose URLs name a host to connect to.
  static func isScheme(_ scheme: String) -> Bool { schemes.contains(scheme) }

  /// The default port of a scheme.
  static func usualPort(_ scheme: String) -> Int? {
    switch scheme {
    case "http", "ws": 80
    case "https", "wss": 443
    default: nil
    }
  }

  private static let schemes: Set<String> = [
    "http", "https", "ws", "wss", "grpc", "grpcs", "h2c", "tcp", "udp", "tls", "ssl", "postgres", "postgresql", "mysql",
    "mariadb", "sqlserver", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps", "nats", "mqtt", "mqtts",
    "kafka",
    "ftp", "sftp", "ssh", "smtp", "smtps", "ldap", "ldaps", "zk", "zookeeper", "zipkin", "memcached", "cassandra",
    "bolt",
    "neo4j", "clickhouse", "cockroachdb", "couchdb", "influxdb", "elasticsearch", "dns", "thrift", "stomp", "pulsar",
    "etcd", "s3", "oracle", "db2", "postgis", "postgresql+asyncpg", "postgresql+psycopg2", "mysql+pymysql", "plaintext",
    "sasl_plaintext", "sasl_ssl", "xds", "unleash", "pulsar+ssl", "nfs", "git", "tcp4", "tcp6", "presto", "trino",
    "hdfs",
    "thanos", "fluent", "gelf", "syslog", "socks5", "turn", "stun", "rtmp", "rtsp",
  ]

  /// File name extensions, which look like the ends of host names, and placeholders for hosts in examples.
  static func isTopLevel(_ label: Substring) -> Bool {
    label.utf8.count >= 2 && label.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
      && !fileEnds.contains(label.lowercased())
  }

  /// Whether a host of two labels is on the internet, rather than a Service and its namespace.
  static func isInternet(_ label: Substring) -> Bool {
    label.utf8.count == 2 || commonTopLevels.contains(label.lowercased())
  }

  private static let commonTopLevels: Set<String> = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "dev", "app", "cloud", "tech", "online", "site",
    "xyz", "shop", "store", "email", "page", "pro", "name", "blog", "run", "zone", "games", "world", "live",
  ]

  private static let fileEnds: Set<String> = [
    "yaml", "yml", "json", "conf", "cfg", "ini", "toml", "html", "htm", "txt", "js", "ts", "css", "xml", "log", "sock",
    "pid", "crt", "pem", "key", "cert", "csr", "jar", "war", "properties", "svc", "local", "localhost", "php", "lua",
    "java", "class", "exe", "dll", "so", "tar", "gz", "zip", "sql", "env", "tmpl", "tpl", "invalid", "test",
  ]

  /// Splits a name into words: `dbHost`, `DB_HOST` and `db-host` are all "db", "host".
  static func words(of name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    let bytes = Array(name.utf8)
    func isSmall(_ position: Int) -> Bool {
      position < bytes.count && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position])
    }
    for (position, byte) in bytes.enumerated() {
      let isLetter = isUpper(byte) || isSmall(position)
      // `DBHost`, but not `URLs`.
      let followsCapitals = isUpper(byte) && isSmall(position + 1) && isSmall(position + 2)
      if !isLetter || isUpper(byte) && (wasLower || followsCapitals) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper(byte)
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    words = words.flatMap { oneWord[$0] ?? [$0] }
    guard words.count > 1, words.contains(where: joining.contains) else { return words }
    return words.reduce(into: []) { joined, word in
      if let last = joined.last, pairs.contains(last + word), joining.contains(last) {
        joined[joined.count - 1] = last + word
      } else {
        joined.append(word)
      }
    }
  }

  /// Variables that clients read themselves: https://www.postgresql.org/docs/current/libpq-envars.html
  private static let oneWord = ["pghost": ["pg", "host"], "pgport": ["pg", "port"]]

  /// Words that we treat as one word, however they are written: `HOST_NAME`, `ConnectionStrings`, `CallBackUrl`.
  private static let pairs: Set<String> = [
    "hostname", "connectionstring", "connectionstrings", "contactpoints", "callback",
  ]
  private static let joining: Set<String> = ["host", "connection", "contact", "call"]
}
