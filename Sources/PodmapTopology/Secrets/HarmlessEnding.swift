/// What the rest of a name says about the value: `PASSWORD_FILE` is a path, `TOKEN_TTL` a duration.
///
/// A value is shown under the name of a credential only if it has the shape that the name promises.
enum HarmlessEnding: Sendable {
  case path, duration, schedule, count, port, header, address, word, identifier, flag, component, code

  /// The ending of a name, by its last word, or by its first: `MAX_TOKENS`, `ENABLE_AUTH`.
  init?(_ words: [String]) {
    guard let last = words.last else { return nil }
    if let found = Self.byLastWord[last], words.count > 1 || found == .address {
      if found == .code, CredentialWords.openingCodes.contains(words[words.count - 2]) { return nil }
      self = found
    } else if words.count > 1, let found = Self.byFirstWord[words[0]] {
      self = found
    } else {
      return nil
    }
  }

  /// Whether a word says that the value is an address.
  static func isAddress(_ word: String) -> Bool { byLastWord[word] == .address || AddressWords.isAddress(word) }

  private static let byLastWord: [String: HarmlessEnding] = table([
    .path: "file files filename filepath path paths dir directory folder mount mountpath location socket sock",
    .duration: """
    ttl expiry expires expiration expire timeout duration interval age maxage lifetime seconds secs sec minutes mins \
    hours days weeks months ms millis milliseconds period delay refresh rotation validity window leeway skew grace
    """,
    .schedule: "schedule cron",
    .count: """
    length len size count counts limit limits max min maximum minimum number num bits bytes rounds iterations cost \
    retries attempts depth version rate quota total threshold index capacity concurrency parallelism replicas \
    strength percent percentage
    """,
    .port: "port ports",
    .header: "header headers headername",
    .address: """
    host hostname hosts addr addrs address addresses url urls uri uris endpoint endpoints server servers domain \
    domains issuer audience audiences origin origins service services svc proxy gateway broker brokers dsn webhook \
    connectionstring connstr connstring
    """,
    .word: """
    mode type types method methods algorithm algorithms alg algo format scheme style strategy policy provider \
    providers backend backends driver engine kind class encoding flow protocol role roles scope scopes level source \
    store generator plugin module handler curve cipher samesite realm storage
    """,
    .identifier: """
    prefix suffix column columns field fields attribute attributes claim claims label labels separator template \
    param parameter property namespace name names ref refs reference region group groups vault alias
    """,
    .flag: """
    enabled disabled enable disable required require optional allowed allow verify check strict only active use \
    validation verification through
    """,
    .code: "code codes",
    .component: "app image operator controller manager agent sidecar rotator reloader injector exporter reviewer",
  ])

  private static let byFirstWord: [String: HarmlessEnding] = table([
    .count: "max min num number total maximum minimum",
    .flag: """
    enable disable require use allow is has skip verify check with without no should force automount ignore
    """,
  ])

  private static func table(_ rows: [HarmlessEnding: String]) -> [String: HarmlessEnding] {
    var table: [String: HarmlessEnding] = [:]
    for (ending, words) in rows {
      for word in words.split(separator: " ") { table[String(word)] = ending }
    }
    return table
  }

  /// Whether a value has the shape. A password that somebody chose may look like a word, so names of passwords admit
  /// less.
  func fits(_ value: String, under name: CredentialName) -> Bool {
    let isChosen = name.grade == .password && !name.namesSecretObject
    return switch self {
    case .path: ValueShape.isPath(value, isSaid: true)
    case .duration: ValueShape.isDuration(value) || ValueShape.isNever(value)
    case .schedule: ValueShape.isSchedule(value)
    case .count: ValueShape.isCount(value) || ValueShape.isNever(value)
    case .port: value.utf8.count <= 5 && ValueShape.isDigits(value)
    case .header: ValueShape.isHeader(value)
    case .address: ValueShape.isAddress(value, mayBeBare: !isChosen && !name.isOfAddress)
    case .word: ValueShape.isWord(value, mayHaveDigits: !isChosen)
    case .identifier: !isChosen && ValueShape.isIdentifier(value)
    case .flag: ValueShape.isSwitch(value)
    case .code: value.utf8.contains(where: ValueShape.isLetter) && ValueShape.isIdentifier(value)
    case .component: ValueShape.isVersion(value) || value.utf8.count <= 5 && ValueShape.isDigits(value)
    }
  }
}

extension CredentialName {
  /// Whether the value is the name of a Secret: `PASSWORD_SECRET_NAME`.
  var namesSecretObject: Bool { words.count > 1 && words[words.count - 2].hasPrefix("secret") }

  /// Whether the name is that of an address which is itself a credential: only a URL that contains none is harmless.
  var isOfAddress: Bool {
    let joined = words.joined()
    return ["dsn", "webhook", "connectionstring", "connstr"].contains(where: joined.contains)
  }
}
