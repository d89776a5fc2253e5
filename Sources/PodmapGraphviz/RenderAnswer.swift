/// What a worker writes to standard output: a line when the layout is done, a line about the picture, and the picture.
///
///     laid out
///     picture 15533 plugins-not-found
///     <?xml …
///
/// or, at any time, `failure no-layout`.
package enum RenderAnswer: Hashable, Sendable {
  case picture(RenderedPicture)
  case failure(RenderFailure)

  private static let pluginsNotFound = "plugins-not-found"
  private static let noFonts = "no-fonts"
  private static let scale = "scale="

  /// The first line, written once everything that may take very long is done.
  package static let beginning = Array("laid out\n".utf8)

  /// What follows the first line. Messages of Graphviz are not part of it; they go to standard error.
  package var rest: [UInt8] {
    switch self {
    case .failure(let failure): return Array("failure \(failure.rawValue)\n".utf8)
    case .picture(let picture):
      var words = ["picture", "\(picture.bytes.count)"]
      for remark in picture.remarks {
        switch remark {
        case .pluginsNotFound: words.append(Self.pluginsNotFound)
        case .noFonts: words.append(Self.noFonts)
        case .drawnSmaller(let scale): words.append("\(Self.scale)\(scale)")
        case .laidOutRoughly, .drawnWithStraightLines, .complaint: break
        }
      }
      return Array("\(words.joined(separator: " "))\n".utf8) + picture.bytes
    }
  }

  package var isPicture: Bool { if case .picture = self { true } else { false } }

  /// Parses an answer; `nil` if it is invalid or incomplete.
  package init?(_ bytes: [UInt8]) {
    let bytes = bytes.starts(with: Self.beginning) ? bytes.dropFirst(Self.beginning.count) : bytes[...]
    guard let end = bytes.prefix(200).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes.prefix(upTo: end), as: UTF8.self).split(separator: " ")
    guard words.count >= 2 else { return nil }
    switch words[0] {
    case "failure":
      guard let failure = RenderFailure(rawValue: String(words[1])) else { return nil }
      self = .failure(failure)
    case "picture":
      var picture = RenderedPicture(Array(bytes[(end + 1)...]))
      guard Int(words[1]) == picture.bytes.count else { return nil }
      for word in words.dropFirst(2) {
        if word == Self.pluginsNotFound {
          picture.remarks.append(.pluginsNotFound)
        } else if word == Self.noFonts {
          picture.remarks.append(.noFonts)
        } else if word.hasPrefix(Self.scale), let scale = Double(word.dropFirst(Self.scale.count)) {
          picture.remarks.append(.drawnSmaller(scale: scale))
        } else {
          return nil
        }
      }
      self = .picture(picture)
    default: return nil
    }
  }
}
