import PodmapManifests

extension Finding {
  /// Routes and Gateways that refer to objects in another namespace without a ReferenceGrant there.
  static let referenceGrants = Finding("reference grants") { builder in
    let crossing = builder.objects.filter { object in
      object.resource.kind.group == gateway && object.references.contains { $0.needsGrant(from: object) }
    }
    guard !crossing.isEmpty else { return [] }
    let grants = Dictionary(
      grouping: builder.objects.filter { $0.resource.kind == "ReferenceGrant.gateway.networking.k8s.io" }.flatMap(
        Grant.all), by: \.to)
    return crossing.flatMap { object in
      object.references.compactMap { reference -> Diagnostic? in
        guard reference.needsGrant(from: object), let namespace = reference.namespace,
          // An object that is kept elsewhere may have its grants there too.
          let target = builder.position(of: NodeID(reference.kind, reference.name, in: namespace)),
          builder.nodes[target].presence == .present,
          grants[reference.kind]?.contains(where: { $0.permits(reference, of: object, in: namespace) }) != true
        else { return nil }
        return .notGranted(reference, object, namespace)
      }
    }
  }

  fileprivate static let gateway: Substring = "gateway.networking.k8s.io"
}

/// One `from` and one `to` of a ReferenceGrant.
private struct Grant {
  var home: String?
  var from: ResourceKind
  var fromNamespace: String
  var to: ResourceKind
  var name: String?

  static func all(_ object: ObjectDescription) -> [Grant] {
    let spec = object.resource.root["spec"]
    return (spec?["from"]?.items ?? []).flatMap { from in
      (spec?["to"]?.items ?? []).compactMap { to in
        guard let kind = from["kind"]?.text, let target = to["kind"]?.text else { return nil }
        return Grant(
          home: object.namespace, from: ResourceKind(group: (from["group"]?.text ?? "")[...], kind: kind),
          fromNamespace: from["namespace"]?.text ?? "",
          to: ResourceKind(group: (to["group"]?.text ?? "")[...], kind: target), name: to["name"]?.text)
      }
    }
  }

  /// If a manifest leaves out its namespace, it may be any.
  func permits(_ reference: ObjectDescription.Reference, of object: ObjectDescription, in namespace: String) -> Bool {
    (home == nil || home == namespace) && from == object.resource.kind
      && (object.namespace == nil || object.namespace == fromNamespace) && (name == nil || name == reference.name)
  }
}

extension ObjectDescription.Reference {
  /// Whether the other namespace must permit the reference. A parent needs no grant: it says itself which routes it
  /// accepts.
  fileprivate func needsGrant(from object: ObjectDescription) -> Bool {
    guard let namespace, namespace != object.namespace else { return false }
    return evidence.path.contains("backendRef") || evidence.path.contains("ertificateRef")
  }
}

extension Diagnostic {
  fileprivate static func notGranted(
    _ reference: ObjectDescription.Reference, _ object: ObjectDescription, _ namespace: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: reference.evidence.place, topic: .grant,
      "\(object.words) refers to the \(reference.kind.name) '\(reference.name.shortened())' in the namespace "
        + "'\(namespace.shortened())', but no ReferenceGrant there permits it; "
        + "add one for \(object.resource.kind.name) in '\((object.namespace ?? "default").shortened())'")
  }
}
