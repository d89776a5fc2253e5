import PodmapManifests

/// Traefik's routes, in its present and its earlier API group.
let traefikEntries: [EntryRule] = traefikGroups.flatMap { (group: String) -> [EntryRule] in
  let services: ReferenceRule.Target = .kindNamed(["Service", ResourceKind(rawValue: "TraefikService.\(group)")])
  func service(
    _ item: String, weight: String? = "weight", unit: Entry.Way.Unit = .weight,
    copy: EntryRule.BackendField.Copy = .never
  ) -> EntryRule.BackendField {
    EntryRule.BackendField(
      item, "name", to: services, port: "port", weight: weight, unit: unit, copy: copy, reserved: traefikProviders)
  }
  func kind(_ name: String) -> [ResourceKind] { [ResourceKind(rawValue: "\(name).\(group)")] }
  return [
    EntryRule(
      kinds: kind("IngressRoute"), tls: [EntryRule.TLSField("spec.tls", secret: "secretName")],
      routes: [EntryRule.RouteField("spec.routes[]", expression: "match", [service("services[]")])]),
    EntryRule(
      kinds: kind("IngressRouteTCP"), protocolName: "TCP",
      tls: [EntryRule.TLSField("spec.tls", secret: "secretName", passes: "passthrough")],
      routes: [EntryRule.RouteField("spec.routes[]", expression: "match", [service("services[]")])]),
    EntryRule(
      kinds: kind("IngressRouteUDP"), protocolName: "UDP",
      routes: [EntryRule.RouteField("spec.routes[]", [service("services[]")])]),
    EntryRule(
      kinds: kind("TraefikService"),
      routes: [
        EntryRule.RouteField("spec.weighted", [service("services[]")]),
        EntryRule.RouteField(
          "spec.mirroring",
          [service("", weight: nil), service("mirrors[]", weight: "percent", unit: .percent, copy: .always)]),
      ], need: .anotherEntry),
  ]
}

let traefikGroups = ["traefik.io", "traefik.containo.us"]

/// The endings of names of what Traefik itself or another of its providers defines.
let traefikProviders = ["@internal", "@file", "@docker", "@kubernetescrd", "@kubernetesingress", "@consulcatalog"]
