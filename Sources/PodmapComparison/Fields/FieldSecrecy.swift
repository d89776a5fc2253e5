import PodmapManifests
import PodmapTopology

/// What the fields around a value say about whether it may be shown.
struct FieldSecrecy {
  /// The flag before the value in a list: `--password`.
  var flag: String?
  /// The field that the value is in.
  private var field = ""
  /// What the field is called, and the fields around it if they suggest a credential.
  private var name: CredentialName?
  /// The last of these that suggests one.
  private var around: CredentialName?
  /// Whether the value is part of an object that contains nothing but secrets.
  private var isInSecret = false
  /// Whether the value is in such an object itself, rather than in a field of it.
  private var isSecretItself = false
  /// Whether the value is the type of such an object.
  private var isType = false
  /// Whether it is a part of a reference to an object.
  private var isInReference = false
  /// Whether it is in a schema, whose fields are names of fields.
  private var isInSchema = false
  /// Whether users choose the names of the fields: annotations, entries of a ConfigMap.
  private var isChosen = false
  /// Whether the kind makes Secrets, so that `data` is theirs.
  private var makesSecrets = false
  /// The name beside a `value`.
  private var beside: String?
  /// What the value is called.
  private var title = ""

  init() {}

  init(of kind: ResourceKind) {
    isInSecret = kind.isSecret
    isSecretItself = kind.isSecret
    makesSecrets = kind.name.lowercased().contains("secret")
  }

  // MARK: - Fields

  /// For the fields of a mapping.
  func inMapping(_ value: Value) -> FieldSecrecy {
    var inner = self
    inner.flag = nil
    inner.isSecretItself = isSecretItself && field.isEmpty
    if value.isSecretObject { (inner.isInSecret, inner.isSecretItself) = (true, true) }
    // `name: DB_PASSWORD` next to `value: …`, in lists of many kinds.
    inner.beside = nil
    let isSelector = Self.selectors.contains(field)
    for (key, value) in value.fields where !isSelector && Self.names.contains(key.written.lowercased()) {
      guard let text = value.isScalar ? value.text : value.items.first?.text else { continue }
      if inner.beside == nil || CredentialName(Self.withoutDomain(text)).suggestsCredential { inner.beside = text }
    }
    inner.isInReference =
      isInReference && !(Self.needsName(field) && !Self.namesObject(value)) || Self.isSelector(value)
    return inner
  }

  /// For the value of a field of a mapping.
  func inField(_ key: String, of parent: String) -> FieldSecrecy {
    var inner = self
    inner.field = key
    inner.isSecretItself = false
    inner.isChosen = Self.chosen.contains(parent) || isChosen && Self.chosen.contains(field)
    if isSecretItself, Self.identity.contains(key) { inner.isInSecret = false }
    if isInSecret, parent == "metadata", key == "name" || key == "namespace" { inner.isInSecret = false }
    inner.isInSecret =
      inner.isInSecret
      || makesSecrets && ["data", "stringdata", "encrypteddata", "binarydata"].contains(key.lowercased())
    inner.isType = isSecretItself && key == "type"
    inner.isInSchema = isInSchema || key == "openAPIV3Schema"
    let own = CredentialName(Self.withoutDomain(key), in: around)
    inner.name = isKeyName(key) ? around : own
    inner.title = key
    if let beside, Self.values.contains(key.lowercased()) {
      inner.title = beside
      inner.name = CredentialName(Self.withoutDomain(beside), in: around)
      if inner.name?.suggestsCredential ?? false { inner.around = inner.name }
    } else if own.suggestsCredential, !Self.containers.contains(key.lowercased()) {
      inner.around = own
    }
    // Only the values in a schema are values: `properties: {password: {default: …}}`.
    if isInSchema, !Self.valuesOfSchemas.contains(key) {
      inner.name = nil
      if parent != "properties" { inner.around = nil }
    }
    inner.isInReference = isInReference || Self.isReference(key)
    return inner
  }

  /// Whether a field contains the name of an object or of a key in it.
  private func isKeyName(_ key: String) -> Bool {
    key == "key" && !isChosen
      && !["api", "access", "secret", "private", "account", "signing", "encryption", "shared", "master", "license"]
        .contains(field.lowercased())
  }

  /// The name in a key such as `example.com/token`.
  private static func withoutDomain(_ key: String) -> Substring {
    guard let slash = key.lastIndex(of: "/"), key[..<slash].utf8.contains(UInt8(ascii: ".")) else { return key[...] }
    return key[key.index(after: slash)...]
  }

