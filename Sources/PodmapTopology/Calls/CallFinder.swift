import PodmapManifests

/// Finds what the containers of one object call.
struct CallFinder: Sendable {
  let index: ConfigurationIndex
  let services: ServiceIndex
  let shared: SharedEntries
  let known: KnownAddresses
  let entries: EntryHosts
  let scrapes: ScrapeTargets

  func calls(of object: ObjectDescription) -> [Call] {
    calls(of: Caller(object: object), object.annotationReadings)
      + object.templates.indices.flatMap { calls(of: object, template: $0) }
  }

  private func calls(of object: ObjectDescription, template number: Int) -> [Call] {
    let written = object.writtenContainers(number)
    guard !written.isEmpty, object.positions.containers.indices.contains(number) else { return [] }
    let spec = object.rawPodSpecs[number].value
    let volumes = Dictionary(
      (spec["volumes"]?.items ?? []).compactMap { volume in volume["name"]?.text.map { ($0, volume) } }
    ) { first, _ in first }
    let positions = object.positions.containers[number]
    let gatherers = written.compactMap { container, value, path in
      GatheredFiles(
        value, path: path, file: object.podSource.file, namespace: object.innerNamespace, index
      ).map { (container: container, files: $0) }
    }
    var readings = written.map { container, value, path in
      var texts = ContainerTexts(object, template: number, spec, index, services, shared)
      texts.read(
        value, path: path, volumes: volumes, gathered: gatherers.filter { $0.container != container }.map(\.files))
      return texts.readings
    }
    let containers = object.templates[number].containers
    for (initial, one) in written.enumerated() where containers[one.container].role == .initial {
      let prepared = PreparedFiles(one.value, volumes: volumes, &readings[initial])
      for (position, other) in written.enumerated() where position != initial {
        readings[position] += prepared.readings(of: other.value)
      }
    }
    let aliases = HostAliases(spec)
    return gatherers.flatMap { gatherer in
      gatherer.files.objects.map {
        Call(
          from: positions[gatherer.container], target: .node($0.position), kind: .reads, certainty: .inferred,
          evidence: gatherer.files.evidence)
      }
    }
      + zip(written, readings).flatMap { one, readings -> [Call] in
        if readings.isEmpty { return [] }
        let place = Caller.Place(
          template: object.templates[number], containers: positions, container: one.container)
        return calls(of: Caller(object: object, place: place, aliases: aliases), readings)
      }
  }

  private func calls(of caller: Caller, _ readings: [Reading]) -> [Call] {
    // Computed only if there is an address, and most containers have none.
    lazy var ports = Dictionary(
      readings.lazy.filter { $0.name.uppercased().hasSuffix("PORT") }.compactMap { reading in
        Int(reading.text).map { (reading.name, $0) }
      }, uniquingKeysWith: { $1 })
    // The files of one proxy are read together, so a group may be defined in another one.
    lazy var groups = readings.reduce(into: Set<String>()) { $0.formUnion(TextContents.groups(in: $1.text)) }
    let scraped = scrapes.isEmpty ? [] : readings.flatMap { scrapeCalls(of: caller, $0) }
    return scraped
      + readings.flatMap { reading -> [Call] in
        let addresses = AddressScan.addresses(in: reading.text, reading.source)
        if addresses.isEmpty || TextContents.hasNoAddresses(reading.text) { return [] }
        lazy var quotation = Quotation(reading)
        return addresses.compactMap { address in
          if address.form == .url, address.port == nil, groups.contains(address.host.lowercased()) { return nil }
          let port = address.port ?? Self.port(beside: reading.name, ports)
          guard let found = resolve(address, port: port, reading, caller), found.target != .own,
            found.target.exists
              || !reading.isSecret && CredentialName(reading.name).mayNameHost && !reading.hides(address.host)
          else { return nil }
          if reading.isSecret, case .node(let position) = found.target,
            caller.place?.containers.contains(position) ?? false
          {
            return nil
          }
          return Call(
            from: caller.position, target: found.target, port: found.port, path: found.path, scheme: address.scheme,
            certainty: address.isLookup ? .possible : reading.certainty, evidence: quotation.evidence(of: address))
        }
      }
  }

  /// What a Prometheus scrapes because annotations ask for it.
  private func scrapeCalls(of caller: Caller, _ reading: Reading) -> [Call] {
    Set(ScrapeJob.jobs(in: reading.text)).flatMap { job in
      scrapes.targets(of: job).filter { $0.owner != caller.object.positions.object }.map { target in
        Call(
          from: caller.position, target: .node(target.position), port: target.port, certainty: reading.certainty,
          evidence: target.evidence)
      }
    }
  }

  /// The port of `FOO_HOST` is the value of `FOO_PORT`; so is that of `FOO`.
  private static func port(beside name: String, _ ports: [String: Int]) -> Int? {
    if ports.isEmpty { return nil }
    for end in ["HOST", "HOSTNAME", "ADDR", "ADDRESS", "SERVER", "SERVICE", "ENDPOINT", "IP", "host"]
    where name.hasSuffix(end) {
      if let port = ports[name.dropLast(end.count) + (end == "host" ? "port" : "PORT")] { return port }
    }
    return ports["\(name)_PORT"]
  }
}
