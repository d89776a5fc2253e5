package import PodmapManifests

/// The look of all pictures in `podmap.yaml`.
package struct ProjectLook: Sendable {
  package var theme: String?
  package var icons: ProjectPath?
  package var scale: Double?
  /// In seconds, for each picture.
  package var timeLimit: Double?
  private let places: FieldPlaces

  init(_ value: Value, _ fields: inout StrictFields) {
    let written = fields.fields(of: value, "'pictures'", known: ["theme", "icons", "scale", "timeLimit"])
    places = FieldPlaces(written, of: value, in: fields.file)
    theme = fields.text(written["theme"], "'theme' of 'pictures'")
    icons = fields.path(written["icons"], "the icon folder")
    scale = fields.decimal(written["scale"], "'scale' of 'pictures'")
    timeLimit = fields.decimal(written["timeLimit"], "'timeLimit' of 'pictures'")
  }

  /// The location of a field, or of the whole mapping if it has no such field.
  package func place(of field: String) -> Place { places.place(of: field) }
}

extension StrictFields {
  fileprivate mutating func decimal(_ value: Value?, _ what: String) -> Double? {
    guard let value, let word = text(value, what) else { return nil }
    if let number = Double(word), number.isFinite { return number }
    add(.noDecimal(word, what), at: value)
    return nil
  }
}

extension StrictFields.Message {
  fileprivate static func noDecimal(_ word: String, _ what: String) -> Self {
    Self("\(what) can't be '\(word.shortened())'; write a number, such as 2 or 0.5")
  }
}