  private static func isReference(_ key: String) -> Bool {
    references.contains(key) || key.hasSuffix("Ref") || key.hasSuffix("Refs") || key.hasSuffix("Reference")
  }

  /// Whether a mapping in the field is only a reference if it names an object.
  private static func needsName(_ field: String) -> Bool {
    isReference(field) && field != "serviceAccountToken" && field != "tokenRequests"
  }

  private static func namesObject(_ value: Value) -> Bool {
    value["name"]?.isScalar ?? value["secretName"]?.isScalar ?? false
  }

  /// Whether a mapping is a reference, whatever it is called: `{name: db, key: password}`.
  private static func isSelector(_ value: Value) -> Bool {
    value["name"]?.isScalar ?? false && value["key"]?.isScalar ?? false
      && value.fields.allSatisfy { ofReferences.contains($0.key.written) }
  }

  // MARK: - Values

  /// Whether a value may not be shown.
  func hides(_ text: String) -> Bool {
    if isInSecret { return !(isType && Self.types.contains(text)) }
    // Only the number of lines of a multi-line text is shown.
    if text.utf8.dropLast().contains(UInt8(ascii: "\n")) { return false }
    if let flag, Credentials.hide(text, after: flag) { return true }
    if isInReference, Self.ofReferences.contains(field) { return Credentials.standOut(in: text, named: field) }
    if let name, name.suggestsCredential {
      return Credentials.hide(text, under: name, named: title)
    }
    return isInSchema || Self.structured.contains(field) && !isChosen
      ? Credentials.standOut(in: text, named: field) : Credentials.hide(text, named: title)
  }

  // MARK: - Names of fields

  /// What a `value` is called by the fields beside it.
  private static let names: Set<String> = [
    "name", "key", "path", "header", "field", "variable", "env", "property", "parameter", "param", "option", "setting",
    "label", "id", "target",
  ]

  /// Fields that contain what the fields beside them name.
  private static let values: Set<String> = [
    "value", "values", "val", "default", "defaultvalue", "data", "content", "contents", "text", "string", "literal",
    "example", "plaintext", "raw",
  ]

  private static let valuesOfSchemas: Set<String> = ["default", "example", "const"]

  /// The types of Secrets that Kubernetes and Helm define.
  private static let types: Set<String> = [
    "Opaque", "kubernetes.io/tls", "kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg",
    "kubernetes.io/basic-auth", "kubernetes.io/ssh-auth", "kubernetes.io/service-account-token",
    "bootstrap.kubernetes.io/token", "helm.sh/release.v1",
  ]

  /// What is shown of an object that contains nothing but secrets.
  private static let identity: Set<String> = ["apiVersion", "kind", "name", "namespace", "key", "group", "apiGroup"]

  /// Lists whose items are about the keys of labels and taints.
  private static let selectors: Set<String> = [
    "matchExpressions", "matchFields", "matchLabelExpressions", "tolerations", "taints", "taint",
  ]

  /// The parts of a reference to an object.
  private static let ofReferences: Set<String> = [
    "name", "namespace", "key", "kind", "group", "apiVersion", "apiGroup", "secretName", "secretNamespace", "optional",
    "resourceVersion", "path", "mode", "defaultMode", "audience", "expirationSeconds", "version", "uid", "fieldPath",
    "resource",
    "containerName", "divisor", "property", "signerName", "items", "sources",
  ]

  /// Fields that contain a reference to an object, although their names suggest a credential.
  private static let references: Set<String> = [
    "secret", "secrets", "imagePullSecrets", "serviceAccountToken", "tokenRequests", "configMapKeyRef",
  ]

  /// Lists and mappings whose names suggest a credential, and whose fields aren't part of one.
  private static let containers: Set<String> = ["webhooks", "webhook", "codes"]

  /// Mappings in which users choose the names of the fields.
  private static let chosen: Set<String> = [
    "data", "binaryData", "stringData", "annotations", "parameters", "volumeAttributes", "options", "attributes",
    "extra", "env", "environment", "config", "values", "headers", "args",
  ]

  /// Fields that contain a name, an image, an address or a rule, and no free text.
  private static let structured: Set<String> = [
    "image", "name", "namespace", "host", "hostname", "hosts", "path", "mountPath", "subPath", "subPathExpr", "server",
    "cidr", "ip", "clusterIP", "apiVersion", "kind", "key", "operator", "serviceName", "serviceAccountName",
    "nodeName", "topologyKey", "fieldPath", "resource", "resources", "verbs", "expression", "rule", "messageExpression",
    "matchLabels", "labels", "port", "targetPort", "containerPort", "storageClassName", "volumeName", "schedulerName",
  ]
}
