import PodmapManifests

extension Volume {
  /// Reads a volume (core/v1 `Volume`): a name, and one field that says where the data is kept.
  init?(_ value: Value) {
    guard let name = value["name"]?.text else { return nil }
    let field = value.fields.first { $0.key.written != "name" }
    let isReadOnly =
      field.map { ["configMap", "secret", "projected", "downwardAPI", "image"].contains($0.key.written) } ?? false
      || field?.value["readOnly"]?.boolean == true
    self.init(name: name, source: Source(value), isReadOnly: isReadOnly)
  }
}

extension Volume.Source {
  fileprivate init(_ volume: Value) {
    guard let (key, value) = volume.fields.first(where: { $0.key.written != "name" }) else {
      self = .pod("emptyDir")
      return
    }
    switch key.written {
    case "emptyDir":
      self = .pod(value["medium"]?.text == "Memory" ? "emptyDir in memory" : "emptyDir")
    case "configMap": self = .object(kind: "ConfigMap", name: value["name"]?.text ?? "")
    case "secret": self = .object(kind: "Secret", name: value["secretName"]?.text ?? "")
    case "persistentVolumeClaim": self = .object(kind: "claim", name: value["claimName"]?.text ?? "")
    case "hostPath": self = .hostPath(Credentials.shownName(value["path"]?.text ?? ""))
    case "projected":
      self = .projected(value["sources"]?.items.compactMap(Self.projection) ?? [])
    case "downwardAPI": self = .pod("downward API")
    case "ephemeral": self = .pod("ephemeral claim")
    case "csi": self = .driver("CSI \(value["driver"]?.text ?? "driver")")
    case "nfs": self = .driver(Credentials.shownName("NFS \(value["server"]?.text ?? ""):\(value["path"]?.text ?? "")"))
    case "dataVolume": self = .object(kind: "DataVolume", name: value["name"]?.text ?? "")
    case "containerDisk":
      self = .driver("disk of the image \(Credentials.shownName(value["image"]?.text ?? "", named: "image"))")
    case "image": self = .driver("image \(Credentials.shownName(value["reference"]?.text ?? "", named: "image"))")
    default: self = .driver(key.written)
    }
  }

  private static func projection(_ source: Value) -> String? {
    guard let (key, value) = source.fields.first else { return nil }
    switch key.written {
    case "configMap": return "ConfigMap \(value["name"]?.text ?? "")"
    case "secret": return "Secret \(value["name"]?.text ?? "")"
    case "serviceAccountToken": return "service account token"
    case "downwardAPI": return "downward API"
    default: return key.written
    }
  }
}
