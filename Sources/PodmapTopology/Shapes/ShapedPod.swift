import PodmapManifests

extension PodShape {
  /// The pods that an object describes, as pod templates.
  func pods(of resource: Resource) -> [PodTemplateFinder.Found] {
    resource.root.values(at: pod).compactMap { value, path in
      guard value.isMapping else { return nil }
      var pod = ShapedPod(self, root: resource.root, value: value, path: path)
      for part in parts { pod.add(part) }
      if let template { pod.addContainers(of: template) }
      guard !pod.isEmpty else { return nil }
      let (made, paths) = pod.draft.made()
      var found = PodTemplateFinder.Found(
        name: name ?? value["name"]?.text ?? value["groupName"]?.text ?? path.lastName, value: made,
        path: FieldPath(of: paths))
      found.written = paths.filter(\.isWhole).map(\.written)
      found.isShaped = true
      found.runsInTurn = runsInTurn
      found.count = count.flatMap { $0.number { pod.values(at: $0).map(\.value) } }
      return found
    }
  }
}

/// A pod template that is made of what an object says in other words.
private struct ShapedPod {
  private typealias Fields = [(key: String, value: ValueDraft)]

  private struct Written {
    var role: PodShape.Part.Role
    var name: String
    var fields: Fields
    var source: Value
    var path: String?
  }

  private let shape: PodShape
  private let root: Value
  private let value: Value
  private let path: FieldPath
  private var containers: [Written] = []

  init(_ shape: PodShape, root: Value, value: Value, path: FieldPath) {
    self.shape = shape
    self.root = root
    self.value = value
    self.path = path
  }

  var isEmpty: Bool { containers.isEmpty }

  func values(at path: String) -> [(value: Value, path: FieldPath)] {
    if path.hasPrefix("/") { return root.values(at: String(path.dropFirst())) }
    return path.isEmpty ? [(value, self.path)] : value.values(at: path, from: self.path)
  }

  // MARK: - Containers

  mutating func add(_ part: PodShape.Part) {
    let found = values(at: part.path).filter(\.value.isMapping)
    for (value, path) in found { add(value, path, part) }
    if found.isEmpty, part.isImplied { add(value, nil, part) }
  }

  /// The containers of a pod template, which complete those of the same name.
  mutating func addContainers(of template: String) {
    for (list, role) in [("initContainers", PodShape.Part.Role.initial), ("containers", .app)] {
      for (value, path) in values(at: "\(template).spec.\(list)[]") where value.isMapping {
        add(value, path, .list("", role))
      }
    }
  }

  /// `path` is `nil` for a container that nothing describes.
  private mutating func add(_ value: Value, _ path: FieldPath?, _ part: PodShape.Part) {
    var fields = path.map { written(value, $0, only: part.fields) } ?? []
    func has(_ key: String) -> Bool { fields.contains { $0.key == key } }
    for found in part.defaults.map({ values(at: $0) }) ?? [] {
      for field in written(found.value, found.path, only: nil) where !has(field.key) { fields.append(field) }
    }
    if !has("name"), let name = part.name { fields.append(("name", .text(name, from: value))) }
    let images = part.images.flatMap { values(at: $0) }.filter(\.value.isScalar)
    if !has("image"), let image = images.first {
      fields.append(("image", .part(image.value, path: image.path.text)))
    }
    if !has("ports") {
      let ports = ports(of: part, value)
      if !ports.isEmpty { fields.append(("ports", .list(ports, from: value))) }
    }
    let disks = part.disks.map { values(at: $0) } ?? []
    if !disks.isEmpty {
      let mounts = disks.compactMap { disk, path in
        disk["name"].map { name in
          ValueDraft.mapping(
            [("name", .part(name, path: path.appending("name").text)), ("mountPath", .text("as a disk", from: name))],
            from: disk)
        }
      }
      fields.append(("volumeMounts", .list(mounts, from: value)))
    }
    let arguments = arguments(of: part, value, path)
    if !arguments.isEmpty {
      fields.removeAll { $0.key == "args" }
      fields.append(("args", .list(arguments, from: value)))
    }
    if part.role == .sidecar { fields.append(("restartPolicy", .text("Always", from: value))) }
    add(
      Written(
        role: part.role, name: part.fields == nil ? value["name"]?.text ?? part.name ?? "" : part.name ?? "",
        fields: fields, source: value, path: path?.text))
  }

