import PodmapManifests

extension Service {
  /// Reads an object that gives pods an address; `nil` for all other kinds.
  init?(_ resource: Resource) {
    let spec = resource.root["spec"]
    switch resource.kind {
    case .service: self.init(spec, file: resource.file)
    // The Services that it makes are in other clusters too.
    case "MultiClusterService.networking.gke.io":
      self.init(spec?.at("template", "spec"), at: "spec.template.spec", file: resource.file)
    case "InferencePool.inference.networking.k8s.io", "InferencePool.inference.networking.x-k8s.io":
      self.init(pool: spec, file: resource.file)
    default: return nil
    }
  }

  /// A pool of model servers, which routes name like a Service. It has no port of its own.
  private init(pool spec: Value?, file: String) {
    let selector = spec?["selector"].flatMap { value -> LabelSelector? in
      let path = FieldPath("spec.selector")
      if let labels = value["matchLabels"], labels.isMapping {
        return LabelSelector(plain: labels, path: path.appending("matchLabels"), file: file)
      }
      return value.isMapping ? LabelSelector(plain: value, path: path, file: file) : nil
    }
    let found =
      (spec?["targetPorts"]?.items ?? []).enumerated().map { ("spec.targetPorts[\($0)].number", $1["number"]) }
      + [("spec.targetPortNumber", spec?["targetPortNumber"])]
    let ports = found.compactMap { path, value in
      value.flatMap { value in
        value.integer.map { Port(number: $0, target: .number($0), evidence: Evidence(value, path: path, in: file)) }
      }
    }
    self.init(type: "ClusterIP", ports: ports, selector: selector)
  }

  /// Reads a Service (core/v1 `ServiceSpec`).
  private init(_ spec: Value?, at path: String = "spec", file: String) {
    let type = spec?["type"]?.text ?? "ClusterIP"
    let selector = spec?["selector"].flatMap { value in
      value.isMapping ? LabelSelector(plain: value, path: FieldPath(path).appending("selector"), file: file) : nil
    }
    let externalName = spec?["externalName"]
    self.init(
      type: type,
      isHeadless: spec?["clusterIP"]?.text == "None",
      publishesNotReady: spec?["publishNotReadyAddresses"]?.boolean ?? false,
      ports: spec?["ports"]?.items.enumerated().compactMap { Port($1, at: "\(path).ports[\($0)]", file: file) } ?? [],
      selector: type == "ExternalName" || selector?.requirements.isEmpty == true ? nil : selector,
      externalName: externalName?.text,
      externalNameEvidence: externalName.map { Evidence($0, path: "spec.externalName", in: file) },
      externalAddresses: spec?["externalIPs"]?.items.compactMap(\.text) ?? [],
      sourceRanges: spec?["loadBalancerSourceRanges"]?.items.compactMap(\.text) ?? [])
  }
}

extension Service.Port {
  fileprivate init?(_ value: Value, at path: String, file: String) {
    guard let port = value["port"], let number = port.integer else { return nil }
    let target = value["targetPort"].flatMap { target -> Target? in
      guard let number = target.integer else { return target.text.map { .name($0) } }
      return number == 0 ? nil : .number(number)
    }
    let written = value["targetPort"].flatMap { target == nil ? nil : ($0, "targetPort") } ?? (port, "port")
    self.init(
      number: number, name: value["name"]?.text, transport: value["protocol"]?.text ?? "TCP",
      target: target ?? .number(number), nodePort: value["nodePort"]?.integer,
      appProtocol: value["appProtocol"]?.text, evidence: Evidence(written.0, path: "\(path).\(written.1)", in: file))
  }
}
