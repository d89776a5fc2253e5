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
  /// Whether only errors are printed.
  let isQuiet: Bool
  private let isColoured: Bool
  /// Whether a line can be shown and erased again: on a terminal that somebody looks at.
  let canErase: Bool
  private let paths: GivenPaths
  /// Topics whose notes are printed although they are to be expected.
  private let shown: Set<Diagnostic.Topic>

  /// `inputs` are the paths that the user gave.
  init(
    isVerbose: Bool, isQuiet: Bool = false, inputs: [String] = [], showing topics: Set<Diagnostic.Topic> = []
  ) {
    self.isVerbose = isVerbose
    self.isQuiet = isQuiet
    shown = topics
    paths = GivenPaths(inputs)
    let isTerminal = isatty(2) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
    isColoured = isTerminal && !Self.isSet("NO_COLOR")
    // Some CI systems give their jobs a terminal, and keep everything that is written to it.
    canErase = isTerminal && !isQuiet && !Self.isSet("CI")
  }

  private static func isSet(_ variable: String) -> Bool { getenv(variable).map { $0.pointee != 0 } ?? false }

  /// How many characters fit on a line of the terminal.
  var width: Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Prints messages: all of them if that was asked for, else those that say most.
  func report(_ diagnostics: [Diagnostic]) {
    if isVerbose { return diagnostics.forEach(say) }
    let choice = MessageChoice(diagnostics, showing: shown)
    choice.shown.forEach(say)
    if let rest = choice.rest { say(rest) }
  }

  func say(_ diagnostic: Diagnostic) {
    if isQuiet, diagnostic.severity != .error { return }
    var diagnostic = diagnostic
    if let place = diagnostic.place { diagnostic.place?.file = paths.path(of: place.file) }
    let details = diagnostic.details
    diagnostic.details = []
    var text = diagnostic.description
    if diagnostic.place == nil { text = "podmap: \(text)" }
    if isColoured { text = colour(text, diagnostic.severity) }
    // Settings refer to messages by it.
    if isVerbose, diagnostic.topic != .other { text += " [\(diagnostic.topic.code)]" }
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

  /// Says what a command has done, in lines.
  func tell(_ lines: String...) { tell(lines) }

  func tell(_ lines: [String]) {
    // A line can contain the name of a file, and that any character.
    if !isQuiet { write(lines.map { $0.withoutControlCharacters + "\n" }.joined()) }
  }

  func write(_ text: String) {
    // There is nowhere to report that messages can't be written.
    _ = FileDescriptor.standardError.write(text.withoutLogCommands)
  }

  private func colour(_ text: String, _ severity: Diagnostic.Severity) -> String {
    let word = "\(severity.rawValue):"
    let code =
      switch severity {
      case .error: "31;1"
      case .warning: "33;1"
      case .note: "36"
      }
    guard let range = text.firstByteRange(of: word) else { return text }
    return text[..<range.lowerBound] + "\u{1B}[\(code)m\(word)\u{1B}[0m" + text[range.upperBound...]
  }
}
