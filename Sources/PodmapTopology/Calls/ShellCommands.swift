/// What the commands of a shell do with the hosts among their arguments.
extension AddressScan {
  /// Programs that connect to the host after their flags.
  private static let diallers: Set<String> = ["nc", "ncat", "netcat", "telnet"]
  /// Programs that only look the host up, or ask the network whether it is there.
  private static let lookups: Set<String> = ["nslookup", "ping", "dig", "host", "getent"]
  /// Names of programs that are also words, or that something else is named after.
  private static let ambiguous: Set<String> = ["dig", "host", "netcat"]
  /// Words of the shell that a command follows.
  private static let leading: Set<String> = ["until", "while", "if", "elif", "else", "then", "do", "time", "exec"]

  /// Whether a run is the name of a program that connects to the host after it.
  func isDialler(_ run: Range<Int>, _ range: Range<Int>) -> Bool { isOne(of: Self.diallers, run, range) }

  /// Whether a run is the name of a program that looks the host after it up.
  func isLookup(_ run: Range<Int>, _ range: Range<Int>) -> Bool { isOne(of: Self.lookups, run, range) }

  private func isOne(of programs: Set<String>, _ run: Range<Int>, _ range: Range<Int>) -> Bool {
    // The longest name has eight letters.
    guard source.isShell, run.count <= 8 else { return false }
    let word = text(run)
    return programs.contains(word) && (!Self.ambiguous.contains(word) || isProgram(run, range))
  }

  /// Whether a run is the first word of a command.
  private func isProgram(_ run: Range<Int>, _ range: Range<Int>) -> Bool {
    let before = bytes[range.lowerBound..<run.lowerBound]
    guard let last = before.lastIndex(where: { !Self.isSpace($0) && $0 != UInt8(ascii: "\"") }) else { return true }
    if ";&|(`!{".utf8.contains(bytes[last]) { return true }
    // The path of the program.
    if bytes[last] == UInt8(ascii: "/"), last == run.lowerBound - 1 { return true }
    let start = bytes[range.lowerBound..<last].lastIndex { !Self.isHost($0) }.map { $0 + 1 } ?? range.lowerBound
    return last - start < 8 && Self.leading.contains(text(start..<(last + 1)))
  }

  /// The start of the host among the arguments of a program: `nc -z -w 2 db 5432`, `getent hosts db`, `dig +short db`.
  func hostArgument(of program: String, _ start: Int, _ limit: Int) -> Int? {
    var position = start
    func skipWord() {
      while position < limit, !Self.isSpace(bytes[position]) { position += 1 }
      while position < limit, Self.isSpace(bytes[position]) { position += 1 }
    }
    while position < limit, "-+@".utf8.contains(bytes[position]) {
      // `-t A`
      let hasWord = bytes[position..<limit].starts(with: "-t ".utf8) && Self.lookups.contains(program)
      skipWord()
      if position < limit, hasWord || Self.isDigit(bytes[position]) { skipWord() }
    }
    if program == "getent" { skipWord() }
    return position < limit && Self.isHost(bytes[position]) ? position : nil
  }

  /// The end of what a command only prints, given the first word of the command: `echo "waiting for http://db"`.
  ///
  /// What is written to a file or to another program is used there, and another command's output isn't only printed.
  mutating func endOfPrinted(_ run: Range<Int>, _ range: Range<Int>) -> Int? {
    guard run.lowerBound >= usedUntil, run.count == 4 || run.count == 6, ["echo", "printf"].contains(text(run)),
      isProgram(run, range)
    else { return nil }
    var quote: UInt8?
    var position = run.upperBound
    scan: while position < range.upperBound {
      let byte = bytes[position]
      let next = position + 1 < range.upperBound ? bytes[position + 1] : UInt8(ascii: "\n")
      switch byte {
      case UInt8(ascii: "\\"): position += 1
      case quote: quote = nil
      case UInt8(ascii: "`") where quote != UInt8(ascii: "'"), UInt8(ascii: "$") where next == UInt8(ascii: "("):
        usedUntil = position
        return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if quote == nil { quote = byte }
      case _ where quote != nil: break
      case UInt8(ascii: "|") where next != UInt8(ascii: "|"),
        UInt8(ascii: ">") where !isPrinted(after: position, range):
        usedUntil = position
        return nil
      case UInt8(ascii: ">"): position += 1
      case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ")"): break scan
      default: break
      }
      position += 1
    }
    return min(position, range.upperBound)
  }

  /// Whether a redirection leads to the terminal or nowhere: `>&2`, `> /dev/null`.
  private func isPrinted(after arrow: Int, _ range: Range<Int>) -> Bool {
    let target = bytes[(arrow + 1)..<range.upperBound].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    return target.first == UInt8(ascii: "&") || target.starts(with: "/dev/".utf8) || target.starts(with: "/proc/".utf8)
  }
}
