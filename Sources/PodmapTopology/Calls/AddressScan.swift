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

  private let bytes: [UInt8]
  private let source: Source
  /// The bytes that end a field of a connection string: with semicolons as separators, a field may contain commas.
  private let fieldEnds: [UInt8]
  private var found: [Address] = []
  /// The end of the last token examined, and the last `@` in it.
  private var token = (end: 0, at: -1)

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

  private mutating func run() {
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

  private func isComment(_ first: Int, _ end: Int) -> Bool {
    guard first < end else { return true }
    return bytes[first] == UInt8(ascii: "#") || bytes[first] == UInt8(ascii: ";")
      || bytes[first] == UInt8(ascii: "/") && first + 1 < end && bytes[first + 1] == UInt8(ascii: "/")
  }

  // MARK: - One line or value

  private mutating func scan(_ range: Range<Int>, isNamed: Bool) {
    var position = range.lowerBound
    /// The end of the text that a field's name describes.
    var namedUntil = isNamed ? range.upperBound : 0
    while position < range.upperBound {
      guard Self.isHost(bytes[position]) else {
        position += 1
        continue
      }
      var end = position
      while end < range.upperBound, Self.isHost(bytes[end]) { end += 1 }
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
        takeBare(value, range.upperBound)
      } else if isClusterName(position..<end) {
        takeBare(position, range.upperBound)
      }
      position = end
    }
  }

  /// The start of a URL's authority, given the end of its scheme.
  private func afterScheme(_ end: Int, _ limit: Int) -> Int? {
    guard end + 3 < limit, bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: "/"),
      bytes[end + 2] == UInt8(ascii: "/")
    else { return nil }
    return end + 3
  }

  /// Takes the hosts of a URL and returns the position after them.
  private mutating func takeURL(_ run: Range<Int>, _ start: Int, _ limit: Int, isNamed: Bool) -> Int {
    var schemeStart = run.lowerBound
    // `postgresql+asyncpg`
    while schemeStart > 0, Self.isHost(bytes[schemeStart - 1]) || bytes[schemeStart - 1] == UInt8(ascii: "+") {
      schemeStart -= 1
    }
    let scheme = text(schemeStart..<run.upperBound).lowercased()
    var end = start
    while end < limit, !Self.endsAuthority(bytes[end]) { end += 1 }
    if end >= token.end {
      token = (end, -1)
      while token.end < limit, !Self.isSpace(bytes[token.end]), bytes[token.end] != UInt8(ascii: "\"") {
        if bytes[token.end] == UInt8(ascii: "@") { token.at = token.end }
        token.end += 1
      }
    }
    let isDoubtful = token.at >= end && !bytes[start..<end].contains(UInt8(ascii: "@"))
    var host = start
    if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) { host = at + 1 }
    guard let known = Scheme(named: scheme) else { return end }
    let first = found.count
    while host < end {
      let stop = bytes[host..<end].firstIndex(of: UInt8(ascii: ",")) ?? end
      take(host..<stop, .url, isNamed: isNamed, isDoubtful: isDoubtful)
      host = stop + 1
    }
    for number in found.indices[first...] {
      found[number].scheme = scheme
      found[number].usualPort = known.port
    }
    return end
  }

  /// Takes `host:port` and returns whether there was one.
  private mutating func takeHostAndPort(_ run: Range<Int>, _ range: Range<Int>, isNamed: Bool) -> Bool {
    let (end, limit) = (run.upperBound, range.upperBound)
    guard end + 1 < limit, bytes[end] == UInt8(ascii: ":"), Self.isDigit(bytes[end + 1]) else { return false }
    if run.lowerBound > range.lowerBound {
      let before = bytes[run.lowerBound - 1]
      // Part of a path, a variable or something longer.
      if "$%{\\~+*".utf8.contains(before) { return false }
      if before == UInt8(ascii: "/") {
        guard run.lowerBound - 2 >= range.lowerBound, bytes[run.lowerBound - 2] == UInt8(ascii: "/") else {
          return false
        }
      }
    }
    var stop = end + 1
    while stop < limit, Self.isDigit(bytes[stop]) { stop += 1 }
    // `jdbc:oracle:thin:@db:1521:sid`
    let isThin = run.lowerBound > range.lowerBound && bytes[run.lowerBound - 1] == UInt8(ascii: "@")
    if stop < limit, !" \t\r\n,;/'\"`)]}|&<>?\\".utf8.contains(bytes[stop]),
      !(isThin && bytes[stop] == UInt8(ascii: ":"))
    {
      return false
    }
    take(run.lowerBound..<stop, .hostAndPort, isNamed: isNamed)
    return true
  }

  /// The end of the secret that follows, if the run names one: its text contains no address.
  private func secretAfter(_ run: Range<Int>, _ limit: Int) -> Int? {
    var position = run.upperBound
    if position < limit, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") { position += 1 }
    let isFlag = bytes[run.lowerBound] == UInt8(ascii: "-")
    let hadSpace = position < limit && Self.isSpace(bytes[position])
    while position < limit, Self.isSpace(bytes[position]) { position += 1 }
    guard position < limit else { return nil }
    let isField = bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: ":")
    guard isField || isFlag && hadSpace, run.count <= Limit.secretKey.value, CredentialNames.isField(text(run)) else {
      return nil
    }
    if isField { position += 1 }
    while position < limit, Self.isSpace(bytes[position]) { position += 1 }
    guard position < limit else { return limit }
    if bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
      return bytes[(position + 1)..<limit].firstIndex(of: bytes[position]) ?? limit
    }
    return bytes[position..<limit].firstIndex { Self.isSpace($0) || "\"'".utf8.contains($0) || fieldEnds.contains($0) }
      ?? limit
  }

  /// Whether a run is the full name of a Service in the cluster, which can't be anything else: `db.shop.svc`.
  private func isClusterName(_ run: Range<Int>) -> Bool {
    guard run.count <= Limit.dnsName.value, run.count > 6, found.last?.offset != run.lowerBound,
      run.lowerBound == 0 || !"*=@:/$}\\".utf8.contains(bytes[run.lowerBound - 1])
        || bytes[run.lowerBound - 1] == UInt8(ascii: "=") && !isCommonName(run.lowerBound - 1)
    else { return false }
    let labels = text(run).split(separator: ".")
    guard let mark = labels.firstIndex(of: "svc"), mark == 2 || mark == 3 else { return false }
    return labels.count == mark + 1 || labels.count == mark + 3 && labels[mark + 1] == "cluster"
  }

  /// Whether a certificate's subject precedes an equals sign: `/CN=`.
  private func isCommonName(_ equals: Int) -> Bool {
    equals >= 2 && bytes[equals - 1] == UInt8(ascii: "N") && bytes[equals - 2] == UInt8(ascii: "C")
  }

  /// The start of the value after the name of a field, flag or program.
  private func valueAfter(_ run: Range<Int>, _ range: Range<Int>) -> Int? {
    var position = run.upperBound
    let limit = range.upperBound
    func isAt(_ character: Unicode.Scalar) -> Bool { position < limit && bytes[position] == UInt8(ascii: character) }
    func skipSpaces() { while position < limit, Self.isSpace(bytes[position]) { position += 1 } }
    let isQuoted = isAt("\"") || isAt("'")
    if isQuoted { position += 1 }
    let spaced = position
    skipSpaces()
    let hadSpace = position > spaced
    if isAt("=") || isAt(":") {
      let isColon = isAt(":")
      position += 1
      if isColon, !isQuoted, position < limit, !Self.isSpace(bytes[position]) { return nil }
      skipSpaces()
      guard AddressWords.say(text(run)) else { return nil }
      // `hosts: ["db"]`
      if isAt("[") {
        position += 1
        skipSpaces()
      }
      if isAt("\"") || isAt("'") { position += 1 }
      // `Data Source=tcp:db,1433`
      if bytes[position..<limit].starts(with: "tcp:".utf8) { position += 4 }
      return position < limit && Self.isHost(bytes[position]) ? position : nil
    }
    guard hadSpace, !isQuoted, position < limit, Self.isHost(bytes[position]) else { return nil }
    let word = text(run)
    switch source {
    case .value: return nil
    case .body:
      guard
        ["server", "proxy_pass", "fastcgi_pass", "uwsgi_pass", "grpc_pass", "host", "Host", "replicaof"].contains(word),
        run.lowerBound == range.lowerBound
      else { return nil }
    case .command, .script:
      let isProgram = ["nslookup", "ping", "nc", "telnet"].contains(word)
      guard word == "-h" || isProgram || word.hasPrefix("--") && AddressWords.say(word) else { return nil }
      // `nc -z -w 2 db 5432`
      while isProgram, isAt("-") {
        while position < limit, !Self.isSpace(bytes[position]) { position += 1 }
        skipSpaces()
        guard position < limit else { return nil }
        if Self.isDigit(bytes[position]) {
          while position < limit, !Self.isSpace(bytes[position]) { position += 1 }
          skipSpaces()
        }
      }
    }
    return position < limit && Self.isHost(bytes[position]) ? position : nil
  }

  private func endOfValue(_ start: Int, _ limit: Int) -> Int {
    bytes[start..<limit].firstIndex { Self.isSpace($0) || ";&\"'}".utf8.contains($0) } ?? limit
  }

  /// Takes a host on its own: `db`, or `db,1433` as ADO.NET writes a port.
  private mutating func takeBare(_ start: Int, _ limit: Int) {
    var end = start
    while end < limit, Self.isHost(bytes[end]) { end += 1 }
    guard end == limit || " \t\r\n,;&\"'})".utf8.contains(bytes[end]) else { return }
    var address = Address(host: text(start..<end), port: nil, form: .bare, isNamed: true, offset: start)
    var position = end
    if position < limit, bytes[position] == UInt8(ascii: ",") {
      position += 1
      var number = 0
      let digits = position
      while position < limit, Self.isDigit(bytes[position]), number < 65536 {
        number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
        position += 1
      }
      if position > digits, (1...65535).contains(number) { address.port = number }
    }
    if address.port == nil { address.port = portAfter(end, limit) }
    found.append(address)
  }

  /// The port in `db 5432`, `host=db port=5432` and `{address: db, port_value: 5432}`.
  private func portAfter(_ end: Int, _ limit: Int) -> Int? {
    // Only nearby: a line may contain a whole file.
    let rest = text(end..<min(limit, end + Limit.portDistance.value))
    if source.isShell, rest.first == " ",
      let number = Int(rest.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })
    {
      return (1...65535).contains(number) ? number : nil
    }
    var remaining = rest
    for word in ["port_value", "port"] {
      guard let range = remaining.lowercased().firstRange(of: word) else { continue }
      let tail = remaining.lowercased()[range.upperBound...]
      remaining = String(tail.drop { ":=\"' ".contains($0) })
      return Int(remaining.prefix { $0.isNumber && $0.isASCII })
    }
    // On the next line, as in most Envoy configuration.
    guard case .body = source, let next = followingLine(limit) else { return nil }
    let fields = next.split(separator: ":")
    guard fields.count == 2, fields[0].hasSuffix("port_value") || fields[0].hasSuffix("port") else { return nil }
    return Int(fields[1].drop { $0 == " " })
  }

  private func followingLine(_ end: Int) -> String? {
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return nil }
    let near = min(end + 200, bytes.count)
    let stop = bytes[(end + 1)..<max(near, end + 1)].firstIndex(of: UInt8(ascii: "\n")) ?? max(near, end + 1)
    return text(end + 1..<stop)
  }

  // MARK: - A value that is an address, or several

  private mutating func scanList() {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") } ?? bytes.count
      let first = bytes[start..<end].firstIndex { !Self.isSpace($0) } ?? end
      let last = bytes[first..<end].lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? first
      if first < last, bytes[first..<last].allSatisfy(Self.isHost) {
        found.append(Address(host: text(first..<last), form: .bare, isNamed: true, offset: first))
      } else if let slash = bytes[first..<last].firstIndex(of: UInt8(ascii: "/")), slash > first,
        bytes[first..<slash].allSatisfy(Self.isHost)
      {
        // `db/path`, because some programs take a URL without its scheme.
        found.append(Address(host: text(first..<slash), form: .bare, isNamed: true, offset: first))
      }
      start = end + 1
    }
  }

  // MARK: - Parts

  private mutating func take(_ range: Range<Int>, _ form: Address.Form, isNamed: Bool, isDoubtful: Bool = false) {
    var host = range
    var port: Int?
    if range.first.map({ bytes[$0] }) == UInt8(ascii: "[") {
      guard let close = bytes[range].firstIndex(of: UInt8(ascii: "]")) else { return }
      host = range.lowerBound + 1..<close
      if close + 1 < range.upperBound { port = Int(text(close + 2..<max(close + 2, range.upperBound))) }
    } else if let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) {
      host = range.lowerBound..<colon
      port = Int(text(colon + 1..<range.upperBound))
      guard let port, (1...65535).contains(port) else { return }
    }
    guard !host.isEmpty else { return }
    let isSix = host.lowerBound > range.lowerBound
    guard isSix || bytes[host].allSatisfy(Self.isHost) else { return }
    found.append(
      Address(
        host: text(host), port: port, form: form, isNamed: isNamed, isDoubtful: isDoubtful, offset: host.lowerBound))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isHost(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    isSpace(byte) || "/?#\"'`<>\\|;){}".utf8.contains(byte)
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
