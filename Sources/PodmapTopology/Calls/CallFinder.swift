import PodmapManifests

/// Something that a container calls, or that it gathers.
struct Call: Sendable {
  enum Target: Sendable, Hashable {
    /// An existing node: a Service, or a container of the same pod.
    case node(Int)
    /// A Service that should be in the input.
    case service(String, namespace: String)
    /// A host outside the cluster.
    case host(String)
  }

  var from: Int
  var target: Target
  var kind = EdgeKind.calls
  var port: Int?
  var scheme: String?
  var certainty: Certainty
  var evidence: Evidence
}

/// Finds what the containers of one object call.
struct CallFinder: Sendable {
  let index: ConfigurationIndex
  let services: ServiceIndex
  let shared: SharedEntries

  func calls(of object: ObjectDescription) -> [Call] {
    let annotated = calls(of: Caller(object: object), object.annotationReadings)
    return annotated
      + object.templates.indices.flatMap { number -> [Call] in
        let written = object.writtenContainers(number)
        guard !written.isEmpty, object.positions.containers.indices.contains(number) else { return [] }
        let volumes = object.rawPodSpecs[number].value["volumes"]?.items ?? []
        let positions = object.positions.containers[number]
        let gatherers = written.compactMap { container, value, path in
          GatheredFiles(
            value, path: path, file: object.podSource.file, namespace: object.innerNamespace, index
          ).map { (container: container, files: $0) }
        }
        let gathered = gatherers.flatMap { gatherer in
          gatherer.files.objects.map {
            Call(
              from: positions[gatherer.container], target: .node($0.position), kind: .reads, certainty: .inferred,
              evidence: gatherer.files.evidence)
          }
        }
        return gathered
          + written.flatMap { container, value, path -> [Call] in
            var texts = ContainerTexts(object, index, services, shared)
            texts.read(
              value, path: path, volumes: volumes,
              gathered: gatherers.filter { $0.container != container }.map(\.files))
            guard !texts.readings.isEmpty else { return [] }
            let place = Caller.Place(template: object.templates[number], containers: positions, container: container)
            return calls(of: Caller(object: object, place: place), texts.readings)
          }
      }
  }

  /// The reader of the texts: a container, or the whole object.
  private struct Caller {
    struct Place {
      var template: PodTemplate
      var containers: [Int]
      var container: Int

      var own: Container { template.containers[container] }
    }

    var object: ObjectDescription
    var place: Place?

    var namespace: String { object.innerNamespace }
    var position: Int { place.map { $0.containers[$0.container] } ?? object.positions.object }
  }

  private func calls(of caller: Caller, _ readings: [Reading]) -> [Call] {
    // Computed only if there is an address, and most containers have none.
    lazy var ports = Dictionary(
      readings.lazy.filter { $0.name.uppercased().hasSuffix("PORT") }.compactMap { reading in
        Int(reading.text).map { (reading.name, $0) }
      }, uniquingKeysWith: { $1 })
    return readings.flatMap { reading -> [Call] in
      let addresses = AddressScan.addresses(in: reading.text, reading.source)
      if addresses.isEmpty { return [] }
      lazy var quotation = Quotation(reading)
      // nginx's names for groups of servers aren't hosts.
      let upstreams = reading.text.contains("upstream ") ? Self.upstreams(in: reading.text) : []
      return addresses.compactMap { address in
        let port = address.port ?? Self.port(beside: reading.name, ports)
        guard !upstreams.contains(address.host), let target = target(of: address, port: port, reading, caller),
          target.exists
            || !reading.isSecret && !CredentialNames.mayMean(reading.name)
              && !CredentialNames.isPassword(reading.name) && !reading.hides(address.host)
        else { return nil }
        if reading.isSecret, case .node(let position) = target, caller.place?.containers.contains(position) ?? false {
          return nil
        }
        return Call(
          from: caller.position, target: target, port: port, scheme: address.scheme,
          certainty: reading.certainty, evidence: quotation.evidence(of: address))
      }
    }
  }

