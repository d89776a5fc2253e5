/// Where the fields of an entry of `podmap.yaml` stand, for messages about what they hold.
struct FieldPlaces: Sendable {
  private let whole: Place
  private let fields: [String: Place]

  init(_ fields: [String: Value], of whole: Value, in file: String) {
    self.whole = whole.place(in: file)
    self.fields = fields.mapValues { $0.place(in: file) }
  }

  /// The place of a field; of the whole where it has none of that name.
  func place(of field: String) -> Place { fields[field] ?? whole }
}
