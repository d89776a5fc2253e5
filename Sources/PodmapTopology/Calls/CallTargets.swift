import PodmapManifests

/// What an address means to the container that reads it.
extension CallFinder {
  /// A target, and what the name itself says about the port and path.
  struct Resolved {
    var target: Call.Target
    var port: Int?
    var path: String?
  }

  /// What an `ExternalName` stands for.
  func target(ofExternalName name: String) -> Call.Target? {
    guard let name = ClusterName(name) else { return nil }
    if let address = IPAddress(name.host) {
      return known.owner(of: address, near: "").map { .node($0.position) } ?? .outside(address)
    }
    guard let (service, namespace) = name.service else {
      return entries.entry(name.host, path: nil).map { .node($0.position) } ?? .host(name.host)
    }
    if let found = services.service(service, in: namespace) { return .node(found.position) }
    return .service(String(service), namespace: String(namespace))
  }

  /// The target of an address, with the port that it or a related variable names.
  func resolve(_ address: Address, port: Int?, _ reading: Reading, _ caller: Caller) -> Resolved? {
    if address.host == PodField.node.placeholder { return node(port, caller) }
    if address.host == PodField.pod.placeholder { return sibling(address, port, caller) }
    if let address = self.address(address, caller) {
      return resolve(address.address, named: address.name, written: address.written, port: port, reading, caller)
    }
    guard let name = ClusterName(address.host) else { return nil }
    if name.host == "localhost" { return sibling(address, port, caller) }
    // Numbers that aren't addresses.
    if name.labels.allSatisfy({ $0.utf8.allSatisfy { $0 < UInt8(ascii: ":") && $0 != UInt8(ascii: "-") } }) {
      return nil
    }
    guard var found = resolve(name, address, reading, caller) else { return nil }
    found.port = port ?? self.port(name.port, of: found.target)
    return found
  }

  /// The IP address that is written, or to which the pod gives the name that is written.
  private func address(
    _ address: Address, _ caller: Caller
  ) -> (address: IPAddress, name: String?, written: Address)? {
    if let found = IPAddress(address.host) { return (found, caller.aliases.name(of: found), address) }
    let name = address.host.lowercased()
    return caller.aliases.address(of: name).map { ($0, name, address) }
  }

  // MARK: - IP addresses

  private func resolve(
    _ address: IPAddress, named name: String?, written: Address, port: Int?, _ reading: Reading, _ caller: Caller
  ) -> Resolved? {
    if address.reach == .loopback { return sibling(written, port, caller) }
    if address.reach == .nobody { return nil }
    if known.isNode(address) { return node(port, caller) }
    if let owner = known.owner(of: address, near: caller.namespace) {
      if isOwn(owner.position, caller) { return nil }
      return Resolved(target: .node(port.flatMap { owner.containers[$0] } ?? owner.position), port: port)
    }
    guard written.form != .bare || reading.name != "command", isOutside(written, reading) else { return nil }
    if let name {
      return Resolved(target: address.reach == .local ? .unknownAddress(name) : .host(name), port: port)
    }
    return Resolved(target: .outside(address), port: port)
  }

  /// What listens on a port of the caller's node.
  private func node(_ port: Int?, _ caller: Caller) -> Resolved? {
    guard let port, let owner = known.owner(ofNodePort: port, near: caller.namespace),
      owner.position != caller.position, !isOwn(owner.position, caller)
    else { return nil }
    return Resolved(target: .node(owner.position), port: port)
  }

  /// What listens in the caller's own pod, on the written port or that of the scheme.
  private func sibling(_ address: Address, _ port: Int?, _ caller: Caller) -> Resolved? {
    caller.sibling(port ?? address.usualPort).map { Resolved(target: $0, port: port) }
  }

  // MARK: - Names

  private func resolve(
    _ name: ClusterName, _ address: Address, _ reading: Reading, _ caller: Caller
  ) -> Resolved? {
    let labels = name.labels
    if let (service, namespace) = name.service {
      // Hosts that bypass a proxy, or clients that may come in.
      if address.form == .bare, AddressWords.sayOwn(reading.name) { return nil }
      if let found = services.service(service, in: namespace) { return Resolved(target: target(found, caller)) }
      guard name.hasUsualDomain || address.form != .bare else { return nil }
      return missing(service, in: namespace, address, caller).map { Resolved(target: $0) }
    }
    if labels.count == 1 { return service(labels[0], address, reading, caller).map { Resolved(target: $0) } }
    if let found = known(labels, caller) {
      return found.fits(address) ? Resolved(target: target(found, caller)) : nil
    }
    if let entry = entry(name, address, reading, caller) { return entry }
    if address.hasUnknownScheme { return nil }
    if labels.count == 2 {
      let isNamespace = services.namespaces.contains(String(labels[1]))
      if isNamespace || !AddressWords.isInternet(labels[1]) {
        guard address.form != .bare, isOutside(address, reading),
          isNamespace || AddressWords.isTopLevel(labels[1])
        else { return nil }
        return missing(labels[0], in: labels[1], address, caller).map { Resolved(target: $0) }
      }
    }
    guard AddressWords.isTopLevel(labels[labels.count - 1]), isOutside(address, reading) else { return nil }
    if let owner = known.owner(ofName: name.host, near: caller.namespace) {
      return isOwn(owner.position, caller) ? nil : Resolved(target: .node(owner.position))
    }
    return Resolved(target: .host(name.host))
  }

