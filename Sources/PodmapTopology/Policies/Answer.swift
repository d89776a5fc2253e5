/// The answer to a question that may depend on something that no manifest says.
enum Answer: Sendable, Equatable {
  case yes
  case no
  /// With the reason: "the labels of namespace 'shop' are not in the input".
  case unknown(String)

  init(_ isSo: Bool) {
    self = isSo ? .yes : .no
  }

  /// Yes if all are; one "no" outweighs unknown answers.
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

  /// Yes if any is; one "yes" outweighs unknown answers.
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
