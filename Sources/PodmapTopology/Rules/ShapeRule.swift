import PodmapManifests

/// The shape that a field must have to make sense: one row of `Tables/FieldShapes.swift`.
package struct ShapeRule: Sendable {
  package enum Shape: Sendable, Hashable {
    case list, mapping
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// A port by its number or its name.
    case port

    /// Whether a value has the shape. A null counts as absent, and a placeholder that another program fills in
    /// (`${REPLICAS}`) may become anything.
    func fits(_ value: Value) -> Bool {
      isRight(value) || value.isNull || value.isScalar && value.written.contains { "${%<".contains($0) }
    }

    private func isRight(_ value: Value) -> Bool {
      switch self {
      case .list: value.isSequence
      case .mapping: value.isMapping
      case .number(let range): value.integer.map(range.contains) ?? false
      // Zero means no target port.
      case .port: value.integer.map((0...65535).contains) ?? (value.text.map { Int($0) == nil } ?? false)
      }
    }

    static let ports = 1...65535
    static let counts = 0...Int(Int32.max)

    var words: String {
      switch self {
      case .list: "must be a list; begin each item with '- '"
      case .mapping: "must be a mapping; check the indentation"
      case .number(let range): "must be a whole number from \(range.lowerBound) to \(range.upperBound); correct it"
      case .port: "must be a port; write a number from 1 to 65535 or a port's name"
      }
    }
  }

  package var source: ReferenceRule.Source
  package var path: String
  package var shape: Shape

  init(_ source: ReferenceRule.Source, _ path: String, _ shape: Shape) {
    self.source = source
    self.path = path
    self.shape = shape
  }
}
