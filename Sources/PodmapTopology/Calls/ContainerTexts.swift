import PodmapManifests

/// Gathers every text that a container reads: variables, arguments, probes' hosts, and the files that are mounted.
struct ContainerTexts {
  private let index: ConfigurationIndex
  private let services: ServiceIndex
  private let namespace: String
  private let file: String
  private(set) var readings: [Reading] = []
  /// What each variable holds, for `$(VAR)`; and whether that came from a Secret.
  private var variables: [String: (text: String, isSecret: Bool)] = [:]

  init(_ object: ObjectDescription, _ index: ConfigurationIndex, _ services: ServiceIndex) {
    self.index = index
    self.services = services
    namespace = object.namespace ?? "default"
    file = object.resource.file
  }

  /// Reads a container. `volumes` is the pod's `volumes`.
  mutating func read(_ container: Value, path: FieldPath, volumes: [Value]) {
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
  }

  private mutating func add(
    _ text: String, _ value: Value, path: String, _ source: AddressScan.Source, name: String, isSecret: Bool = false
  ) {
    let expanded = expand(text)
    readings.append(
      Reading(
        text: expanded.text, value: value, file: file, path: path, source: source, name: name,
        isSecret: isSecret || expanded.isSecret, isInjected: expanded.isInjected, isExpanded: expanded.text != text,
        hidden: expanded.hidden))
  }

  // MARK: - Variables

  private mutating func readAll(_ item: Value) {
    let prefix = item["prefix"]?.text ?? ""
    for (field, kind) in [("configMapRef", ResourceKind.configMap), ("secretRef", .secret)] {
      guard let name = item.at(field, "name")?.text,
        let found = index.entries(of: kind, name, in: namespace)
      else { continue }
      for entry in found.list { take(entry, as: prefix + entry.key, kind, file: found.file) }
    }
  }

  private mutating func readVariable(_ item: Value, path: () -> FieldPath) {
    guard let name = item["name"]?.text else { return }
    if let value = item["value"] {
      guard let text = value.text else { return }
      add(text, value, path: path().appending("value").text, .value(isNamed: AddressWords.say(name)), name: name)
      let last = readings[readings.count - 1]
      variables[name] = (last.text, last.isSecret)
      return
    }
    variables[name] = nil
    for (field, kind) in [("configMapKeyRef", ResourceKind.configMap), ("secretKeyRef", .secret)] {
      guard let reference = item.at("valueFrom", field), let object = reference["name"]?.text,
        let key = reference["key"]?.text, let found = index.entries(of: kind, object, in: namespace),
        let entry = found.list.first(where: { $0.key == key })
      else { continue }
      take(entry, as: name, kind, file: found.file)
    }
  }

  private mutating func take(_ entry: ConfigurationIndex.Entry, as name: String, _ kind: ResourceKind, file: String) {
    variables[name] = (entry.text, kind == .secret)
    // Whole files come this way too.
    let isFile = entry.text.utf8.contains(UInt8(ascii: "\n")) && entry.text.contains { !$0.isWhitespace }
    readings.append(
      Reading(
        text: entry.text, value: entry.value, file: file, path: entry.path,
        source: isFile ? .body : .value(isNamed: AddressWords.say(name)), name: name, isSecret: kind == .secret))
  }

  // MARK: - Arguments

  private mutating func readCommand(_ container: Value, _ path: FieldPath) {
    var isBehindFlag = false
    var flag: String?
    for field in ["command", "args"] {
      for (number, item) in (container[field]?.items ?? []).enumerated() {
        guard let text = item.text else { continue }
        let isFlag = text.hasPrefix("-") && !text.contains("=")
        add(
          text, item, path: path.appending(field).appending(number).text,
          isBehindFlag ? .value(isNamed: true) : .command, name: flag ?? field)
        flag = isFlag && AddressWords.sayName(isSecret: text) ? text : nil
        isBehindFlag = isFlag && (text == "-h" || text.hasPrefix("--") && AddressWords.say(text))
      }
    }
  }

  // MARK: - Files

  private mutating func readFiles(_ mount: Value, _ volumes: [Value]) {
    guard let name = mount["name"]?.text, let volume = volumes.first(where: { $0["name"]?.text == name }) else {
      return
    }
    for source in [volume] + (volume.at("projected", "sources")?.items ?? []) {
      for (field, kind) in [("configMap", ResourceKind.configMap), ("secret", .secret)] {
        guard let part = source[field], let object = (part["name"] ?? part["secretName"])?.text,
          let found = index.entries(of: kind, object, in: namespace)
        else { continue }
        let items = part["items"]?.items.map { ($0["key"]?.text ?? "", $0["path"]?.text ?? "") }
        for entry in found.list {
          let path = items.map { $0.first { $0.0 == entry.key }?.1 } ?? entry.key
          guard let path, mount["subPath"]?.text.map({ path == $0 || path.hasPrefix("\($0)/") }) ?? true else {
            continue
          }
          // A file of one line with one value is named by its own name.
          let isValue = !entry.text.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "=") }
          readings.append(
            Reading(
              text: entry.text, value: entry.value, file: found.file, path: entry.path,
              source: isValue ? .value(isNamed: AddressWords.say(entry.key)) : .body, name: entry.key,
              isSecret: kind == .secret))
        }
      }
    }
  }

  // MARK: - $(VAR)

  /// The text with its variables in it: `$(VAR)` as Kubernetes does it, and `$VAR_SERVICE_HOST` and
  /// `${VAR_SERVICE_HOST}` as a shell does.
  private func expand(_ text: String) -> (text: String, isSecret: Bool, isInjected: Bool, hidden: [String]) {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return (text, false, false, []) }
    var result = ""
    var hidden: [String] = []
    var (isSecret, isInjected) = (false, false)
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        // Two stand for one, and what is behind them is no variable.
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      let close: Character? = rest.first == "(" ? ")" : rest.first == "{" ? "}" : nil
      let name: Substring
      let behind: Substring
      if let close {
        guard let end = rest.firstIndex(of: close) else {
          result += "$"
          continue
        }
        name = rest[rest.index(after: rest.startIndex)..<end]
        behind = rest[rest.index(after: end)...]
      } else {
        name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        behind = rest[name.endIndex...]
      }
      if close == ")", let variable = variables[String(name)] {
        result += variable.text
        isSecret = isSecret || variable.isSecret
        if !variable.text.isEmpty, AddressWords.sayName(isSecret: String(name)) { hidden.append(variable.text) }
        rest = behind
      } else if variables[String(name)] == nil, let injected = services.injected(String(name), in: namespace) {
        result += injected
        isInjected = isInjected || close == ")"
        rest = behind
      } else {
        result += "$"
      }
    }
    return (result + rest, isSecret, isInjected, hidden)
  }
}
