import PodmapManifests

/// The addresses in a container's texts, as far as patterns need them.
///
/// The graph's own calls (edges of the kind `calls`) take precedence; `PodOfContainers` combines both.
struct LocalMention {
  var port: Int
  /// Whether the words around it say that requests are forwarded there.
  var isUpstream: Bool
  var evidence: Evidence
}

/// A Service, or an outside host, that a container names.
struct OutsideMention {
  var name: String
  /// The port of the Service, if known.
  var ports: [Int]
  var evidence: Evidence
}

extension [ContainerText] {
  /// The addresses that the container calls on localhost.
  var localMentions: [LocalMention] {
    var found: [LocalMention] = []
    var previous: Substring = ""
    for (index, text) in enumerated() where text.mayNameOwnAddress {
      let words = text.text.split { " \t\"';,()".contains($0) }
      for word in words {
        defer { previous = word }
        let lower = word.lowercased()
        for host in ["localhost:", "127.0.0.1:"] {
          guard let range = lower.firstByteRange(of: host), lower.isHostStart(range.lowerBound) else { continue }
          let digits = lower[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
          guard let port = Int(digits), (1...65535).contains(port), !isListening(text, lower, previous) else {
            continue
          }
          found.append(
            LocalMention(
              port: port, isUpstream: isUpstream(text, lower, previous, after: index),
              evidence: text.evidence(host + digits)))
        }
      }
      if case .environment(let name) = text.origin, ["localhost", "127.0.0.1"].contains(text.text),
        let port = portBeside(name)
      {
        found.append(LocalMention(port: port, isUpstream: false, evidence: text.evidence(text.text)))
      }
    }
    return found
  }

  /// `CACHE_PORT` for `CACHE_HOST`.
  private func portBeside(_ name: String) -> Int? {
    for end in ["HOSTNAME", "HOST", "ADDRESS", "ADDR"] where name.uppercased().hasSuffix(end) {
      let wanted = name.dropLast(end.count).uppercased() + "PORT"
      for text in self {
        if case .environment(let other) = text.origin, other.uppercased() == wanted { return Int(text.text) }
      }
    }
    return nil
  }

  /// Whether it is the address on which the container itself listens.
  private func isListening(_ text: ContainerText, _ word: String, _ previous: Substring) -> Bool {
    let mention = word.contains("://")
    var around = word + " " + previous.lowercased()
    if case .environment(let name) = text.origin { around += " " + name.lowercased() }
    if !mention, ["listen", "bind", "addr=", "address="].contains(where: around.contains) { return true }
    return ["listen", "bind"].contains { word.hasPrefix($0) || word.hasPrefix("--\($0)") || word.hasPrefix("-\($0)") }
  }

  private func isUpstream(_ text: ContainerText, _ word: String, _ previous: Substring, after index: Int) -> Bool {
    let around = word + " " + previous.lowercased()
    if ["upstream", "proxy", "forward"].contains(where: around.containsBytes) { return true }
    if case .environment(let name) = text.origin {
      return ["UPSTREAM", "PROXY"].contains(where: name.uppercased().containsBytes)
    }
    // "server localhost:8080;" in an upstream of nginx.
    return previous == "server"
      && self[..<index].suffix(5).contains { $0.text.containsBytes(of: "upstream") && $0.text.containsBytes(of: "{") }
  }

  /// Services in the namespace and outside hosts that the container names.
  func outsideMentions(_ services: [String: Service]) -> [OutsideMention] {
    var found: [OutsideMention] = []
    for text in self {
      if !text.text.contains("@"), let host = text.text.outsideHost {
        found.append(OutsideMention(name: host, ports: [], evidence: text.evidence(host)))
      }
      let words = text.text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".")) }
      for (index, word) in words.enumerated() {
        let name = String(word.prefix { $0 != "." })
        guard let service = services[name], word == name[...] || word.containsBytes(of: ".svc") else { continue }
        let before = word.startIndex > text.text.startIndex ? text.text[text.text.index(before: word.startIndex)] : " "
        let next = words[(index + 1)...].firstNonNil { Int($0) }
        let ports = service.ports.map(\.number)
        var isMeant = before == "@" || text.text[..<word.startIndex].hasSuffix("://")
        if let next, ports.contains(next) { isMeant = true }
        if case .environment(let variable) = text.origin, word.count == text.text.count {
          isMeant = ["HOST", "ADDR", "URL", "SERVER", "ENDPOINT"].contains(where: variable.uppercased().contains)
        }
        if isMeant { found.append(OutsideMention(name: name, ports: ports, evidence: text.evidence(word))) }
      }
    }
    return found
  }

  /// Whether it contains a number as a separate word.
  func contains(number: Int) -> Bool {
    let wanted = String(number)
    return contains { text in
      text.text.containsBytes(of: wanted) && text.text.split { !($0.isASCII && $0.isNumber) }.contains { $0 == wanted }
    }
  }

  /// The first line with one of some lower-case words, and the word as written there.
  func first(with words: [String]) -> (text: ContainerText, word: String)? {
    for text in self {
      let lower = text.text.lowercased()
      guard let range = words.firstNonNil({ lower.firstByteRange(of: $0) }) else { continue }
      let start = lower.distance(from: lower.startIndex, to: range.lowerBound)
      let length = lower.distance(from: range.lowerBound, to: range.upperBound)
      return (text, String(text.text.dropFirst(start).prefix(length)))
    }
    return nil
  }

  var commands: [ContainerText] {
    filter { text in
      if case .command = text.origin { true } else { false }
    }
  }
}

extension ContainerText {
  /// Most texts don't, and comparing bytes is cheap.
  fileprivate var mayNameOwnAddress: Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.count >= 9
        && bytes.indices.dropLast(8).contains { start in
          // "localhost" in upper or lower case, "127.0.0.1"
          (bytes[start] | 0x20 == UInt8(ascii: "l") && bytes[start + 5] | 0x20 == UInt8(ascii: "h"))
            || (bytes[start] == UInt8(ascii: "1") && bytes[start + 3] == UInt8(ascii: "."))
        }
    }
  }
}

extension String {
  /// Whether a host begins here, rather than a longer name ending: "mylocalhost".
  fileprivate func isHostStart(_ position: Index) -> Bool {
    guard position > startIndex else { return true }
    let before = self[index(before: position)]
    return !(before.isLetter || before.isNumber || before == "-" || before == ".")
  }

  /// The host of a URL that leads out of the cluster.
  fileprivate var outsideHost: String? {
    guard let scheme = firstByteRange(of: "://") else { return nil }
    let rest = self[scheme.upperBound...].prefix { !"/?#\"' ".contains($0) }
    let host = (rest.split(separator: "@").last ?? "").prefix { $0 != ":" }
    guard host.contains("."), host.contains(where: \.isLetter), !host.contains(".svc"), !host.contains("$"),
      !host.hasSuffix(".local")
    else { return nil }
    return String(host)
  }
}
