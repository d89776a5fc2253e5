import PodmapManifests
import PodmapTopology

/// Reads what an object declares.
struct DeclaredReader {
  private struct Context {
    /// The field that the value is in, and the one around it.
    var field = ""
    var parent = ""
    /// Whether fields have the meaning that the Kubernetes API gives them.
    var isKubernetes: Bool
    var containsQuantities = false
    var secrecy = FieldSecrecy()
  }

  private let kind: ResourceKind
  private struct Position: Hashable {
    var line: Int
    var column: Int

    init(_ value: Value) { (line, column) = (value.line, value.column) }
  }

  /// Values that are read separately: the specs of pods.
  private let omitted: Set<Position>

  /// Creates a reader for objects of a kind that leaves out some of their values.
  init(_ kind: ResourceKind, omitting values: [Value] = []) {
    self.kind = kind
    omitted = Set(values.map { Position($0) })
  }

  /// The whole object, without its name and the fields that a cluster fills in.
  func object(_ root: Value) -> Declared {
    var fields = mapping(root, Context(isKubernetes: kind.isBuiltIn, secrecy: FieldSecrecy(of: kind)))
    fields["kind"] = nil
    fields["status"] = nil
    var metadata = fields["metadata"]?.fields ?? [:]
    for key in FieldMeaning.setByCluster { metadata[key] = nil }
    metadata["name"] = nil
    metadata["namespace"] = nil
    fields["metadata"] = .mapping(metadata)
    if kind.isSecret { mergeSecretData(of: root, into: &fields) }
    return .mapping(fields)
  }

  /// A cluster moves `stringData` into `data`, where it takes precedence.
  private func mergeSecretData(of root: Value, into fields: inout [String: Declared]) {
    let places = ["data", "stringData"].compactMap { root[$0] }.filter { !$0.isNull }
    // Anything that a Secret can't contain is compared as written.
    guard places.allSatisfy({ $0.isMapping && $0.fields.allSatisfy(\.value.isScalar) }) else { return }
    var data: [String: Declared] = [:]
    for (key, value) in root["data"]?.fields ?? [] where !value.isNull {
      let text = Base64.decoded(value.written)
      data[key.written] = .scalar(.init(meaning: text ?? value.written, shown: Credentials.mark))
    }
    for (key, value) in root["stringData"]?.fields ?? [] where !value.isNull {
      data[key.written] = .scalar(.init(meaning: value.written, shown: Credentials.mark))
    }
    fields["stringData"] = nil
    fields["data"] = data.isEmpty ? nil : .mapping(data)
  }

  /// The spec of a pod without its containers.
  func podSpec(_ value: Value) -> Declared {
    var fields = mapping(value, Context(field: "spec", isKubernetes: true))
    for key in ["containers", "initContainers", "ephemeralContainers"] { fields[key] = nil }
    return .mapping(fields)
  }

  func container(_ value: Value) -> Declared {
    .mapping(mapping(value, Context(field: "containers", isKubernetes: true)))
  }

  // MARK: - Values

  /// Returns `nil` for a value that is equivalent to no field.
  private func read(_ value: Value, _ context: Context) -> Declared? {
    if value.isScalar { return value.isNull ? nil : .scalar(scalar(value, context)) }
    if value.isSequence {
      let items = list(value, context)
      return items.isEmpty ? nil : ordered(items, context)
    }
    let fields = mapping(value, context)
    return fields.isEmpty && FieldMeaning.meaninglessIfEmpty.contains(context.field) ? nil : .mapping(fields)
  }

  private func mapping(_ value: Value, _ context: Context) -> [String: Declared] {
    var fields: [String: Declared] = [:]
    let written = value.fields
    let secrecy = context.secrecy.inMapping(value)
    for (key, child) in written {
      let field = key.written
      if field == FieldMeaning.lastApplied && context.field == "annotations" { continue }
      if context.parent.isEmpty, field == "status", context.field.isEmpty { continue }
      if !omitted.isEmpty, omitted.contains(Position(child)) { continue }
      var inner = context
      (inner.field, inner.parent) = (field, context.field)
      inner.containsQuantities =
        context.containsQuantities || FieldMeaning.containsQuantities(field, isKubernetes: context.isKubernetes)
      inner.secrecy = secrecy.inField(field, of: context.field)
      fields[field] = read(child, inner)
    }
    return fields
  }

  private func list(_ value: Value, _ context: Context) -> [Declared] {
    var previous: String?
    return value.items.map { item in
      var inner = context
      inner.secrecy.flag = previous
      previous = item.text
      return read(item, inner) ?? (item.isMapping ? .mapping([:]) : .scalar(.init(meaning: "null", shown: "null")))
    }
  }

  private func ordered(_ items: [Declared], _ context: Context) -> Declared {
    let order =
      context.isKubernetes || context.parent == "metadata"
      ? FieldMeaning.order(of: context.field, in: context.parent) : .significant
    guard case .free = order, items.count > 1 else { return .list(items, order) }
    let sorted = items.map { ($0.identity, $0) }.sorted { $0.0 < $1.0 }
    return .list(sorted.map(\.1), order)
  }

  // MARK: - Scalars

  private func scalar(_ value: Value, _ context: Context) -> Declared.Scalar {
    let written = value.written
    return Declared.Scalar(
      meaning: meaning(value, written, context),
      shown: context.secrecy.hides(written) ? Credentials.mark : written)
  }

  private func meaning(_ value: Value, _ written: String, _ context: Context) -> String {
    if context.containsQuantities || FieldMeaning.isQuantity(context.field), let quantity = Quantity(written) {
      return "quantity \(quantity.cores)"
    }
    guard value.style == .plain, let first = written.utf8.first else { return written }
    if first > UInt8(ascii: "9") { return value.boolean.map { $0 ? "true" : "false" } ?? written }
    return value.integer.map(String.init) ?? written
  }
}