  private func ports(of part: PodShape.Part, _ value: Value) -> [ValueDraft] {
    let fixed = part.ports.map { port in
      ValueDraft.mapping(
        [("name", .text(port.name, from: value)), ("containerPort", .text(String(port.number), from: value))],
        from: value)
    }
    let listeners = part.listeners.map { values(at: $0) } ?? []
    return fixed
      + listeners.compactMap { listener, path in
        guard let port = listener["port"] else { return nil }
        let name = listener["name"].map { ("name", ValueDraft.part($0, path: path.appending("name").text)) }
        let number = ("containerPort", ValueDraft.part(port, path: path.appending("port").text))
        return .mapping([name, number].compactMap(\.self), from: listener)
      }
  }

  /// The container's own arguments followed by those that other fields give; empty if there are no others.
  private func arguments(of part: PodShape.Part, _ value: Value, _ path: FieldPath?) -> [ValueDraft] {
    guard let path else { return [] }
    let others = part.arguments.flatMap { place in
      place.hasPrefix("/") ? values(at: place) : value.values(at: place, from: path)
    }.filter(\.value.isScalar)
    guard !others.isEmpty else { return [] }
    let own = (value["args"]?.items ?? []).enumerated().map {
      ValueDraft.part($1, path: path.appending("args").appending($0).text)
    }
    return own + others.map { .part($0.value, path: $0.path.text) }
  }

  private mutating func add(_ new: Written) {
    guard !new.name.isEmpty, let known = containers.firstIndex(where: { $0.name == new.name }) else {
      return containers.append(new)
    }
    for field in new.fields {
      containers[known].fields.removeAll { $0.key == field.key }
      containers[known].fields.append(field)
    }
  }

  private func written(_ value: Value, _ path: FieldPath, only names: [String]?) -> Fields {
    value.fields.compactMap { key, value in
      guard names?.contains(key.written) ?? true else { return nil }
      return (key.written, .part(value, path: path.appending(key.written).text))
    }
  }

  // MARK: - The pod

  var draft: ValueDraft {
    var spec: Fields = []
    if let template = shape.template {
      let others = values(at: "\(template).spec").first
      let taken = Set(PodTemplateFinder.containerLists + ["volumes"])
      spec = others.map { written($0.value, $0.path, only: nil).filter { !taken.contains($0.key) } } ?? []
    }
    if shape.runsOnce {
      spec.removeAll { $0.key == "restartPolicy" }
      spec.append(("restartPolicy", .text("Never", from: value)))
    }
    for (list, roles) in [("initContainers", [PodShape.Part.Role.initial, .sidecar]), ("containers", [.app])] {
      let own = containers.filter { roles.contains($0.role) }
      if !own.isEmpty {
        spec.append((list, .list(own.map { .mapping($0.fields, from: $0.source, path: $0.path) }, from: value)))
      }
    }
    let places = shape.volumes + (shape.template.map { ["\($0).spec.volumes"] } ?? [])
    let volumes = places.flatMap { place in
      // What all pods of the object may mount belongs only to those that do.
      values(at: "\(place)[]").filter { !place.hasPrefix("/") || isMounted($0.value) }
    }.map { ValueDraft.part($0.value, path: $0.path.text) }
    if !volumes.isEmpty { spec.append(("volumes", .list(volumes, from: value))) }
    if let account = shape.account.firstNonNil({ values(at: $0).first }), account.value.isScalar {
      spec.removeAll { $0.key == "serviceAccountName" }
      spec.append(("serviceAccountName", .part(account.value, path: account.path.text)))
    }
    return .mapping([("metadata", metadata), ("spec", .mapping(spec, from: value))], from: value)
  }

  private func isMounted(_ volume: Value) -> Bool {
    guard let name = volume["name"]?.text else { return false }
    return containers.contains { container in
      guard case .part(let mounts, _)? = container.fields.first(where: { $0.key == "volumeMounts" })?.value else {
        return false
      }
      return mounts.items.contains { $0["name"]?.text == name }
    }
  }

  private var metadata: ValueDraft {
    let places = shape.labels + (shape.template.map { ["\($0).metadata.labels"] } ?? [])
    let labels = places.flatMap { values(at: $0) }.flatMap { written($0.value, $0.path, only: nil) }
    let annotations = shape.template.flatMap { values(at: "\($0).metadata.annotations").first }
    var fields: Fields = [("labels", .mapping(labels, from: value))]
    if let annotations { fields.append(("annotations", .part(annotations.value, path: annotations.path.text))) }
    return .mapping(fields, from: value)
  }
}
