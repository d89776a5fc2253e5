import PodmapManifests

extension Finding {
  /// Routes and Gateways that refer to objects in another namespace without a ReferenceGrant there.
  static let referenceGrants = Finding("reference grants") { builder in
    let crossing = builder.objects.filter { object in
      object.resource.kind.group == gateway && object.references.contains { $0.needsGrant(from: object) }
    }
    guard !crossing.isEmpty else { return [] }
    let grants = Dictionary(grouping: builder.objects.flatMap(Grant.all), by: \.permission.to)
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

/// One permission of a ReferenceGrant.
private struct Grant {
  /// The namespace of the ReferenceGrant.
  var home: String?
  var permission: ReferenceGrant.Permission

  static func all(_ object: ObjectDescription) -> [Grant] {
    guard case .referenceGrant(let grant) = object.facts else { return [] }
    return grant.permissions.map { Grant(home: object.namespace, permission: $0) }
  }

  /// If a manifest leaves out its namespace, it may be any.
  func permits(_ reference: ObjectDescription.Reference, of object: ObjectDescription, in namespace: String) -> Bool {
    (home == nil || home == namespace) && permission.from == object.resource.kind
      && (object.namespace == nil || object.namespace == permission.fromNamespace)
      && (permission.name == nil || permission.name == reference.name)
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
      .warning, at: reference.evidence.place, topic: .missingGrant, about: [object.id.text],
      "\(object.words) refers to the \(reference.kind.name) '\(reference.name.shortened())' in the namespace "
        + "'\(namespace.shortened())', but no ReferenceGrant there permits it; "
        + "add one for \(object.resource.kind.name) in '\(object.innerNamespace.shortened())'")
  }
}
