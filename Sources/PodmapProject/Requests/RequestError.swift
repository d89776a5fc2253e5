package import PodmapDiagrams

/// Why a request can't be carried out: a word in it has no meaning, or two settings contradict each other.
package struct RequestError: Error {
  private let message: RequestMessage
  /// Whether the request is well-formed, and it is the input that doesn't have what it names.
  package let isAboutInput: Bool

  package init(_ message: RequestMessage, isAboutInput: Bool = false) {
    self.message = message
    self.isAboutInput = isAboutInput
  }

  /// The message for someone who wrote the request as options of a command.
  package var textForOptions: String { message.text(naming: \.option, isForOptions: true) }

  /// The message for someone who wrote the request in `podmap.yaml`, or as a program.
  package var textForKeys: String { message.text(naming: \.key, isForOptions: false) }
}

/// A message in which the names of settings are kept apart from the text: an option and a key of `podmap.yaml` can set
/// the same, under different names.
package struct RequestMessage: ExpressibleByStringInterpolation, Sendable {
  /// A setting of a request.
  package struct Setting: Sendable {
    fileprivate let option: String
    fileprivate let key: String

    /// An option of a view, which has the same name everywhere.
    package init(_ option: ViewOption) {
      self.init(option: "--\(option.rawValue)", key: option.rawValue)
    }

    private init(option: String, key: String) {
      self.option = option
      self.key = key
    }

    package static let condense = Setting(option: "--no-condense", key: "condense")
    package static let depth = Setting(option: "--depth", key: "depth")
    package static let detail = Setting(option: "--detail", key: "detail")
    package static let direction = Setting(option: "--direction", key: "direction")
    package static let expand = Setting(option: "--expand", key: "expand")
    package static let from = Setting(option: "--from", key: "from")
    package static let match = Setting(option: "--match", key: "match")
    package static let layout = Setting(option: "--layout", key: "layout")
    package static let pageWidth = Setting(option: "--page-width", key: "pageWidth")
    package static let phase = Setting(option: "--phase", key: "phase")
    package static let picture = Setting(option: "--picture", key: "the picture")
    package static let scale = Setting(option: "--scale", key: "scale")
    package static let steps = Setting(option: "--steps", key: "steps")
    package static let timeLimit = Setting(option: "--time-limit", key: "timeLimit")
    package static let to = Setting(option: "--to", key: "to")
    package static let view = Setting(option: "--view", key: "view")
  }

  enum Piece: Sendable {
    case text(String)
    case setting(Setting)
    /// Advice that only options can follow.
    case forOptions(String)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    private(set) var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }
    package mutating func appendInterpolation(_ text: some CustomStringConvertible) {
      pieces.append(.text(text.description))
    }
    package mutating func appendInterpolation(_ setting: Setting) { pieces.append(.setting(setting)) }
    package mutating func appendInterpolation(_ settings: [Setting]) {
      for (position, setting) in settings.enumerated() {
        if position > 0 { appendLiteral(position == settings.count - 1 ? " and " : ", ") }
        appendInterpolation(setting)
      }
    }
    package mutating func appendInterpolation(forOptions text: String) { pieces.append(.forOptions(text)) }
  }

  private let pieces: [Piece]

  package init(stringLiteral text: String) { pieces = [.text(text)] }
  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  fileprivate func text(naming name: KeyPath<Setting, String>, isForOptions: Bool) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .setting(let setting): setting[keyPath: name]
      case .forOptions(let text): isForOptions ? text : ""
      }
    }.joined()
  }
}