  private static func upstreams(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split { " \t{".contains($0) }
        return words.count > 1 && words[0] == "upstream" ? String(words[1]) : nil
      })
  }

  /// The port of `FOO_HOST` is the value of `FOO_PORT`.
  private static func port(beside name: String, _ ports: [String: Int]) -> Int? {
    for end in ["HOST", "HOSTNAME", "ADDR", "ADDRESS", "SERVER", "host"] where name.hasSuffix(end) {
      if let port = ports[name.dropLast(end.count) + (end == "host" ? "port" : "PORT")] { return port }
    }
    return nil
  }

  // MARK: - Hosts

  /// What an `ExternalName` stands for.
  func target(ofExternalName name: String) -> Call.Target? {
    let labels = name.lowercased().split(separator: ".", omittingEmptySubsequences: true)
    guard !labels.isEmpty, labels.allSatisfy({ Self.isLabel($0) }) else { return nil }
    guard labels.count > 2, labels[2] == "svc" else { return .host(labels.joined(separator: ".")) }
    if let found = services.service(labels[0], in: labels[1]) { return .node(found.position) }
    return .service(String(labels[0]), namespace: String(labels[1]))
  }

  /// The target of an address, with the port that it or a related variable names.
  private func target(of address: Address, port: Int?, _ reading: Reading, _ caller: Caller) -> Call.Target? {
    var host = address.host.lowercased()
    if host.hasSuffix(".") { host.removeLast() }
    guard !host.isEmpty, host.utf8.count <= Limit.dnsName.value else { return nil }
    if host == "localhost" || host.hasPrefix("127.") || host == "::1" {
      return sibling(port ?? address.usualPort, caller)
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy({ Self.isLabel($0) }) else { return nil }
    if labels.allSatisfy({ $0.utf8.allSatisfy { $0 < UInt8(ascii: ":") && $0 != UInt8(ascii: "-") } }) {
      guard labels.count == 4, labels.allSatisfy({ Int($0).map { (0...255).contains($0) } ?? false }),
        host != "0.0.0.0", address.form != .bare || reading.name != "command", isOutside(address, reading)
      else { return nil }
      return .host(host)
    }
    // `svc.ns.svc…`, `pod.svc.ns.svc…`
    if let mark = labels.firstIndex(of: "svc"), mark == 2 || mark == 3 {
      // Hosts that bypass a proxy, or clients that may come in.
      if address.form == .bare, AddressWords.sayOwn(reading.name) { return nil }
      return known(labels[mark - 2], in: labels[mark - 1], caller)
        ?? missing(labels[mark - 2], in: labels[mark - 1], address, caller)
    }
    if labels.count == 1 { return service(labels[0], address, reading, caller) }
    if labels.count == 2 {
      if services.service(labels[0], in: labels[1]) != nil { return known(labels[0], in: labels[1], caller) }
      if let found = services.service(labels[1], in: caller.namespace), found.service.isHeadless {
        return known(labels[1], in: caller.namespace[...], caller)
      }
      let isNamespace = services.namespaces.contains(String(labels[1]))
      if isNamespace || !AddressWords.isInternet(labels[1]) {
        guard address.form != .bare, isOutside(address, reading), isNamespace || AddressWords.isTopLevel(labels[1])
        else { return nil }
        return missing(labels[0], in: labels[1], address, caller)
      }
    }
    if labels.count == 3, services.service(labels[1], in: labels[2])?.service.isHeadless == true {
      return known(labels[1], in: labels[2], caller)
    }
    guard AddressWords.isTopLevel(labels[labels.count - 1]), isOutside(address, reading) else { return nil }
    return .host(host)
  }

  /// Resolves a name without dots: a Service in the same namespace, or nothing.
  private func service(_ name: Substring, _ address: Address, _ reading: Reading, _ caller: Caller) -> Call.Target? {
    if let found = services.service(name, in: caller.namespace) {
      let ports = found.service.ports.map(\.number)
      switch address.form {
      case .url: break
      // `level:5` in a file is an address only if the Service has the port.
      case .hostAndPort:
        guard let port = address.port, address.isNamed || ports.contains(port) || ports.isEmpty && port >= 80 else {
          return nil
        }
      case .bare: guard address.isNamed else { return nil }
      }
      return known(name, in: caller.namespace[...], caller)
    }
    guard reading.mayLeadOutside else { return nil }
    switch address.form {
    case .url: break
    case .hostAndPort:
      guard address.isNamed, case .value = reading.source, !CredentialTexts.mentionsCredential(reading.name) else {
        return nil
      }
    case .bare: return nil
    }
    return missing(name, in: caller.namespace[...], address, caller)
  }

  private func known(_ name: Substring, in namespace: Substring, _ caller: Caller) -> Call.Target? {
    guard let found = services.service(name, in: namespace) else { return nil }
    // Its own address, or that of its peers, isn't a call from one workload to another.
    let own = caller.object.positions.object
    if found.owners.contains(own), found.owners.count == 1 { return .own }
    return .node(found.position)
  }

  private func missing(
    _ name: Substring, in namespace: Substring, _ address: Address, _ caller: Caller
  ) -> Call.Target? {
    guard !address.isDoubtful, name.utf8.contains(where: { $0 > UInt8(ascii: "9") }),
      !["host", "hostname", "example", "server", "your", "user", "username"].contains(name),
      name != caller.place?.own.name[...] ?? "", String(name) != caller.object.name
    else { return nil }
    return .service(String(name), namespace: String(namespace))
  }

  private func isOutside(_ address: Address, _ reading: Reading) -> Bool {
    guard reading.mayLeadOutside, !address.isDoubtful, !AddressWords.sayOwn(reading.name) else { return false }
    switch (address.form, reading.source) {
    case (.url, .value), (.url, .command): return true
    case (.hostAndPort, .value), (.bare, .value): return address.isNamed
    case (.url, .body), (.hostAndPort, .body), (.url, .script), (.hostAndPort, .script): return address.isNamed
    case (.hostAndPort, .command), (.bare, .command), (.bare, .body), (.bare, .script): return false
    }
  }

  /// The container of the pod that listens on a port of the pod's own address.
  private func sibling(_ port: Int?, _ caller: Caller) -> Call.Target? {
    guard let port, let place = caller.place,
      !place.own.ports.contains(where: { $0.number == port }),
      let owner = place.template.containers.firstIndex(where: { container in
        container.key != place.own.key && container.role != .initial && container.ports.contains { $0.number == port }
      })
    else { return nil }
    return .node(place.containers[owner])
  }

  /// A label of a host name, as RFC 1123 allows it.
  private static func isLabel(_ label: Substring) -> Bool {
    guard (1...63).contains(label.utf8.count), label.utf8.first != UInt8(ascii: "-"),
      label.utf8.last != UInt8(ascii: "-")
    else { return false }
    return !label.utf8.contains(UInt8(ascii: "_"))
  }
}

extension Call.Target {
  /// The container's own address.
  static let own = Call.Target.node(-1)

  fileprivate var exists: Bool {
    if case .node = self { true } else { false }
  }
}
