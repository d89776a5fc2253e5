import PodmapManifests

extension Pass {
  /// Gives Emissary's Mappings the TLS of the Host with their hostname: they have none of their own.
  static let findCertificates = Pass("find certificates") { builder in
    var secrets: [String: String?] = [:]
    for object in builder.objects where object.resource.kind == "Host.getambassador.io" {
      let spec = object.resource.root["spec"]
      guard let name = spec?["hostname"]?.text, spec?["tlsSecret"] != nil || spec?["acmeProvider"] != nil else {
        continue
      }
      secrets.updateValue(spec?.at("tlsSecret", "name")?.text, forKey: name)
    }
    guard !secrets.isEmpty else { return }
    for object in builder.objects where object.resource.kind == "Mapping.getambassador.io" {
      builder.update(object.positions.object) { node in
        guard case .entry(var entry) = node.facts else { return }
        let names =
          entry.hosts.flatMap { host in
            // `*.shop.example` is for every host that ends so.
            [host, host.firstIndex(of: ".").map { "*" + host[$0...] }, "*"].compactMap(\.self)
          } + (entry.hosts.isEmpty ? ["*"] : [])
        guard let secret = names.firstNonNil({ secrets[$0] }) else { return }
        entry.doors = [
          Entry.Door(
            protocolName: "HTTPS", hosts: entry.hosts, encryption: .ends(secrets: [secret].compactMap(\.self)))
        ]
        node.facts = .entry(entry)
      }
    }
  }
}
