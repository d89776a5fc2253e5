import PodmapManifests

/// Finds the addresses in a text: URLs, `host:port`, and hosts after a field that announces one.
struct AddressScan {
  /// The kind of text, which decides how it is read.
  enum Source {
    /// The value of one variable or field; whether its name says that it is an address.
    case value(isNamed: Bool)
    /// A program's arguments.
    case command
    /// A shell script.
    case script
    /// A file.
    case body
  }

  let bytes: [UInt8]
  let source: Source
  /// The bytes that end a field of a connection string: with semicolons as separators, a field may contain commas.
  let fieldEnds: [UInt8]
  var found: [Address] = []
  /// The end of the last token examined, and the last `@` in it.
  var token = (end: 0, at: -1)
  /// How far a command has been examined that doesn't only print its arguments.
  var usedUntil = 0

  static func addresses(in text: String, _ source: Source) -> [Address] {
    var scan = AddressScan(bytes: Array(text.utf8), source: source)
    scan.run()
    return scan.found
  }

  private init(bytes: [UInt8], source: Source) {
    self.bytes = bytes
    self.source = source
    fieldEnds = Array((bytes.contains(UInt8(ascii: ";")) ? ";&" : ",;&").utf8)
  }

  mutating func run() {
    if case .value(let isNamed) = source {
      scan(0..<bytes.count, isNamed: isNamed)
      if isNamed { scanList() }
      return
    }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let first = bytes[start..<end].firstIndex { !Self.isSpace($0) } ?? end
      if !isComment(first, end) { scan(first..<end, isNamed: false) }
      start = end + 1
    }
  }

  func isComment(_ first: Int, _ end: Int) -> Bool {
    guard first < end else { return true }
    return bytes[first] == UInt8(ascii: "#") || bytes[first] == UInt8(ascii: ";")
      || bytes[first] == UInt8(ascii: "/") && first + 1 < end && bytes[first + 1] == UInt8(ascii: "/")
  }

  // MARK: - One line or value

  mutating func scan(_ range: Range<Int>, isNamed: Bool) {
    var position = range.lowerBound
    /// The end of the text that a field's name describes.
    var namedUntil = isNamed ? range.upperBound : 0
    while position < range.upperBound {
      if let literal = literal(at: position, range) {
        position = take(literal, isNamed: position < namedUntil)
        continue
      }
      guard Self.isHost(bytes[position]) else {
        position = bytes[position] == UInt8(ascii: "{") ? endOfLabels(position, range) : position + 1
        continue
      }
      var end = position
      while end < range.upperBound, Self.isHost(bytes[end]) { end += 1 }
      if source.isShell, let printed = endOfPrinted(position..<end, range) {
        position = printed
        continue
      }
      if let authority = afterScheme(end, range.upperBound) {
        position = takeURL(position..<end, authority, range.upperBound, isNamed: position < namedUntil)
        continue
      }
      if takeHostAndPort(position..<end, range, isNamed: position < namedUntil) {
        position = end + 1
        continue
      }
      if let secret = secretAfter(position..<end, range.upperBound) {
        position = max(end, secret)
        continue
      }
      if let value = valueAfter(position..<end, range) {
        // The same end applies to all fields before it.
        if value >= namedUntil { namedUntil = endOfValue(value, range.upperBound) }
        takeBare(value, range.upperBound, isLookup: isLookup(position..<end, range))
      } else if isClusterName(position..<end) {
        takeBare(position, range.upperBound)
      }
      position = end
    }
  }

  /// The end of the labels in a query for metrics, which name no address: `up{service="cart"}`.
  func endOfLabels(_ brace: Int, _ range: Range<Int>) -> Int {
    guard brace > range.lowerBound, Self.isHost(bytes[brace - 1]) else { return brace + 1 }
    var position = brace + 1
    while position < range.upperBound, Self.isHost(bytes[position]) { position += 1 }
    var operators = position
    while operators < range.upperBound, "=!~".utf8.contains(bytes[operators]) { operators += 1 }
    guard position > brace + 1, operators > position, operators < range.upperBound,
      "\"'\\".utf8.contains(bytes[operators])
    else { return brace + 1 }
    return bytes[operators..<range.upperBound].firstIndex(of: UInt8(ascii: "}")) ?? range.upperBound
  }

  // MARK: - A value that is an address, or several

  mutating func scanList() {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") } ?? bytes.count
      let first = bytes[start..<end].firstIndex { !Self.isSpace($0) } ?? end
      let last = bytes[first..<end].lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? first
      if first < last, bytes[first..<last].allSatisfy(Self.isHost) {
        found.append(Address(host: text(first..<last), form: .bare, isNamed: true, offset: first))
      } else if let slash = bytes[first..<last].firstIndex(of: UInt8(ascii: "/")), slash > first,
        bytes[first..<slash].allSatisfy(Self.isHost), !isBlock(slash) || IPAddress(text(first..<slash)) == nil
      {
        // `db/path`, because some programs take a URL without its scheme.
        found.append(Address(host: text(first..<slash), form: .bare, isNamed: true, offset: first))
      }
      start = end + 1
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isHost(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }
}

extension AddressScan.Source {
  /// Whether the text is a script or a command line.
  var isShell: Bool {
    switch self {
    case .command, .script: true
    case .value, .body: false
    }
  }
}

extension AddressScan.Source {
  var isScript: Bool { if case .script = self { true } else { false } }
}
