/// What can be said about a question whose answer may depend on what no manifest tells.
enum Answer: Sendable, Equatable {
  case yes
  case no
  /// With the reason: "the labels of namespace 'shop' are not in the input".
  case unknown(String)

  init(_ isSo: Bool) {
    self = isSo ? .yes : .no
  }

  /// Yes where all are; one "no" outweighs what is not known.
  static func all(_ answers: some Sequence<Answer>) -> Answer {
    var result = Answer.yes
    for answer in answers {
      switch answer {
      case .no: return .no
      case .unknown: if result == .yes { result = answer }
      case .yes: break
      }
    }
    return result
  }

  /// Yes where one is; one "yes" outweighs what is not known.
  static func any(_ answers: some Sequence<Answer>) -> Answer {
    var result = Answer.no
    for answer in answers {
      switch answer {
      case .yes: return .yes
      case .unknown: if result == .no { result = answer }
      case .no: break
      }
    }
    return result
  }
}
