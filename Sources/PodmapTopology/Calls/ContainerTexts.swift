import PodmapManifests

/// Collects every text that a container reads: variables, arguments, hosts of probes, and mounted files.
struct ContainerTexts {
  let index: ConfigurationIndex
  let services: ServiceIndex
  let entriesOfSeveral: SharedEntries
  let namespace: String
  let file: String
  /// Whether Kubernetes gives the container variables for the Services of its namespace (`enableServiceLinks`).
  let linksServices: Bool
  let labels: [Label]
  var readings: [Reading] = []
  /// The objects that have been opened.
  var opened: [NodeID: Opened] = [:]
  var variables: [String: Variable] = [:]
  /// The entries, and the variables, that the container itself names.
  var namedEntries: Set<ConfigurationIndex.Key> = []
  var namedVariables: Set<String> = []
  /// How many bytes variables have added to texts so far.
  var growth = 0

  /// The value of a variable, for `$(VAR)`.
  struct Variable {
    var text: String
    /// Whether it came from a Secret.
    var isSecret: Bool
    /// The parts of it that come from variables whose names suggest a secret.
    var hidden: [String] = []

    init(_ name: String, _ text: String, isSecret: Bool, hidden: [String] = []) {
      self.text = text
      self.isSecret = isSecret
      self.hidden = CredentialName(name).namesCredential ? hidden + [text] : hidden
    }
  }

  init(
    _ object: ObjectDescription, template: Int, _ spec: Value, _ index: ConfigurationIndex, _ services: ServiceIndex,
    _ shared: SharedEntries
  ) {
    linksServices = spec["enableServiceLinks"]?.boolean ?? true
    labels = object.templates[template].labels
    entriesOfSeveral = shared
    self.index = index
    self.services = services
    namespace = object.innerNamespace
    file = object.podSource.file
  }

  /// Reads a container. `volumes` is the pod's `volumes`; `gathered` are the files that its sidecars fetch into them.
  mutating func read(_ container: Value, path: FieldPath, volumes: [String: Value], gathered: [GatheredFiles]) {
    for item in container["envFrom"]?.items ?? [] { readAll(item) }
    for (number, item) in (container["env"]?.items ?? []).enumerated() {
      readVariable(item, path: { path.appending("env").appending(number) })
    }
    let job = ContainerJob(container)
    if !job.makesCertificates { readCommand(container, path) }
    for probe in ["startupProbe", "readinessProbe", "livenessProbe"] {
      guard let host = container.at(probe, "httpGet", "host"), let text = host.text else { continue }
      let hostPath = path.appending(probe).appending("httpGet").appending("host").text
      add(text, host, path: hostPath, .value(isNamed: true), name: "host")
    }
    let programs = RunPrograms(container)
    if !job.onlyWatchesFiles {
      for mount in container["volumeMounts"]?.items ?? [] { readFiles(mount, volumes, programs) }
      for files in gathered { readGathered(files, container) }
    }
    markIdleScripts()
    for position in readings.indices {
      guard let entry = readings[position].shared else { continue }
      if namedEntries.contains(entry) || namedVariables.contains(readings[position].name) {
        readings[position].shared = nil
      }
    }
  }

  mutating func add(
    _ text: String, _ value: Value, path: String, _ source: AddressScan.Source, name: String, isSecret: Bool = false
  ) {
    let expanded = expand(text, inShell: source.isShell)
    namedVariables.formUnion(expanded.mentioned)
    readings.append(
      Reading(
        text: expanded.text, value: value, file: file, path: path, source: source, name: name,
        isSecret: isSecret || expanded.isSecret, isInjected: expanded.isInjected, isExpanded: expanded.text != text,
        hidden: expanded.hidden))
  }

  struct Opened {
    var file: String
    var list: [ConfigurationIndex.Entry]
    var byKey: [String: ConfigurationIndex.Entry]
  }

  /// The entries of an object in the container's namespace; each object is opened once.
  mutating func entries(of kind: ResourceKind, _ name: String) -> Opened? {
    let id = NodeID(kind, name, in: namespace)
    if let known = opened[id] { return known }
    guard let found = index.entries(of: kind, name, in: namespace) else { return nil }
    let byKey = Dictionary(found.list.map { ($0.key, $0) }) { first, _ in first }
    opened[id] = Opened(file: found.file, list: found.list, byKey: byKey)
    return opened[id]
  }

