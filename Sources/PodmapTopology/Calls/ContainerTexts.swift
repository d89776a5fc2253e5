import PodmapManifests

/// Collects every text that a container reads: variables, arguments, hosts of probes, and mounted files.
struct ContainerTexts {
  private let index: ConfigurationIndex
  private let services: ServiceIndex
  private let entriesOfSeveral: SharedEntries
  private let namespace: String
  private let file: String
  private(set) var readings: [Reading] = []
  /// The objects that have been opened.
  private var opened: [NodeID: Opened] = [:]
  private var variables: [String: Variable] = [:]
  /// The entries, and the variables, that the container itself names.
  private var namedEntries: Set<ConfigurationIndex.Key> = []
  private var namedVariables: Set<String> = []
  /// How many bytes variables have added to texts so far.
  private var growth = 0

  /// The value of a variable, for `$(VAR)`.
  private struct Variable {
    var text: String
    /// Whether it came from a Secret.
    var isSecret: Bool
    /// The parts of it that come from variables whose names suggest a secret.
    var hidden: [String] = []

    init(_ name: String, _ text: String, isSecret: Bool, hidden: [String] = []) {
      self.text = text
      self.isSecret = isSecret
      self.hidden = CredentialNames.mayMean(name) ? hidden + [text] : hidden
    }
  }

  init(
    _ object: ObjectDescription, _ index: ConfigurationIndex, _ services: ServiceIndex, _ shared: SharedEntries
  ) {
    entriesOfSeveral = shared
    self.index = index
    self.services = services
    namespace = object.innerNamespace
    file = object.podSource.file
  }

  /// Reads a container. `volumes` is the pod's `volumes`; `gathered` are the files that its sidecars fetch into them.
  mutating func read(_ container: Value, path: FieldPath, volumes: [Value], gathered: [GatheredFiles]) {
    for item in container["envFrom"]?.items ?? [] { readAll(item) }
    for (number, item) in (container["env"]?.items ?? []).enumerated() {
      readVariable(item, path: { path.appending("env").appending(number) })
    }
    readCommand(container, path)
    for probe in ["startupProbe", "readinessProbe", "livenessProbe"] {
      guard let host = container.at(probe, "httpGet", "host"), let text = host.text else { continue }
      let hostPath = path.appending(probe).appending("httpGet").appending("host").text
      add(text, host, path: hostPath, .value(isNamed: true), name: "host")
    }
    for mount in container["volumeMounts"]?.items ?? [] { readFiles(mount, volumes) }
    for files in gathered { readGathered(files, container) }
    for position in readings.indices {
      guard let entry = readings[position].shared else { continue }
      if namedEntries.contains(entry) || namedVariables.contains(readings[position].name) {
        readings[position].shared = nil
      }
    }
  }

  private mutating func add(
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

  private struct Opened {
    var file: String
    var list: [ConfigurationIndex.Entry]
    var byKey: [String: ConfigurationIndex.Entry]
  }

  /// The entries of an object in the container's namespace; each object is opened once.
  private mutating func entries(of kind: ResourceKind, _ name: String) -> Opened? {
    let id = NodeID(kind, name, in: namespace)
    if let known = opened[id] { return known }
    guard let found = index.entries(of: kind, name, in: namespace) else { return nil }
    let byKey = Dictionary(found.list.map { ($0.key, $0) }) { first, _ in first }
    opened[id] = Opened(file: found.file, list: found.list, byKey: byKey)
    return opened[id]
  }

  // MARK: - Variables

  private mutating func readAll(_ item: Value) {
    let prefix = item["prefix"]?.text ?? ""
    for (field, kind) in [("configMapRef", ResourceKind.configMap), ("secretRef", .secret)] {
      guard let name = item.at(field, "name")?.text,
        let found = entries(of: kind, name)
      else { continue }
      for entry in found.list {
        let shared = self.shared(entry, of: kind, name)
        take(entry, as: prefix + entry.key, kind, file: found.file, shared: shared)
      }
    }
  }

  private mutating func readVariable(_ item: Value, path: () -> FieldPath) {
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
      take(entry, as: name, kind, file: found.file)
    }
  }

  /// The key of an entry that other workloads load too.
  private func shared(
    _ entry: ConfigurationIndex.Entry, of kind: ResourceKind, _ object: String
  ) -> ConfigurationIndex.Key? {
    entriesOfSeveral.contains(entry.key, of: kind, object, in: namespace)
      ? ConfigurationIndex.Key(kind: kind, object: object, key: entry.key) : nil
  }

  private mutating func take(
    _ entry: ConfigurationIndex.Entry, as name: String, _ kind: ResourceKind, file: String,
    shared: ConfigurationIndex.Key? = nil
  ) {
    variables[name] = Variable(name, entry.text, isSecret: kind == .secret)
    // Whole files can be passed this way too.
    let isFile = entry.text.utf8.contains(UInt8(ascii: "\n")) && entry.text.contains { !$0.isWhitespace }
    readings.append(
      Reading(
        text: entry.text, value: entry.value, file: file, path: entry.path,
        source: isFile ? .body : .value(isNamed: AddressWords.say(name)), name: name, isSecret: kind == .secret,
        shared: shared))
  }

  // MARK: - Arguments

  private mutating func readCommand(_ container: Value, _ path: FieldPath) {
    var (isAfterFlag, isAfterSecretFlag) = (false, false)
    for field in ["command", "args"] {
      for (number, item) in (container[field]?.items ?? []).enumerated() {
        guard let text = item.text else { continue }
        let isFlag = text.hasPrefix("-") && !text.contains("=")
        add(
          text, item, path: path.appending(field).appending(number).text,
          isAfterFlag ? .value(isNamed: true) : .command, name: field, isSecret: isAfterSecretFlag)
        isAfterFlag = isFlag && (text == "-h" || text.hasPrefix("--") && AddressWords.say(text))
        isAfterSecretFlag = isFlag && CredentialNames.isField(text)
      }
    }
  }

