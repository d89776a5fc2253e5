import PodmapManifests

/// Hosts after the name of a field, a flag or a program, and secrets, which contain none.
extension AddressScan {
  /// The end of the secret that follows, if the run names one: its text contains no address.
  func secretAfter(_ run: Range<Int>, _ limit: Int) -> Int? {
    var position = run.upperBound
    if position < limit, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") { position += 1 }
    let isFlag = bytes[run.lowerBound] == UInt8(ascii: "-")
    let hadSpace = position < limit && Self.isSpace(bytes[position])
    while position < limit, Self.isSpace(bytes[position]) { position += 1 }
    guard position < limit else { return nil }
    let isField = bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: ":")
    guard isField || isFlag && hadSpace, run.count <= Limit.secretKey.value, CredentialName(text(run)).endsInCredential
    else {
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

  /// Whether a run is the full name of a Service in the cluster, which can't be anything else: `db.shop.svc`. In a
  /// cluster with a domain of its own, the Service must be in the input.
  func isClusterName(_ run: Range<Int>) -> Bool {
    guard run.count <= Limit.dnsName.value, run.count > 6, found.last?.offset != run.lowerBound,
      run.lowerBound == 0 || !"*=@:/$}\\".utf8.contains(bytes[run.lowerBound - 1])
        || bytes[run.lowerBound - 1] == UInt8(ascii: "=") && !isCommonName(run.lowerBound - 1)
    else { return false }
    return ClusterName(text(run))?.service != nil && !isCertificateName(run)
  }

  /// Whether the field or flag before a run says that it is a name in a certificate: `server_name: db.shop.svc`.
  private func isCertificateName(_ run: Range<Int>) -> Bool {
    guard let end = bytes[..<run.lowerBound].lastIndex(where: { !" \t\"'=:[".utf8.contains($0) }),
      Self.isHost(bytes[end])
    else { return false }
    let start = bytes[..<end].lastIndex { !Self.isHost($0) }.map { $0 + 1 } ?? 0
    return CertificateWords.say(field: text(start..<(end + 1)))
  }

  /// Whether a prefix that chooses the type of a DNS record, as Thanos reads it, ends at a plus sign.
  func isRecordType(_ plus: Int) -> Bool {
    ["dns", "dnssrv", "dnssrvnoa"].contains { type in
      plus >= type.utf8.count && bytes[(plus - type.utf8.count)..<plus].elementsEqual(type.utf8)
    }
  }

  /// Whether an IPv6 address may begin with the byte.
  private static func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: ":") }

  /// Whether a certificate's subject precedes an equals sign: `/CN=`.
  func isCommonName(_ equals: Int) -> Bool {
    equals >= 2 && bytes[equals - 1] == UInt8(ascii: "N") && bytes[equals - 2] == UInt8(ascii: "C")
  }

  /// The start of the value after the name of a field, flag or program.
  func valueAfter(_ run: Range<Int>, _ range: Range<Int>) -> Int? {
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
      return position < limit && (Self.isHost(bytes[position]) || Self.isOpening(bytes[position])) ? position : nil
    }
    guard hadSpace, !isQuoted, position < limit else { return nil }
    let word = text(run)
    switch source {
    case .value: return nil
    case .body:
      guard
        ["server", "proxy_pass", "fastcgi_pass", "uwsgi_pass", "grpc_pass", "host", "Host", "replicaof"].contains(word),
        run.lowerBound == range.lowerBound
      else { return nil }
    case .command, .script:
      if isDialler(run, range) || isLookup(run, range) { return hostArgument(of: word, position, limit) }
      guard word == "-h" || word.hasPrefix("--") && AddressWords.say(word) else { return nil }
    }
    return position < limit && Self.isHost(bytes[position]) ? position : nil
  }

  func endOfValue(_ start: Int, _ limit: Int) -> Int {
    bytes[start..<limit].firstIndex { Self.isSpace($0) || ";&\"'}".utf8.contains($0) } ?? limit
  }

  /// Takes a host on its own: `db`, or `db,1433` as ADO.NET writes a port.
  mutating func takeBare(_ start: Int, _ limit: Int, isLookup: Bool = false) {
    var end = start
    while end < limit, Self.isHost(bytes[end]) { end += 1 }
    guard end == limit || " \t\r\n,;&\"'})".utf8.contains(bytes[end]) else { return }
    var address = Address(host: text(start..<end), port: nil, form: .bare, isNamed: true, offset: start)
    address.isLookup = isLookup
    // What follows may be the server that is asked: `nslookup db 10.96.0.10`
    if isLookup { return found.append(address) }
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
  func portAfter(_ end: Int, _ limit: Int) -> Int? {
    // Only nearby: a line may contain a whole file.
    let rest = text(end..<min(limit, end + Limit.portDistance.value))
    if source.isShell, rest.first == " ",
      let number = Int(rest.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })
    {
      return (1...65535).contains(number) ? number : nil
    }
    var remaining = rest
    for word in ["port_value", "port"] {
      guard let range = remaining.lowercased().firstByteRange(of: word) else { continue }
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

  func followingLine(_ end: Int) -> String? {
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return nil }
    let near = min(end + 200, bytes.count)
    let stop = bytes[(end + 1)..<max(near, end + 1)].firstIndex(of: UInt8(ascii: "\n")) ?? max(near, end + 1)
    return text(end + 1..<stop)
  }
}
