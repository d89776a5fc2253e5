import PodmapManifests

/// The variables of a container that differ.
struct EnvironmentComparison {
  private(set) var detail = Detail(.environmentChanged)

  init(_ old: Declared, _ new: Declared, written: (Value, Value)) {
    guard old["env"] != new["env"] || old["envFrom"] != new["envFrom"] || written.0["env"] != nil else { return }
    for pair in ListAlignment(old["env"]?.items ?? [], new["env"]?.items ?? [], .free(["name"])).pairs
    where pair.old != pair.new {
      add(pair.old, pair.new, Self.text)
    }
    for pair in ListAlignment(old["envFrom"]?.items ?? [], new["envFrom"]?.items ?? [], .significant).pairs
    where pair.old != pair.new {
      add(pair.old, pair.new, Self.sourceText)
    }
    addOrder(old, new, written)
  }

  private mutating func add(_ old: Declared?, _ new: Declared?, _ text: (Declared) -> String) {
    var (from, to) = (old.map(text), new.map(text))
    if let old, let new, case .scalar(let own)? = old["value"], case .scalar(let other)? = new["value"], from != nil {
      let (before, after) = FieldDifference.shown(own, other)
      let name = old["name"]?.shown ?? ""
      (from, to) = ("\(name)=\(before)", "\(name)=\(after)")
      if own == other { (from, to) = ("\(name) \(old.without("name").text)", "\(name) \(new.without("name").text)") }
    } else if from == to, let old, let new {
      // The difference is in something that the short texts leave out.
      (from, to) = (old.text, new.text)
    }
    detail.add(from.map(FieldDifference.shortened), to.map(FieldDifference.shortened))
  }

  // MARK: - Words

  /// "LEVEL=debug", "PASSWORD from Secret db, key password", "NODE from field spec.nodeName"
  private static func text(_ item: Declared) -> String {
    let name = item["name"]?.shown ?? ""
    if case .scalar(let value)? = item["value"] { return "\(name)=\(value.text)" }
    guard let source = item["valueFrom"] else { return "\(name)=" }
    for (field, kind) in [("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")] {
      guard let reference = source[field] else { continue }
      return "\(name) from \(kind) \(reference["name"]?.shown ?? ""), key \(reference["key"]?.shown ?? "")"
        + optional(reference)
    }
    if let field = source["fieldRef"]?["fieldPath"]?.shown { return "\(name) from field \(field)" }
    if let resource = source["resourceFieldRef"], let field = resource["resource"]?.shown {
      return "\(name) from resource \(field)" + (resource["containerName"]?.shown.map { " of \($0)" } ?? "")
    }
    return "\(name) from \(source.text)"
  }

  /// "all of ConfigMap app, with the prefix APP_"
  private static func sourceText(_ item: Declared) -> String {
    for (field, kind) in [("configMapRef", "ConfigMap"), ("secretRef", "Secret")] {
      guard let reference = item[field] else { continue }
      return "all of \(kind) \(reference["name"]?.shown ?? "")\(optional(reference))"
        + (item["prefix"]?.shown.map { ", with the prefix \($0)" } ?? "")
    }
    return "all of \(item.text)"
  }

  private static func optional(_ reference: Declared) -> String {
    reference["optional"]?.shown.map { $0 == "true" ? ", optional" : "" } ?? ""
  }

  // MARK: - Order

  /// Adds variables whose `$(NAME)` is resolved on one side only, because `NAME` comes after them on the other.
  private mutating func addOrder(_ old: Declared, _ new: Declared, _ written: (Value, Value)) {
    let (own, other) = (Self.resolved(written.0), Self.resolved(written.1))
    guard own != other else { return }
    func items(_ container: Declared) -> [String: Declared] {
      Dictionary((container["env"]?.items ?? []).map { ($0["name"]?.shown ?? "", $0) }) { $1 }
    }
    let (before, after) = (items(old), items(new))
    for use in own.symmetricDifference(other).sorted(by: { $0.text < $1.text })
    where before[use.name] == after[use.name] && before[use.used] != nil && after[use.used] != nil {
      detail.add(own.contains(use) ? use.text : nil, other.contains(use) ? use.text : nil)
    }
  }

  private struct Use: Hashable {
    var name: String
    var used: String

    var text: String { "\(name): after \(used), which it refers to" }
  }

  private static func resolved(_ container: Value) -> Set<Use> {
    var (uses, known) = (Set<Use>(), Set<String>())
    for item in container["env"]?.items ?? [] {
      guard let name = item["name"]?.text else { continue }
      let value = item["value"]?.text ?? ""
      if value.utf8.contains(UInt8(ascii: "$")) {
        for part in value.split(separator: "$(", omittingEmptySubsequences: false).dropFirst() {
          let used = String(part.prefix { $0 != ")" })
          if known.contains(used) { uses.insert(Use(name: name, used: used)) }
        }
      }
      known.insert(name)
    }
    return uses
  }
}
