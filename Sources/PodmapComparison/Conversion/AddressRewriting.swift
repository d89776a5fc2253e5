/// Puts another address into a text, and leaves everything else as it is.
struct AddressRewriting {
  /// How the host may be written: `localhost`, `127.0.0.1`, or a Service's names.
  var hosts: [String]
  /// The port that is called; nothing where every port is meant.
  var port: Int?
  var newHost: String
  /// Nothing where the port stays.
  var newPort: Int?
  /// Whether the host has no other port, so that a URL without one can mean no other.
  var isOnlyPort = true
  /// Whether a host without a port on a line means this address too; in a text of one line it does.
  var takesBareHost: (Substring) -> Bool = { _ in false }

  static let localHosts = ["localhost", "127.0.0.1", "[::1]", "ip6-localhost"]

  /// The text with the new address; nothing where it does not name the old one.
  func rewritten(_ text: String) -> String? {
    let isMultiline = text.utf8.contains(UInt8(ascii: "\n"))
    var hasChanged = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      guard let new = rewritten(line: line, takesBare: !isMultiline || takesBareHost(line)) else { return line }
      hasChanged = true
      return new[...]
    }
    return hasChanged ? lines.joined(separator: "\n") : nil
  }

  private func rewritten(line: Substring, takesBare: Bool) -> String? {
    var result = ""
    var done = line.startIndex
    var hasChanged = false
    while let found = firstHost(in: line, from: done) {
      result += line[done..<found.lowerBound]
      let behind = line[found.upperBound...]
      let scheme = Self.scheme(before: line[..<found.lowerBound])
      let apart = scheme == nil ? Self.portApart(behind) : ""
      let gap = apart.isEmpty ? ":" : String(line[found.upperBound..<apart.startIndex])
      let digits =
        !apart.isEmpty ? apart : behind.first == ":" ? behind.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
      done = digits.isEmpty ? found.upperBound : digits.endIndex
      let usual = scheme.flatMap(Self.usualPort)
      let takesBare = takesBare && (scheme != nil ? isOnlyPort || newPort == nil : isHost(found, in: line))
      let isMeant =
        digits.isEmpty ? usual.map { port == nil || $0 == port } ?? takesBare : port == nil || Int(digits) == port
      guard isMeant else {
        result += line[found.lowerBound..<done]
        continue
      }
      hasChanged = true
      result += newHost
      if let newPort {
        // `http://web` needs no port where it is the usual one.
        if !digits.isEmpty || usual != nil && usual != newPort { result += "\(gap)\(newPort)" }
      } else if !digits.isEmpty {
        result += "\(gap)\(digits)"
      }
    }
    return hasChanged ? result + line[done...] : nil
  }

  /// `nc api 80`: the port of a host stands behind it as a word of its own.
  private static func portApart(_ behind: Substring) -> Substring {
    let rest = behind.drop { $0 == " " }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard rest.startIndex > behind.startIndex, (2...5).contains(digits.count) else { return "" }
    let next = rest[digits.endIndex...].first
    return next.map { $0.isWhitespace || ";)&|\"'`".contains($0) } ?? true ? digits : ""
  }

  /// Whether a name without a port is the host that is meant: a word of a command can be a name for something else.
  private func isHost(_ found: Range<Substring.Index>, in line: Substring) -> Bool {
    let head = line[..<found.lowerBound]
    if head.allSatisfy(\.isWhitespace), line[found.upperBound...].allSatisfy(\.isWhitespace) { return true }
    // Beside a URL a name alone is a part of its path or its query.
    if line.contains("://") { return false }
    // Its port stands elsewhere, where it would not be changed.
    if newPort != nil { return false }
    let word = head.split { " =:\"'".contains($0) }.last?.lowercased() ?? ""
    if word == "-h" || ["host", "hostname", "addr", "address", "server"].contains(where: word.hasSuffix) {
      return true
    }
    // Where it stands with its port as well, that is what was meant.
    let ends = port.map { [":\($0)", " \($0)"] } ?? [":"]
    return !hosts.contains { host in ends.contains { line.contains(host + $0) } }
  }

  /// Of names that begin at one place the longest.
  private func firstHost(in line: Substring, from start: Substring.Index) -> Range<Substring.Index>? {
    var best: Range<Substring.Index>?
    for host in hosts {
      var position = start
      while let range = line[position...].firstRange(of: host) {
        if Self.isWhole(range, in: line) {
          let isBetter = best.map {
            range.lowerBound < $0.lowerBound
              || range.lowerBound == $0.lowerBound && range.upperBound > $0.upperBound
          }
          if isBetter ?? true { best = range }
          break
        }
        position = line.index(after: range.lowerBound)
      }
    }
    return best
  }

  /// Whether a host begins and ends where the found text does, and is a host at all.
  private static func isWhole(_ range: Range<Substring.Index>, in line: Substring) -> Bool {
    func continues(_ character: Character?) -> Bool {
      guard let character else { return false }
      return "._-".contains(character) || character.isLetter || character.isNumber
    }
    let (before, behind) = (line[..<range.lowerBound], line[range.upperBound...])
    if continues(before.last) || continues(behind.first) && behind != "." && !behind.hasPrefix(". ") { return false }
    // A part of a path, a scheme, a range of addresses.
    if before.last == "/", !before.hasSuffix("//") { return false }
    if behind.hasPrefix("://") { return false }
    return !(behind.first == "/" && line[range].last?.isNumber == true && behind.dropFirst().first?.isNumber == true)
  }

  static func scheme(before text: Substring) -> Substring? {
    var head = text
    // `postgres://user:word@host`
    if head.last == "@" {
      guard let start = head.ranges(of: "://").last else { return nil }
      head = head[..<start.upperBound]
    }
    guard head.hasSuffix("://") else { return nil }
    head = head.dropLast(3)
    let start = head.lastIndex { !($0.isLetter || $0.isNumber || $0 == "+") }.map { head.index(after: $0) }
    return head[(start ?? head.startIndex)...]
  }

  static func usualPort(_ scheme: Substring) -> Int? {
    switch scheme.lowercased() {
    case "http", "ws": 80
    case "https", "wss": 443
    case "postgres", "postgresql": 5432
    case "mysql", "mariadb": 3306
    case "redis", "rediss": 6379
    case "mongodb": 27017
    case "amqp": 5672
    case "amqps": 5671
    case "nats": 4222
    default: nil
    }
  }
}
