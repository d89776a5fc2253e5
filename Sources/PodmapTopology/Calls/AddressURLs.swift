import PodmapManifests

/// URLs, `host:port`, and IP addresses.
extension AddressScan {
  /// The start of a URL's authority, given the end of its scheme.
  func afterScheme(_ end: Int, _ limit: Int) -> Int? {
    guard end + 3 < limit, bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: "/"),
      bytes[end + 2] == UInt8(ascii: "/")
    else { return nil }
    return end + 3
  }

  /// Takes the hosts of a URL and returns the position after them.
  mutating func takeURL(_ run: Range<Int>, _ start: Int, _ limit: Int, isNamed: Bool) -> Int {
    var schemeStart = run.lowerBound
    var start = start
    // `postgresql+asyncpg`
    while schemeStart > 0, Self.isHost(bytes[schemeStart - 1]) || bytes[schemeStart - 1] == UInt8(ascii: "+") {
      schemeStart -= 1
    }
    let scheme = text(schemeStart..<run.upperBound).lowercased()
    // `dns:///db:5432`: without a server, the path is the host, and the scheme says nothing about it.
    let isResolved = start < limit && bytes[start] == UInt8(ascii: "/") && Scheme.resolvers.contains(scheme)
    if isResolved { start += 1 }
    var end = start
    while end < limit, !Self.endsAuthority(bytes[end]) { end += 1 }
    // `http://a,http://b`
    if end > start, end + 1 < limit, bytes[end - 1] == UInt8(ascii: ":"), bytes[end] == UInt8(ascii: "/"),
      bytes[end + 1] == UInt8(ascii: "/"), let comma = bytes[start..<end].lastIndex(of: UInt8(ascii: ","))
    {
      end = comma
    }
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
    let known = isResolved ? nil : Scheme(named: scheme)
    let path = pathAfter(end, limit)
    let first = found.count
    while host < end {
      let stop = bytes[host..<end].firstIndex(of: UInt8(ascii: ",")) ?? end
      take(host..<stop, .url, isNamed: isNamed, isDoubtful: isDoubtful)
      host = stop + 1
    }
    for number in found.indices[first...] {
      found[number].scheme = isResolved ? nil : scheme
      found[number].usualPort = known?.port
      found[number].hasUnknownScheme = known == nil && !isResolved
      found[number].path = path
    }
    return end
  }

  /// The path of a URL, given the end of its authority.
  private func pathAfter(_ start: Int, _ limit: Int) -> String? {
    guard start < limit, bytes[start] == UInt8(ascii: "/") else { return nil }
    let near = min(limit, start + Limit.urlPath.value)
    let end = bytes[start..<near].firstIndex { Self.isSpace($0) || "?#\"'`<>|;,){}".utf8.contains($0) } ?? near
    return text(start..<end)
  }

  /// Takes `host:port` and returns whether there was one.
  mutating func takeHostAndPort(_ run: Range<Int>, _ range: Range<Int>, isNamed: Bool) -> Bool {
    let (end, limit) = (run.upperBound, range.upperBound)
    guard end + 1 < limit, bytes[end] == UInt8(ascii: ":"), Self.isDigit(bytes[end + 1]) else { return false }
    if run.lowerBound > range.lowerBound {
      let before = bytes[run.lowerBound - 1]
      // Part of a path, a variable or something longer.
      if "$%{})\\~*".utf8.contains(before) { return false }
      if before == UInt8(ascii: "+"), !isRecordType(run.lowerBound - 1) { return false }
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

  // MARK: - IP addresses

  /// An IPv6 address, alone or in brackets and with a port.
  struct Literal {
    var host: Range<Int>
    var port: Int?
    var end: Int
  }

  /// The IPv6 address at a position.
  func literal(at start: Int, _ range: Range<Int>) -> Literal? {
    let limit = range.upperBound
    let isBracketed = bytes[start] == UInt8(ascii: "[")
    guard isBracketed || Self.isHexadecimal(bytes[start]) || bytes[start] == UInt8(ascii: ":"),
      // Only at the start of a word, so that each is examined once.
      start == range.lowerBound || !Self.isInLiteral(bytes[start - 1]) && !Self.isHost(bytes[start - 1])
    else { return nil }
    let first = isBracketed ? start + 1 : start
    var end = first
    var colons = 0
    while end < limit, end - first < Limit.addressText.value, Self.isInLiteral(bytes[end]) {
      if bytes[end] == UInt8(ascii: ":") { colons += 1 }
      end += 1
    }
    guard colons > 1 else { return nil }
    let address = end
    // The zone: `%eth0`
    if end < limit, bytes[end] == UInt8(ascii: "%") {
      end += 1
      while end < limit, Self.isHost(bytes[end]) { end += 1 }
    }
    guard IPAddress(text(first..<address)) != nil else { return nil }
    guard isBracketed else {
      guard end == limit || !Self.isHost(bytes[end]) else { return nil }
      return Literal(host: first..<address, port: nil, end: end)
    }
    guard end < limit, bytes[end] == UInt8(ascii: "]") else { return nil }
    end += 1
    guard end + 1 < limit, bytes[end] == UInt8(ascii: ":"), Self.isDigit(bytes[end + 1]) else {
      return Literal(host: first..<address, port: nil, end: end)
    }
    let digits = end + 1
    end = digits
    while end < limit, end - digits < 6, Self.isDigit(bytes[end]) { end += 1 }
    let port = Int(text(digits..<end)).flatMap { (1...65535).contains($0) ? $0 : nil }
    return Literal(host: first..<address, port: port, end: end)
  }

  /// Takes an IPv6 address, unless it stands alone where nothing says that it is one, and returns its end.
  mutating func take(_ literal: Literal, isNamed: Bool) -> Int {
    if literal.port != nil || isNamed && !isBlock(literal.end) {
      found.append(
        Address(
          host: text(literal.host), port: literal.port, form: literal.port == nil ? .bare : .hostAndPort,
          isNamed: isNamed, offset: literal.host.lowerBound))
    }
    return literal.end
  }

  /// Whether the number of bits of a block of addresses follows: `10.0.0.0/8`.
  func isBlock(_ end: Int) -> Bool {
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "/"), Self.isDigit(bytes[end + 1]) else { return false }
    var stop = end + 1
    while stop < bytes.count, Self.isDigit(bytes[stop]) { stop += 1 }
    return stop == bytes.count || !Self.isHost(bytes[stop]) && bytes[stop] != UInt8(ascii: "/")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private static func isInLiteral(_ byte: UInt8) -> Bool {
    isHexadecimal(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }

  // MARK: - Parts

  mutating func take(_ range: Range<Int>, _ form: Address.Form, isNamed: Bool, isDoubtful: Bool = false) {
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

  static func endsAuthority(_ byte: UInt8) -> Bool {
    isSpace(byte) || "/?#\"'`<>\\|;){}".utf8.contains(byte)
  }
}
