/// Where the fields of an entry are, for messages about what they contain.
package struct FieldPlaces: Sendable {
  private let whole: Place
  private let fields: [String: Place]

  package init(_ fields: [String: Value], of whole: Value, in file: String) {
    self.whole = whole.place(in: file)
    self.fields = fields.mapValues { $0.place(in: file) }
  }

  /// The location of a field; of the whole entry if the field is absent.
  package func place(of field: String) -> Place { fields[field] ?? whole }
}
