import PodmapManifests

/// Reads what is drawn of a pod template (core/v1 `PodTemplateSpec`, or a Pod).
struct PodTemplateReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  /// Whether the rules of the kind are known, so that breaking them is an error.
  private let isStrict: Bool
  /// The names of a StatefulSet's `volumeClaimTemplates`, each of which gives every pod a volume.
  private let claimTemplates: [String]
  /// Of the template that is being read: the keys of its containers, and the positions of its volumes by name.
  private var keys = ContainerKeys()
  private var volumes: [String: [Int]] = [:]

  init(_ resource: Resource) {
    file = resource.file
    isStrict = resource.kind.isBuiltIn
    claimTemplates =
      resource.root.at("spec", "volumeClaimTemplates")?.items.compactMap { $0.at("metadata", "name")?.text } ?? []
  }

  mutating func read(_ found: PodTemplateFinder.Found) -> PodTemplate {
    var template = PodTemplate(labels: found.value.at("metadata", "labels").map(Label.list) ?? [])
    template.meshInjection = found.value.at("metadata", "annotations", MeshMembership.injection)?.text
    template.runsInTurn = found.runsInTurn
    guard let spec = found.value["spec"] else { return template }
    let requests = InjectionRequest.all(in: found.value, path: found.path, file: file)
    if !requests.isEmpty { template.injection = Rare(requests) }
    template.restartPolicy = spec["restartPolicy"]?.text ?? template.restartPolicy
    template.sharesProcessNamespace = spec["shareProcessNamespace"]?.boolean ?? false
    for (field, name) in [("hostNetwork", "network"), ("hostPID", "PID"), ("hostIPC", "IPC")]
    where spec[field]?.boolean == true { template.hostNamespaces.append(name) }
    template.placement = Placement(spec)
    template.followsOtherPods =
      spec.at("affinity", "podAffinity", "requiredDuringSchedulingIgnoredDuringExecution")?
      .items.contains { $0["topologyKey"]?.text == "kubernetes.io/hostname" } == true
    template.life = Rare(PodLife(spec))
    template.size = Rare(PodSize(spec))
    template.volumes = spec["volumes"]?.items.compactMap { Volume($0) } ?? []
    if !claimTemplates.isEmpty {
      // The claim that the controller creates replaces the pod template's volume of the same name.
      let claims = Set(claimTemplates)
      template.volumes.removeAll { claims.contains($0.name) }
      template.volumes += claimTemplates.uniqued.map { Volume(name: $0, source: .claimTemplate) }
    }
    keys = ContainerKeys()
    volumes = Dictionary(grouping: template.volumes.indices) { template.volumes[$0].name }

    for (field, role) in [
      ("initContainers", Container.Role.initial), ("containers", .app), ("ephemeralContainers", .ephemeral),
    ] {
      guard let list = spec[field], !list.isNull else { continue }
      guard list.isSequence else {
        diagnostics.append(.noList(field, list.place(in: file)))
        continue
      }
      for (index, item) in list.items.enumerated() {
        guard item.isMapping else {
          diagnostics.append(.noContainer(field, item.place(in: file)))
          continue
        }
        let path = { found.path.appending("spec").appending(field).appending(index) }
        add(item, of: found, at: path, role: role, index: index, podSecurity: spec["securityContext"], to: &template)
      }
    }
    return template
  }

  private mutating func add(
    _ value: Value, of found: PodTemplateFinder.Found, at path: () -> FieldPath, role: Container.Role, index: Int,
    podSecurity: Value?, to template: inout PodTemplate
  ) {
    let isSidecar = role == .initial && value["restartPolicy"]?.text == "Always"
    var container = Container(value, role: isSidecar ? .sidecar : role, podSecurity: podSecurity)
    if role == .initial { container.step = index + 1 }
    if container.name.isEmpty {
      if isStrict { diagnostics.append(.noName(value.place(in: file))) }
      container.name = "container-\(template.containers.count + 1)"
    }
    container.key = keys.next(container.name)
    if container.key != container.name {
      diagnostics.append(.sameName(container.name, (value["name"] ?? value).place(in: file)))
    }
    container.isDerived = found.isShaped
    let position = template.containers.count
    template.containers.append(container)
    for (field, pathField) in [("volumeMounts", "mountPath"), ("volumeDevices", "devicePath")] {
      for (number, mount) in (value[field]?.items ?? []).enumerated() {
        guard let nameValue = mount["name"], let name = nameValue.text else { continue }
        if volumes[name] == nil {
          // A controller that writes the pod declares volumes too.
          if !found.isShaped { diagnostics.append(.undeclaredVolume(name, nameValue.place(in: file))) }
          volumes[name] = [template.volumes.count]
          template.volumes.append(Volume(name: name, source: .undeclared))
        }
        let mountPath = path().appending(field).appending(number).appending("name").text
        for index in volumes[name] ?? [] {
          template.volumes[index].mounts.append(
            Volume.Mount(
              container: position, path: mount[pathField]?.text ?? "", subPath: mount["subPath"]?.text,
              isReadOnly: mount["readOnly"]?.boolean ?? false,
              evidence: Evidence(nameValue, path: mountPath, in: file)))
        }
      }
    }
  }
}

extension Label {
  /// The labels in a mapping.
  static func list(_ value: Value) -> [Label] {
    value.fields.compactMap { key, value in value.isScalar ? Label(key: key.written, value: value.written) : nil }
  }
}

extension Placement {
  init(_ spec: Value) {
    if let name = spec["nodeName"]?.text, !name.isEmpty {
      self = .node(name)
      return
    }
    var parts = spec["nodeSelector"]?.fields.map { "\($0.key.written)=\($0.value.written)" }.sorted() ?? []
    let terms =
      spec.at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")?
      .items ?? []
    let alternatives = terms.map { term in
      ((term["matchExpressions"]?.items ?? []) + (term["matchFields"]?.items ?? [])).map(Self.text)
        .joined(separator: ", ")
    }.filter { !$0.isEmpty }
    if !alternatives.isEmpty { parts.append(alternatives.joined(separator: " or ")) }
    self = parts.isEmpty ? .anyNode : .nodes(matching: parts.joined(separator: ", "))
  }

  private static func text(_ expression: Value) -> String {
    let key = expression["key"]?.text ?? ""
    let values = (expression["values"]?.items ?? []).map(\.written).joined(separator: ", ")
    switch expression["operator"]?.text {
    case "In": return "\(key) in (\(values))"
    case "NotIn": return "\(key) not in (\(values))"
    case "Exists": return "has \(key)"
    case "DoesNotExist": return "no \(key)"
    case "Gt": return "\(key) > \(values)"
    case "Lt": return "\(key) < \(values)"
    default: return key
    }
  }
}

extension Diagnostic {
  fileprivate static func noList(_ field: String, _ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "\(field) must be a list; begin each container with '- name:'")
  }

  fileprivate static func noContainer(_ field: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .invalidField,
      "an item of \(field) isn't a container; write it as a mapping with a name and an image")
  }

  fileprivate static func noName(_ place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, topic: .invalidField, "the container has no name; set name")
  }

  fileprivate static func undeclaredVolume(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place, topic: .undeclaredVolume,
      "the pod declares no volume '\(name.shortened())'; add it to spec.volumes")
  }

  fileprivate static func sameName(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .invalidField,
      "two containers of the pod are named '\(name.shortened())', which Kubernetes rejects; rename one")
  }
}
