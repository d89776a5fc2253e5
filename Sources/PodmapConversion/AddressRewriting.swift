import PodmapManifests
import PodmapTopology

/// Replaces an address in a text and leaves everything else unchanged.
struct AddressRewriting {
  /// How the host may be written: `localhost`, `127.0.0.1`, or a Service's names.
  var hosts: [String]
  /// The port that is called; `nil` for any port.
  var port: Int?
  var newHost: String
  /// `nil` if the port stays the same.
  var newPort: Int?
  /// Whether the host has no other ports, so that a URL without a port is unambiguous.
  var isOnlyPort = true
  /// Whether a host without a port also means this address on a given line; in a one-line text it always does.
  var takesBareHost: (Substring) -> Bool = { _ in false }

  static let localHosts = ["localhost", "127.0.0.1", "[::1]", "ip6-localhost"]

  /// The text with the new address; `nil` if it doesn't contain the old one.
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
      let tail = line[found.upperBound...]
      let scheme = Self.scheme(before: line[..<found.lowerBound])
      let separate = scheme == nil ? Self.separatePort(tail) : ""
      let gap = separate.isEmpty ? ":" : String(line[found.upperBound..<separate.startIndex])
      let digits =
        !separate.isEmpty ? separate : tail.first == ":" ? tail.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
      done = digits.isEmpty ? found.upperBound : digits.endIndex
      let usual = scheme.flatMap { Scheme(named: $0)?.port }
      let takesBare = takesBare && (scheme != nil ? isOnlyPort || newPort == nil : isHost(found, in: line))
      let matches =
        digits.isEmpty ? usual.map { port == nil || $0 == port } ?? takesBare : port == nil || Int(digits) == port
      guard matches else {
        result += line[found.lowerBound..<done]
        continue
      }
      hasChanged = true
      result += newHost
      if let newPort {
        // `http://web` needs no port if it is the default one.
        if !digits.isEmpty || usual != nil && usual != newPort { result += "\(gap)\(newPort)" }
      } else if !digits.isEmpty {
        result += "\(gap)\(digits)"
      }
    }
    return hasChanged ? result + line[done...] : nil
  }

  /// `nc api 80`: the port follows its host as a separate word.
  private static func separatePort(_ tail: Substring) -> Substring {
    let rest = tail.drop { $0 == " " }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard rest.startIndex > tail.startIndex, (2...5).contains(digits.count) else { return "" }
    let next = rest[digits.endIndex...].first
    return next.map { $0.isWhitespace || ";)&|\"'`".contains($0) } ?? true ? digits : ""
  }

  /// Whether a name without a port is the host: a word in a command can be the name of something else.
  private func isHost(_ found: Range<Substring.Index>, in line: Substring) -> Bool {
    let head = line[..<found.lowerBound]
    if head.allSatisfy(\.isWhitespace), line[found.upperBound...].allSatisfy(\.isWhitespace) { return true }
    // Next to a URL, a bare name is part of its path or query.
    if line.contains("://") { return false }
    // Its port is elsewhere, where it wouldn't be changed.
    if newPort != nil { return false }
    let word = head.split { " =:\"'".contains($0) }.last?.lowercased() ?? ""
    if word == "-h" || ["host", "hostname", "addr", "address", "server"].contains(where: word.hasSuffix) {
      return true
    }
    // If the line also has it with its port, that one is the address.
    let ends = port.map { [":\($0)", " \($0)"] } ?? [":"]
    return !hosts.contains { host in ends.contains { line.contains(host + $0) } }
  }

  /// The first host in a line; the longest if several begin at the same place.
  private func firstHost(in line: Substring, from start: Substring.Index) -> Range<Substring.Index>? {
    var best: Range<Substring.Index>?
    for host in hosts {
      var position = start
      while let range = line[position...].firstByteRange(of: host) {
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

  /// Whether the found text is a whole host, rather than part of a longer name, a path or a scheme.
  private static func isWhole(_ range: Range<Substring.Index>, in line: Substring) -> Bool {
    func continues(_ character: Character?) -> Bool {
      guard let character else { return false }
      return "._-".contains(character) || character.isLetter || character.isNumber
    }
    let (before, tail) = (line[..<range.lowerBound], line[range.upperBound...])
    if continues(before.last) || continues(tail.first) && tail != "." && !tail.hasPrefix(". ") { return false }
    // Part of a path, a scheme, or a range of addresses.
    if before.last == "/", !before.hasSuffix("//") { return false }
    if tail.hasPrefix("://") { return false }
    return !(tail.first == "/" && line[range].last?.isNumber == true && tail.dropFirst().first?.isNumber == true)
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
}
