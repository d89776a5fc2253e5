import PodmapManifests

/// A condition in Traefik's language: "Host(`shop.example`) && (PathPrefix(`/api`) || Path(`/health`))".
struct TraefikRule {
  typealias Alternative = (hosts: [String], matches: [String])

  /// What requests may look like, in the order of the text. A condition that can't be read is shown as it is.
  private(set) var alternatives: [Alternative] = []

  init(_ text: String) {
    var parser = Parser(text)
    guard let terms = parser.whole() else {
      alternatives = [([], [Credentials.shownName(text).shortened()])]
      return
    }
    for term in terms {
      let paths = term.paths.isEmpty ? [""] : term.paths
      let matches = paths.map { path in
        ([term.method, path] + term.others).filter { !$0.isEmpty }.joined(separator: " ")
      }.filter { !$0.isEmpty }
      // Alternatives that differ only in their paths, or only in their hosts, are one.
      if let last = alternatives.last, last.hosts == term.hosts, !matches.isEmpty, !last.matches.isEmpty {
        alternatives[alternatives.count - 1].matches += matches
      } else if let last = alternatives.last, last.matches == matches, !last.hosts.isEmpty, !term.hosts.isEmpty {
        alternatives[alternatives.count - 1].hosts += term.hosts
      } else {
        alternatives.append((term.hosts, matches))
      }
    }
  }
}

/// Conditions that must all be met.
private struct Term {
  var hosts: [String] = []
  var paths: [String] = []
  var method = ""
  var others: [String] = []

  func and(_ other: Term) -> Term {
    Term(
      hosts: hosts + other.hosts, paths: paths + other.paths, method: method.isEmpty ? other.method : method,
      others: others + other.others)
  }

  init(hosts: [String] = [], paths: [String] = [], method: String = "", others: [String] = []) {
    self.hosts = hosts
    self.paths = paths
    self.method = method
    self.others = others
  }

  /// A function of the language with its arguments.
  init(_ name: String, _ arguments: [String], isNegated: Bool) {
    let first = arguments.first ?? ""
    if isNegated {
      others = ["not \(name) \(arguments.joined(separator: ", "))"]
      return
    }
    switch name {
    case "Host", "HostRegexp", "HostHeader", "HostSNI", "HostSNIRegexp": hosts = arguments
    case "Path", "PathPrefix", "PathRegexp": paths = arguments
    case "Method": method = arguments.joined(separator: ", ")
    case "Header", "Headers", "HeaderRegexp", "HeadersRegexp": others = ["with header \(first)"]
    case "Query", "QueryRegexp": others = ["with parameter \(first.prefix { $0 != "=" })"]
    case "ClientIP": others = ["from \(arguments.joined(separator: ", "))"]
    default: others = ["\(name) \(arguments.joined(separator: ", "))"]
    }
  }
}

/// Reads alternatives of terms: `||` binds less than `&&`.
private struct Parser {
  private var rest: Substring
  private var depth = 0

  init(_ text: String) { rest = text[...] }

  /// The whole text; `nil` if it isn't a condition, or has too many alternatives.
  mutating func whole() -> [Term]? {
    guard let terms = either() else { return nil }
    skipSpace()
    return rest.isEmpty ? terms : nil
  }

  private mutating func either() -> [Term]? {
    guard var terms = all() else { return nil }
    while take("||") {
      guard let more = all() else { return nil }
      terms += more
    }
    return terms.count <= Limit.routeAlternatives.value ? terms : nil
  }

  private mutating func all() -> [Term]? {
    guard var terms = one() else { return nil }
    while take("&&") {
      guard let more = one(), terms.count * more.count <= Limit.routeAlternatives.value else { return nil }
      terms = terms.flatMap { left in more.map { left.and($0) } }
    }
    return terms
  }

  private mutating func one() -> [Term]? {
    let isNegated = take("!")
    if take("(") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Limit.routeAlternatives.value, let terms = either(), take(")") else { return nil }
      // What isn't met can't be said in hosts and paths.
      return isNegated ? [Term(others: ["some requests"])] : terms
    }
    let name = String(rest.prefix { $0.isLetter })
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty, take("(") else { return nil }
    var arguments: [String] = []
    while !take(")") {
      guard let argument = quoted() else { return nil }
      arguments.append(argument)
      _ = take(",")
    }
    return [Term(name, arguments, isNegated: isNegated)]
  }

  /// A text in backticks or quotation marks.
  private mutating func quoted() -> String? {
    skipSpace()
    guard let quote = rest.first, "`\"'".contains(quote) else { return nil }
    let text = rest.dropFirst().prefix { $0 != quote }
    guard text.endIndex < rest.endIndex else { return nil }
    rest = rest[rest.index(after: text.endIndex)...]
    return String(text)
  }

  private mutating func take(_ token: String) -> Bool {
    skipSpace()
    guard rest.hasPrefix(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func skipSpace() { rest = rest.drop { $0.isWhitespace } }
}
