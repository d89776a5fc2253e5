import PodmapManifests
import PodmapTopology

/// Reads what an object declares.
struct DeclaredReader {
  private struct Surroundings {
    /// The fields that the value stands in, nearest last.
    var field = ""
    var parent = ""
    /// Whether the fields have the meaning that the Kubernetes API gives them.
    var isKubernetes: Bool
    var holdsQuantities = false
    var isFreeText: Bool
    var isSecret = false
    var namesObject = false
  }

  private let kind: ResourceKind
  private struct Position: Hashable {
    var line: Int
    var column: Int

    init(_ value: Value) { (line, column) = (value.line, value.column) }
  }

  /// Values that are read apart: the specs of pods.
  private let omitted: Set<Position>

  /// A reader for objects of a kind that leaves out some of their values.
  init(_ kind: ResourceKind, omitting values: [Value] = []) {
    self.kind = kind
    omitted = Set(values.map { Position($0) })
  }

  /// The whole object, without its name and what a cluster fills in.
  func object(_ root: Value) -> Declared {
    var fields = mapping(root, Surroundings(isKubernetes: kind.isBuiltIn, isFreeText: !kind.isBuiltIn))
    fields["kind"] = nil
    fields["status"] = nil
    var metadata = fields["metadata"]?.fields ?? [:]
    for key in FieldMeaning.setByCluster { metadata[key] = nil }
    metadata["name"] = nil
    metadata["namespace"] = nil
    fields["metadata"] = .mapping(metadata)
    if kind == .secret { mergeSecretData(of: root, into: &fields) }
    return .mapping(fields)
  }

  /// What `stringData` gives is in `data` once a cluster has it, and goes before what stands there.
  private func mergeSecretData(of root: Value, into fields: inout [String: Declared]) {
    let places = ["data", "stringData"].compactMap { root[$0] }.filter { !$0.isNull }
    // What no Secret can hold is compared as it stands.
    guard places.allSatisfy({ $0.isMapping && $0.fields.allSatisfy(\.value.isScalar) }) else { return }
    var data: [String: Declared] = [:]
    for (key, value) in root["data"]?.fields ?? [] where !value.isNull {
      let text = Base64.decoded(value.written)
      data[key.written] = .scalar(.init(meaning: text ?? value.written, shown: Declared.Scalar.redacted))
    }
    for (key, value) in root["stringData"]?.fields ?? [] where !value.isNull {
      data[key.written] = .scalar(.init(meaning: value.written, shown: Declared.Scalar.redacted))
    }
    fields["stringData"] = nil
    fields["data"] = data.isEmpty ? nil : .mapping(data)
  }

  /// The specification of a pod without its containers.
  func podSpec(_ value: Value) -> Declared {
    var fields = mapping(value, Surroundings(field: "spec", isKubernetes: true, isFreeText: false))
    for key in ["containers", "initContainers", "ephemeralContainers"] { fields[key] = nil }
    return .mapping(fields)
  }

  func container(_ value: Value) -> Declared {
    .mapping(mapping(value, Surroundings(field: "containers", isKubernetes: true, isFreeText: false)))
  }

  // MARK: - Values

  /// Nothing for what is the same as not being there.
  private func read(_ value: Value, _ place: Surroundings) -> Declared? {
    if value.isScalar { return value.isNull ? nil : .scalar(scalar(value, place)) }
    if value.isSequence {
      let items = list(value, place)
      return items.isEmpty ? nil : ordered(items, place)
    }
    let fields = mapping(value, place)
    return fields.isEmpty && FieldMeaning.meaninglessIfEmpty.contains(place.field) ? nil : .mapping(fields)
  }

  private func mapping(_ value: Value, _ place: Surroundings) -> [String: Declared] {
    var fields: [String: Declared] = [:]
    let written = value.fields
    // `name: DB_PASSWORD` beside `value: …`, in lists of many kinds.
    let name = place.isFreeText ? written.first { Self.names.contains($0.key.written) }?.value.text : nil
    let isNamedSecret = name.map(Credentials.areNamed) ?? false
    for (key, child) in written {
      let field = key.written
      if field == FieldMeaning.lastApplied && place.field == "annotations" { continue }
      if place.parent.isEmpty, field == "status", place.field.isEmpty { continue }
      if !omitted.isEmpty, omitted.contains(Position(child)) { continue }
      var inner = place
      (inner.field, inner.parent) = (field, place.field)
      inner.holdsQuantities =
        place.holdsQuantities || FieldMeaning.holdsQuantities(field, isKubernetes: place.isKubernetes)
      inner.isFreeText = place.isFreeText || FieldMeaning.isFreeText(field)
      inner.namesObject =
        place.namesObject || FieldMeaning.namesObject(field) || field.hasSuffix("Ref") || Self.names.contains(field)
      inner.isSecret =
        place.isSecret || isSecretData(field, place)
        || kind == .secret && place.field == "annotations"
        || isNamedSecret && child.isScalar && !Self.names.contains(field)
        || place.isFreeText && !inner.namesObject && Credentials.areNamed(field)
      fields[field] = read(child, inner)
    }
    return fields
  }

  private static let names: Set<String> = ["name", "key"]

  private func isSecretData(_ field: String, _ place: Surroundings) -> Bool {
    kind.name.contains("Secret") && ["data", "stringData", "encryptedData", "binaryData"].contains(field)
  }

  private func list(_ value: Value, _ place: Surroundings) -> [Declared] {
    var isBehindSecret = false
    return value.items.map { item in
      var inner = place
      if item.isScalar, place.isFreeText {
        if isBehindSecret, Int(item.written) == nil { inner.isSecret = true }
        isBehindSecret = Credentials.areBehind(flag: item.written)
      }
      return read(item, inner) ?? (item.isMapping ? .mapping([:]) : .scalar(.init(meaning: "null", shown: "null")))
    }
  }

  private func ordered(_ items: [Declared], _ place: Surroundings) -> Declared {
    let order =
      place.isKubernetes || place.parent == "metadata"
      ? FieldMeaning.order(of: place.field, in: place.parent) : .meant
    guard case .free = order, items.count > 1 else { return .list(items, order) }
    let sorted = items.map { ($0.identity, $0) }.sorted { $0.0 < $1.0 }
    return .list(sorted.map(\.1), order)
  }

  // MARK: - Scalars

  private func scalar(_ value: Value, _ place: Surroundings) -> Declared.Scalar {
    let written = value.written
    return Declared.Scalar(
      meaning: meaning(value, written, place),
      shown: isHidden(written, place) ? Declared.Scalar.redacted : written)
  }

  private func meaning(_ value: Value, _ written: String, _ place: Surroundings) -> String {
    if place.holdsQuantities || FieldMeaning.isQuantity(place.field), let quantity = Quantity(written) {
      return "quantity \(quantity.cores)"
    }
    guard value.style == .plain, let first = written.utf8.first else { return written }
    if first > UInt8(ascii: "9") { return value.boolean.map { $0 ? "true" : "false" } ?? written }
    return value.integer.map(String.init) ?? written
  }

  private func isHidden(_ text: String, _ place: Surroundings) -> Bool {
    if place.isSecret { return true }
    if place.namesObject { return Credentials.standClearly(in: text) }
    // Of a text with several lines only their number is shown.
    if text.utf8.dropLast().contains(UInt8(ascii: "\n")), !place.namesObject { return false }
    return place.isFreeText ? Credentials.mayStand(in: text) : Credentials.standClearly(in: text)
  }
}
