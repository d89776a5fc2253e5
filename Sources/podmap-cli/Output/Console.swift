import PodmapManifests
import PodmapProject
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard error: messages, and the progress of what takes long.
struct Console: Sendable {
  private let isVerbose: Bool
  private let isColoured: Bool
  /// Whether a line can be shown and erased again: on a terminal that somebody looks at.
  let canErase: Bool
  private let paths: GivenPaths
  /// Topics that only interest those who ask for everything.
  private let hidden: Set<Diagnostic.Topic>

  /// `inputs` are the paths that the user gave.
  init(isVerbose: Bool, inputs: [String] = [], showing topics: Set<Diagnostic.Topic> = []) {
    self.isVerbose = isVerbose
    hidden = isVerbose ? [] : Set([.rendering]).subtracting(topics)
    paths = GivenPaths(inputs)
    let isTerminal = isatty(2) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
    isColoured = isTerminal && !Self.isSet("NO_COLOR")
    // Some CI systems give their jobs a terminal, and keep everything that is written to it.
    canErase = isTerminal && !Self.isSet("CI")
  }

  private static func isSet(_ variable: String) -> Bool { getenv(variable).map { $0.pointee != 0 } ?? false }

  /// How many characters fit on a line of the terminal.
  var width: Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Prints messages; many of one topic and severity are counted rather than listed.
  func report(_ diagnostics: [Diagnostic]) {
    var counts: [Key: Int] = [:]
    var order: [Key] = []
    for diagnostic in diagnostics where !hidden.contains(diagnostic.topic) {
      let key = Key(severity: diagnostic.severity, topic: diagnostic.topic)
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
      let isOrdinary = diagnostic.topic == .other
      if isVerbose || isOrdinary || counts[key, default: 0] <= Limit.topicMessages.value { say(diagnostic) }
    }
    guard !isVerbose else { return }
    for key in order where key.topic != .other {
      let hidden = counts[key, default: 0] - Limit.topicMessages.value
      if hidden > 0 { say(Diagnostic(key.severity, key.rest(hidden))) }
    }
  }

  func say(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if let place = diagnostic.place { diagnostic.place?.file = paths.path(of: place.file) }
    let details = diagnostic.details
    diagnostic.details = []
    var text = diagnostic.description
    if diagnostic.place == nil { text = "podmap: \(text)" }
    if isColoured { text = colour(text, diagnostic.severity) }
    write(text + "\n" + indented(details))
  }

  /// What another program says, below our own sentence.
  private func indented(_ lines: [String]) -> String {
    let most = isVerbose ? lines.count : Limit.messageDetails.value
    let rest = lines.count - most
    let more =
      rest > 0 ? ["… and \(rest.counted("more line")); use --verbose to print \(rest == 1 ? "it" : "them")"] : []
    let width = isVerbose ? Int.max : Limit.messageDetail.value
    let shown = lines.prefix(most).map { $0.withoutControlCharacters.shortened(to: width) }
    return (shown + more).map { "    \($0)\n" }.joined()
  }

  func write(_ text: String) {
    // There is nowhere to report that messages can't be written.
    _ = FileDescriptor.standardError.write(text)
  }

  private struct Key: Hashable {
    var severity: Diagnostic.Severity
    var topic: Diagnostic.Topic

    func rest(_ count: Int) -> String {
      let what =
        switch topic {
        case .notAManifest: "about files that aren't manifests"
        case .template: "about unrendered templates"
        case .ownSource: "about kustomizations, charts and skipped folders"
        case .rendering: "about programs that have rendered something"
        case .duplicate: "about objects that are defined several times"
        case .missingObject: "about objects that are not in the input"
        case .emptyService: "about Services that select no pods"
        case .port: "about ports"
        case .sharedClaim: "about claims that several pods mount"
        case .grant: "about references to other namespaces"
        case .refusedRoute: "about routes that their Gateways don't accept"
        case .other: ""
        }
      return "\(count) more message\(count == 1 ? "" : "s") \(what); use --verbose to print them"
    }
  }

  private func colour(_ text: String, _ severity: Diagnostic.Severity) -> String {
    let word = "\(severity.rawValue):"
    let code =
      switch severity {
      case .error: "31;1"
      case .warning: "33;1"
      case .note: "36"
      }
    guard let range = text.firstRange(of: word) else { return text }
    return text[..<range.lowerBound] + "\u{1B}[\(code)m\(word)\u{1B}[0m" + text[range.upperBound...]
  }
}
