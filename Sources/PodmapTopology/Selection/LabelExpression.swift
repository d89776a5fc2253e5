/// A label selector in the syntax of `kubectl -l`: `app=web,tier!=cache,env in (a,b),!legacy`.
extension LabelSelector {
  /// `nil` if the text can't be read.
  package init?(expression: String) {
    requirements = []
    evidence = []
    for part in Self.split(expression) {
      guard let requirement = Requirement(expression: part) else { return nil }
      requirements.append(requirement)
    }
    if requirements.isEmpty { return nil }
  }

  /// The parts between the commas outside parentheses.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "," && depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension LabelSelector.Requirement {
  fileprivate init?(expression: String) {
    let words = expression.split(separator: " ", maxSplits: 2).map(String.init)
    if expression.hasPrefix("!") {
      self.init(key: expression.dropFirst().trimmed, test: .doesNotExist, values: [])
    } else if words.count == 3, words[1] == "in" || words[1] == "notin" {
      guard words[2].hasPrefix("("), words[2].hasSuffix(")") else { return nil }
      let values = words[2].dropFirst().dropLast().split(separator: ",").map(\.trimmed)
      self.init(key: words[0], test: words[1] == "in" ? .isIn : .isNotIn, values: values)
    } else if let sign = expression.firstIndex(of: "=") {
      let isNegated = sign > expression.startIndex && expression[expression.index(before: sign)] == "!"
      let key = expression[..<sign].drop { $0 == " " }.prefix { $0 != "!" && $0 != "=" }.trimmed
      let rest = expression[sign...].dropFirst()
      let value = (rest.first == "=" ? rest.dropFirst() : rest).trimmed
      // Neither a key nor a value contains operators, spaces or parentheses.
      guard !(key + value).contains(where: { "=! ()".contains($0) }) else { return nil }
      self.init(key: key, test: isNegated ? .isNotIn : .isIn, values: [value])
    } else if words.count == 1 {
      self.init(key: words[0], test: .exists, values: [])
    } else {
      return nil
    }
    if key.isEmpty { return nil }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest.drop { $0 == " " })
  }
}
