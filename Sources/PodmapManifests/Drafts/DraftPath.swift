/// The steps of a path such as `spec.containers[0].env[2].value` or `data["nginx.conf"]`.
package enum DraftPath {
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// The steps, or `nil` if the text is not a path.
  package static func steps(_ path: String) -> [Step]? {
    var steps: [Step] = []
    var rest = path[...]
    while let first = rest.first {
      if first == "[" {
        rest = rest.dropFirst()
        if rest.first == "\"" {
          rest = rest.dropFirst()
          var key = ""
          while let character = rest.first, character != "\"" {
            rest = rest.dropFirst()
            if character == "\\", let escaped = rest.first {
              key.append(escaped)
              rest = rest.dropFirst()
            } else {
              key.append(character)
            }
          }
          guard rest.hasPrefix("\"]") else { return nil }
          rest = rest.dropFirst(2)
          steps.append(.key(key))
        } else {
          let digits = rest.prefix { $0.isASCII && $0.isNumber }
          rest = rest.dropFirst(digits.count)
          guard let index = Int(digits), rest.first == "]" else { return nil }
          rest = rest.dropFirst()
          steps.append(.index(index))
        }
      } else {
        if first == "." {
          guard !steps.isEmpty else { return nil }
          rest = rest.dropFirst()
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty else { return nil }
        rest = rest.dropFirst(key.count)
        steps.append(.key(String(key)))
      }
    }
    return steps
  }
}

extension Draft {
  /// The value at a path, or `nil` if there is none.
  package func value(at steps: some Collection<DraftPath.Step>) -> Draft? {
    guard let first = steps.first else { return self }
    switch first {
    case .key(let key): return self[key]?.value(at: steps.dropFirst())
    case .index(let index): return items.indices.contains(index) ? items[index].value(at: steps.dropFirst()) : nil
    }
  }

  /// Changes the value at a path, and returns whether there is one.
  @discardableResult
  package mutating func change(
    at steps: some Collection<DraftPath.Step>, _ change: (inout Draft) -> Void
  ) -> Bool {
    guard let first = steps.first else {
      change(&self)
      return true
    }
    switch first {
    case .key(let key):
      guard var inner = self[key], inner.change(at: steps.dropFirst(), change) else { return false }
      self[key] = inner
    case .index(let index):
      var items = items
      guard items.indices.contains(index), items[index].change(at: steps.dropFirst(), change) else { return false }
      self.items = items
    }
    return true
  }
}