  // MARK: - Files

  private mutating func readFiles(_ mount: Value, _ volumes: [Value]) {
    guard let name = mount["name"]?.text, let volume = volumes.first(where: { $0["name"]?.text == name }) else {
      return
    }
    for files in MountedFiles.all(mount, volume) {
      guard let found = entries(of: files.kind, files.name) else { continue }
      for entry in found.list where files.contains(entry.key) {
        // A file with a single value works like a variable with the file's name.
        let isValue = !entry.text.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "=") }
        let isScript = entry.text.hasPrefix("#!") || entry.key.hasSuffix(".sh")
        let text = isScript ? expand(entry.text, inShell: true) : Expanded(text: entry.text)
        readings.append(
          Reading(
            text: text.text, value: entry.value, file: found.file, path: entry.path,
            source: isScript ? .script : isValue ? .value(isNamed: AddressWords.say(entry.key)) : .body,
            name: entry.key, isSecret: files.kind == .secret || text.isSecret,
            shared: shared(entry, of: files.kind, files.name), isExpanded: text.text != entry.text,
            hidden: text.hidden))
      }
    }
  }

  /// Reads what a sidecar fetches into a volume that the container mounts.
  private mutating func readGathered(_ files: GatheredFiles, _ container: Value) {
    guard let volume = files.volume,
      (container["volumeMounts"]?.items ?? []).contains(where: { $0["name"]?.text == volume })
    else { return }
    for object in files.objects {
      guard let found = index.entries(of: object.kind, object.name, in: object.namespace) else { continue }
      for entry in found.list {
        // A dashboard is full of links for people.
        readings.append(
          Reading(
            text: entry.text, value: entry.value, file: found.file, path: entry.path, source: .body, name: entry.key,
            isSecret: object.kind == .secret, mayLeadOutside: !entry.key.hasSuffix(".json")))
      }
    }
  }

  // MARK: - $(VAR)

  /// A text with its variables expanded.
  private struct Expanded {
    var text: String
    var isSecret = false
    var isInjected = false
    var hidden: [String] = []
    /// The names of the variables.
    var mentioned: [String] = []
  }

  /// Expands the variables in a text: `$(VAR)` as Kubernetes does, `$VAR`, `${VAR}` and `${VAR:-default}` as a shell
  /// does in scripts, and Kubernetes' own variables in any text.
  private mutating func expand(_ text: String, inShell: Bool = false) -> Expanded {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return Expanded(text: text) }
    var result = ""
    var hidden: [String] = []
    var mentioned: [String] = []
    var (isSecret, isInjected) = (false, false)
    var rest = text[...]
    while let dollar = rest.utf8.firstIndex(of: UInt8(ascii: "$")) {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        // `$$` is an escaped dollar sign; no variable follows.
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      guard let mention = VariableMention(rest) else {
        result += "$"
        continue
      }
      let variable = variables[mention.name]
      let length = result.utf8.count + (variable?.text.utf8.count ?? 0)
      // Variables that each name another one twice would grow exponentially, and long chains would be expanded again
      // for each of their variables.
      let room = min(Limit.variableGrowth.value, Limit.containerGrowth.value - growth)
      let isTooLong = length > text.utf8.count + room
      if isTooLong {
        result += "$"
        continue
      }
      if let variable, mention.form == .kubernetes || inShell {
        result += variable.text
        mentioned.append(mention.name)
        isSecret = isSecret || variable.isSecret
        hidden += variable.hidden
      } else if variable == nil, let injected = services.injected(mention.name, in: namespace) {
        result += injected
        isInjected = isInjected || mention.form == .kubernetes
      } else if variable == nil, inShell, let defaultValue = mention.defaultValue {
        result += defaultValue
      } else {
        result += "$"
        continue
      }
      rest = mention.rest
    }
    growth += max(0, result.utf8.count + rest.utf8.count - text.utf8.count)
    return Expanded(
      text: result + rest, isSecret: isSecret, isInjected: isInjected, hidden: hidden, mentioned: mentioned)
  }
}

/// A mention of a variable after a `$`.
private struct VariableMention {
  enum Form { case kubernetes, shell }

  var name: String
  var form: Form
  /// The shell's default if the variable isn't set.
  var defaultValue: Substring?
  /// The text after the mention.
  var rest: Substring

  init?(_ text: Substring) {
    let opening = text.first
    form = opening == "(" ? .kubernetes : .shell
    let start = opening == "(" || opening == "{" ? text.dropFirst() : text
    let end =
      start.utf8.firstIndex {
        !((UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || "_-.".utf8.contains($0)
            && (opening == "(" || $0 == UInt8(ascii: "_")))
      } ?? start.endIndex
    guard end > start.startIndex else { return nil }
    name = String(start[..<end])
    rest = start[end...]
    switch opening {
    case "(":
      guard rest.first == ")" else { return nil }
      rest = rest.dropFirst()
    case "{":
      if rest.hasPrefix(":-") || rest.hasPrefix(":=") {
        // An address is short and contains no brace.
        guard let close = rest.utf8.prefix(Limit.shellDefault.value).firstIndex(of: UInt8(ascii: "}")) else {
          return nil
        }
        defaultValue = rest[..<close].dropFirst(2)
        rest = rest[close...]
      }
      guard rest.first == "}" else { return nil }
      rest = rest.dropFirst()
    default: break
    }
  }
}
