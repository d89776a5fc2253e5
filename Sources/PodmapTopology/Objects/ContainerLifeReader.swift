import PodmapManifests

extension Probe {
  /// The probes of a container, in the order in which they start.
  static func all(of container: Value) -> [Probe] {
    Kind.allCases.compactMap { kind in
      guard let value = container["\(kind.rawValue)Probe"], value.isMapping else { return nil }
      return Probe(value, kind: kind)
    }
  }

  private init(_ value: Value, kind: Kind) {
    self.init(kind: kind, action: Action(value) ?? .unstated)
    // As in the API, zero and negative numbers mean the default.
    func number(_ field: String) -> Int? { value[field]?.integer.flatMap { $0 > 0 ? $0 : nil } }
    initialDelay = number("initialDelaySeconds") ?? initialDelay
    period = number("periodSeconds") ?? period
    timeout = number("timeoutSeconds") ?? timeout
    successThreshold = number("successThreshold") ?? successThreshold
    failureThreshold = number("failureThreshold") ?? failureThreshold
    gracePeriod = number("terminationGracePeriodSeconds")
  }
}

extension Action {
  /// Reads what a probe (core/v1 `ProbeHandler`) or a hook (`LifecycleHandler`) does.
  init?(_ value: Value) {
    if let get = value["httpGet"] {
      // A query may contain a token.
      let path = (get["path"]?.text ?? "/").prefix { $0 != "?" && $0 != "#" }
      let shown = Credentials.shownName(path.hasPrefix("/") ? String(path) : "/\(path)")
      self = .httpGet(path: shown, port: get["port"]?.text ?? "")
    } else if let socket = value["tcpSocket"] {
      self = .tcpSocket(port: socket["port"]?.text ?? "")
    } else if let call = value["grpc"] {
      self = .grpc(port: call["port"]?.text ?? "")
    } else if let exec = value["exec"] {
      self = .exec(Self.program(exec["command"]?.items.first?.text ?? ""))
    } else if let seconds = value.at("sleep", "seconds")?.integer {
      self = .sleep(seconds)
    } else {
      return nil
    }
  }

  /// The name of the program that a command starts; arguments and variables may contain secrets.
  private static func program(_ command: String) -> String {
    let word = command.prefix { !$0.isWhitespace }
    guard !word.contains("="), !Credentials.hide(String(word)) else { return "" }
    return String(word.split(separator: "/").last ?? "")
  }
}

extension ContainerLife {
  /// `nil` if the container sets none of these fields.
  init?(_ value: Value) {
    let written = value["imagePullPolicy"]?.text
    // Live pods state the default explicitly.
    let pullPolicy = written == Container.defaultPullPolicy(of: value["image"]?.text ?? "") ? nil : written
    let hooks = value["lifecycle"]
    let rules = value["restartPolicyRules"]?.items ?? []
    guard pullPolicy != nil || hooks != nil || !rules.isEmpty else { return nil }
    self.init(
      pullPolicy: pullPolicy, postStart: hooks?["postStart"].flatMap { Action($0) },
      preStop: hooks?["preStop"].flatMap { Action($0) }, stopSignal: hooks?["stopSignal"]?.text,
      restartRules: rules.compactMap { RestartRule($0) })
  }
}

extension ContainerLife.RestartRule {
  fileprivate init?(_ value: Value) {
    guard let codes = value["exitCodes"].map(String.init(exitCodes:)) else { return nil }
    self.init(action: value["action"]?.text ?? "Restart", codes: codes)
  }
}

extension String {
  /// A condition on exit codes in words: "42", "not 0, 1".
  init(exitCodes value: Value) {
    let codes = (value["values"]?.items ?? []).map(\.written).joined(separator: ", ")
    self = value["operator"]?.text == "NotIn" ? "not \(codes)" : codes
  }
}
