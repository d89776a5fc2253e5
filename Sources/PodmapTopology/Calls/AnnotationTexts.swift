import PodmapManifests

extension ObjectDescription {
  /// The annotations of an Ingress, or of the object's pods, that may name a Service, as those of ingress controllers
  /// and of injected programs do.
  var annotationReadings: [Reading] {
    if resource.kind == .ingress { return readings(of: resource.root, path: FieldPath()) }
    guard !templates.isEmpty else { return [] }
    return PodTemplateFinder.templates(of: podSource).flatMap { readings(of: $0.value, path: $0.path) }
  }

  private func readings(of object: Value, path: FieldPath) -> [Reading] {
    guard let annotations = object.at("metadata", "annotations") else { return [] }
    return annotations.fields.compactMap { key, value in
      // kubectl stores the whole object in this annotation.
      guard let text = value.text, key.written != "kubectl.kubernetes.io/last-applied-configuration",
        text.utf8.contains(where: { ":.".utf8.contains($0) }), text.contains("://") || text.contains(".svc")
      else { return nil }
      let isFile = text.utf8.contains(UInt8(ascii: "\n"))
      return Reading(
        text: text, value: value, file: (templates.isEmpty ? resource : podSource).file,
        path: path.appending("metadata").appending("annotations").appending(key.written).text,
        source: isFile ? .body : .value(isNamed: false), name: key.written, mayLeadOutside: false)
    }
  }
}