  /// The Service that a name with dots means: `db.shop`, or `db-0.db` and `db-0.db.shop` for a pod of a headless one.
  private func known(_ labels: [Substring], _ caller: Caller) -> ServiceIndex.Entry? {
    switch labels.count {
    case 2:
      if let found = services.service(labels[0], in: labels[1]) { return found }
      return services.service(labels[1], in: caller.namespace).flatMap { $0.service.isHeadless ? $0 : nil }
    case 3: return services.service(labels[1], in: labels[2]).flatMap { $0.service.isHeadless ? $0 : nil }
    default: return nil
    }
  }

  /// The entry point that serves a host, unless it only leads back to the caller.
  private func entry(
    _ name: ClusterName, _ address: Address, _ reading: Reading, _ caller: Caller
  ) -> Resolved? {
    guard let found = entries.entry(name.host, path: address.path) else { return nil }
    let leadsBack = !found.services.isEmpty && found.services.allSatisfy { isOwn($0, caller) }
    guard !AddressWords.sayOwn(reading.name), !address.isDoubtful, found.position != caller.position, !leadsBack,
      address.form == .url || address.isNamed
    else { return Resolved(target: .own) }
    return Resolved(target: .node(found.position), path: found.path)
  }

  /// Resolves a name without dots: a Service in the same namespace, or nothing.
  private func service(_ name: Substring, _ address: Address, _ reading: Reading, _ caller: Caller) -> Call.Target? {
    if let found = services.service(name, in: caller.namespace) {
      let ports = found.service.ports.map(\.number)
      switch address.form {
      case .url: guard found.fits(address) else { return nil }
      // `level:5` in a file is an address only if the Service has the port.
      case .hostAndPort:
        guard let port = address.port, address.isNamed || ports.contains(port) || ports.isEmpty && port >= 80 else {
          return nil
        }
      case .bare: guard address.isNamed else { return nil }
      }
      return target(found, caller)
    }
    guard reading.mayLeadOutside, !address.hasUnknownScheme else { return nil }
    switch address.form {
    case .url: break
    case .hostAndPort:
      guard address.isNamed, case .value = reading.source, !CredentialName(reading.name).isPlain else {
        return nil
      }
    case .bare: return nil
    }
    return missing(name, in: caller.namespace[...], address, caller)
  }

  private func target(_ service: ServiceIndex.Entry, _ caller: Caller) -> Call.Target {
    isOwn(service.position, caller) ? .own : .node(service.position)
  }

  /// Whether only the caller's own pods are behind a node: its own address, or that of its peers, isn't a call from one
  /// workload to another.
  private func isOwn(_ position: Int, _ caller: Caller) -> Bool {
    let own = caller.object.positions.object
    return position == own || services.owners(of: position) == [own]
  }

  /// The number of a Service's named port.
  private func port(_ name: String?, of target: Call.Target) -> Int? {
    guard let name, case .node(let position) = target else { return nil }
    return services.service(at: position)?.ports.first { $0.name == name }?.number
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
    case (.hostAndPort, .value), (.bare, .value), (.hostAndPort, .command): return address.isNamed
    case (.url, .body), (.hostAndPort, .body), (.url, .script), (.hostAndPort, .script): return address.isNamed
    case (.bare, .command), (.bare, .body), (.bare, .script): return false
    }
  }
}

extension ServiceIndex.Entry {
  /// Whether an address with a scheme that isn't known may mean the Service: only with one of its ports.
  fileprivate func fits(_ address: Address) -> Bool {
    guard address.hasUnknownScheme else { return true }
    return address.port.map { port in isProvided || service.ports.contains { $0.number == port } } ?? false
  }
}

extension Call.Target {
  /// An address that nothing in the input has.
  fileprivate static func outside(_ address: IPAddress) -> Call.Target {
    address.reach == .everywhere ? .host(address.text) : .unknownAddress(address.text)
  }
}
