/// What holds for every text that Podmap writes.
enum TextCheck {
  /// What is wrong with a document; `nil` if nothing is.
  static func problem(in text: String) -> String? {
    for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r" {
      return "a control character U+\(String(scalar.value, radix: 16)) in a document"
    }
    return nil
  }

  /// What is wrong with a message; `nil` if nothing is.
  static func message(_ text: String) -> String? {
    for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7F {
      return "a control character U+\(String(scalar.value, radix: 16)) in a message: \(text.prefix(200))"
    }
    return nil
  }
}
