import PodmapManifests

extension Service {
  /// Reads a Service (core/v1 `ServiceSpec`).
  init(_ spec: Value?, file: String) {
    let type = spec?["type"]?.text ?? "ClusterIP"
    let selector = spec?["selector"].flatMap { value in
      value.isMapping ? LabelSelector(plain: value, path: FieldPath("spec.selector"), file: file) : nil
    }
    let externalName = spec?["externalName"]
    self.init(
      type: type,
      isHeadless: spec?["clusterIP"]?.text == "None",
      publishesNotReady: spec?["publishNotReadyAddresses"]?.boolean ?? false,
      ports: spec?["ports"]?.items.enumerated().compactMap { Port($1, at: $0, file: file) } ?? [],
      selector: type == "ExternalName" || selector?.requirements.isEmpty == true ? nil : selector,
      externalName: externalName?.text,
      externalNameEvidence: externalName.map { Evidence($0, path: "spec.externalName", in: file) },
      externalAddresses: spec?["externalIPs"]?.items.compactMap(\.text) ?? [],
      sourceRanges: spec?["loadBalancerSourceRanges"]?.items.compactMap(\.text) ?? [])
  }
}

extension Service.Port {
  fileprivate init?(_ value: Value, at index: Int, file: String) {
    guard let port = value["port"], let number = port.integer else { return nil }
    let target = value["targetPort"].flatMap { target -> Target? in
      guard let number = target.integer else { return target.text.map { .name($0) } }
      return number == 0 ? nil : .number(number)
    }
    let written = value["targetPort"].flatMap { target == nil ? nil : ($0, "targetPort") } ?? (port, "port")
    self.init(
      number: number, name: value["name"]?.text, transport: value["protocol"]?.text ?? "TCP",
      target: target ?? .number(number), nodePort: value["nodePort"]?.integer,
      appProtocol: value["appProtocol"]?.text,
      evidence: Evidence(written.0, path: "spec.ports[\(index)].\(written.1)", in: file))
  }
}
