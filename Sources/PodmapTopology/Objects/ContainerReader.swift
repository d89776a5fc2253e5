import PodmapManifests

extension Container {
  /// Reads a container (core/v1 `Container`, `EphemeralContainer`).
  init(_ value: Value, role: Role, podSecurity: Value?) {
    self.init(
      name: value["name"]?.text ?? "", role: role,
      image: Credentials.shownName(value["image"]?.text ?? "", named: "image"))
    ports = value["ports"]?.items.compactMap { Port($0) } ?? []
    probes = Probe.all(of: value)
    life = Rare(ContainerLife(value))
    requests = value.at("resources", "requests").map(Self.quantities) ?? []
    limits = value.at("resources", "limits").map(Self.quantities) ?? []
    restartPolicy = value["restartPolicy"]?.text
    security = Self.security(value["securityContext"], podSecurity)
  }

  static func quantities(_ value: Value) -> [String] {
    value.fields.map { "\($0.key.written) \($0.value.written)" }
  }

  /// What the container's own `securityContext`, or its pod's, sets.
  private static func security(_ own: Value?, _ pod: Value?) -> [String] {
    func field(_ name: String) -> Value? { own?[name] ?? pod?[name] }
    var facts: [String] = []
    if let user = field("runAsUser")?.text {
      facts.append(user == "0" ? "user 0 (root)" : "user \(user)")
    } else if field("runAsNonRoot")?.boolean == true {
      facts.append("any user but root")
    }
    if own?["privileged"]?.boolean == true { facts.append("privileged") }
    if own?["readOnlyRootFilesystem"]?.boolean == true { facts.append("read-only root") }
    let added = own?.at("capabilities", "add")?.items.map(\.written) ?? []
    if !added.isEmpty { facts.append("adds \(added.joined(separator: ", "))") }
    return facts
  }
}

extension Container.Port {
  fileprivate init?(_ value: Value) {
    guard let number = value["containerPort"]?.integer else { return nil }
    self.init(
      number: number, name: value["name"]?.text, transport: value["protocol"]?.text ?? "TCP",
      hostPort: value["hostPort"]?.integer,
      hostAddress: value["hostIP"]?.text.flatMap { ["", "0.0.0.0", "::"].contains($0) ? nil : $0 })
  }
}