  // MARK: - Variables

  mutating func readAll(_ item: Value) {
    let prefix = item["prefix"]?.text ?? ""
    for (field, kind) in [("configMapRef", ResourceKind.configMap), ("secretRef", .secret)] {
      guard let name = item.at(field, "name")?.text,
        let found = entries(of: kind, name)
      else { continue }
      for entry in found.list {
        let shared = self.shared(entry, of: kind, name)
        take(entry, as: prefix + entry.key, kind, name, file: found.file, shared: shared)
      }
    }
  }

  mutating func readVariable(_ item: Value, path: () -> FieldPath) {
    guard let name = item["name"]?.text else { return }
    if let value = item["value"] {
      guard let text = value.text else { return }
      add(text, value, path: path().appending("value").text, .value(isNamed: AddressWords.say(name)), name: name)
      let last = readings[readings.count - 1]
      variables[name] = Variable(name, last.text, isSecret: last.isSecret, hidden: last.hidden)
      return
    }
    variables[name] = nil
    for (field, kind) in [("configMapKeyRef", ResourceKind.configMap), ("secretKeyRef", .secret)] {
      guard let reference = item.at("valueFrom", field), let object = reference["name"]?.text,
        let key = reference["key"]?.text, let found = entries(of: kind, object), let entry = found.byKey[key]
      else { continue }
      namedEntries.insert(ConfigurationIndex.Key(kind: kind, object: object, key: key))
      take(entry, as: name, kind, object, file: found.file)
    }
    if let field = item.at("valueFrom", "fieldRef", "fieldPath") { takeField(field, as: name, path) }
  }

  /// Takes what a variable says about the pod itself.
  private mutating func takeField(_ field: Value, as name: String, _ path: () -> FieldPath) {
    guard let written = field.text, let source = PodField(path: written) else { return }
    switch source {
    case .namespace: variables[name] = Variable(name, namespace, isSecret: false)
    case .label(let key):
      if let label = labels.first(where: { $0.key == key }) {
        variables[name] = Variable(name, label.value, isSecret: false)
      }
    case .node, .pod:
      variables[name] = Variable(name, source.placeholder, isSecret: false)
      readings.append(
        Reading(
          text: source.placeholder, value: field, file: file,
          path: path().appending("valueFrom").appending("fieldRef").appending("fieldPath").text,
          source: .value(isNamed: AddressWords.say(name)), name: name, isExpanded: true))
    }
  }

  /// The key of an entry that other workloads load too.
  func shared(
    _ entry: ConfigurationIndex.Entry, of kind: ResourceKind, _ object: String
  ) -> ConfigurationIndex.Key? {
    entriesOfSeveral.contains(entry.key, of: kind, object, in: namespace)
      ? ConfigurationIndex.Key(kind: kind, object: object, key: entry.key) : nil
  }

  mutating func take(
    _ entry: ConfigurationIndex.Entry, as name: String, _ kind: ResourceKind, _ holder: String, file: String,
    shared: ConfigurationIndex.Key? = nil
  ) {
    variables[name] = Variable(name, entry.text, isSecret: kind == .secret)
    // Whole files can be passed this way too.
    let isFile = entry.text.utf8.contains(UInt8(ascii: "\n")) && entry.text.contains { !$0.isWhitespace }
    readings.append(
      Reading(
        text: entry.text, value: entry.value, file: file, path: entry.path,
        source: isFile ? .body : .value(isNamed: AddressWords.say(name)), name: name, isSecret: kind == .secret,
        shared: shared, holder: holder))
  }

  // MARK: - Arguments

  mutating func readCommand(_ container: Value, _ path: FieldPath) {
    // The argument before, if it is a flag.
    var flag = ""
    for field in ["command", "args"] {
      for (number, item) in (container[field]?.items ?? []).enumerated() {
        guard let text = item.text else { continue }
        let isFlag = text.hasPrefix("-") && !text.contains("=")
        defer { flag = isFlag ? text : "" }
        if !isFlag, CertificateWords.say(field: flag) { continue }
        let isAfterFlag = flag == "-h" || flag.hasPrefix("--") && AddressWords.say(flag)
        add(
          text, item, path: path.appending(field).appending(number).text,
          isAfterFlag ? .value(isNamed: true) : .command, name: field, isSecret: Credentials.hide(text, after: flag))
      }
    }
  }
}
