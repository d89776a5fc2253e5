import PodmapManifests

/// Decides how much of a reading is shown as evidence for the addresses in it.
///
/// Create one per reading: a file may have an address on each line.
struct Quotation {
  private let reading: Reading
  private let bytes: [UInt8]
  private let written: [UInt8]
  /// The offsets of the lines, in the text that was read and in the manifest.
  private let lines: [Int]
  private let writtenLines: [Int]
  private let isHidden: Bool
  /// The name of a value on one line; the lines of a file have names of their own.
  private let name: CredentialName?

  init(_ reading: Reading) {
    self.reading = reading
    bytes = Array(reading.text.utf8)
    lines = Self.lineStarts(bytes)
    written = reading.isExpanded ? Array(reading.value.written.utf8) : bytes
    writtenLines = reading.isExpanded ? Self.lineStarts(written) : lines
    let isLine = !reading.value.written.utf8.contains(UInt8(ascii: "\n"))
    name = isLine ? CredentialName(reading.name) : nil
    isHidden =
      reading.isSecret
      || name.map { $0.namesCredential && Credentials.hide(reading.text, under: $0) } ?? false
  }

  /// The line with an address: all of it if nothing in it can be a secret, else only the address.
  func evidence(of address: Address) -> Evidence {
    var line = reading.value.line
    var shown = reading.isExpanded ? Self.trimmed(written[...]) : Self.trimmed(bytes[...])
    // Variables with several lines would shift everything after them.
    if reading.value.style == .literal, lines.count == writtenLines.count,
      reading.isExpanded || reading.value.written == reading.text
    {
      let number = self.line(at: address.offset)
      line += 1 + number
      shown = Self.trimmed(written[writtenLines[number]..<end(of: number)])
    }
    let column = reading.value.style == .literal ? 1 : reading.value.column
    var evidence = Evidence(
      file: reading.file, line: line, column: column, path: reading.path, value: text(shown, address))
    evidence.holder = reading.holder
    return evidence
  }

  private func text(_ shown: ArraySlice<UInt8>, _ address: Address) -> String {
    if isHidden { return Credentials.mark }
    if shown.count <= Limit.quotation.value, !shown.contains(where: { "@?\n".utf8.contains($0) }) {
      let text = String(decoding: shown, as: UTF8.self)
      if !(name.map { Credentials.hide(text, under: $0, named: reading.name) } ?? Credentials.hide(text)) {
        return text
      }
    }
    if reading.isExpanded { return Credentials.mark }
    guard address.form != .bare, let port = address.port else { return address.host }
    return address.host.contains(":") ? "[\(address.host)]:\(port)" : "\(address.host):\(port)"
  }

  // MARK: - Lines

  /// The line number, from 0, of a position.
  private func line(at offset: Int) -> Int {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func end(of line: Int) -> Int {
    line + 1 < writtenLines.count ? writtenLines[line + 1] - 1 : written.count
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return bytes[first...last]
  }
}
