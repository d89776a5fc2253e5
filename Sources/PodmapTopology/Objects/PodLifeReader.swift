import PodmapManifests

extension PodLife {
  /// Reads a pod's specification; `nil` if it sets none of these fields.
  init?(_ spec: Value) {
    self.init(
      gracePeriod: spec["terminationGracePeriodSeconds"]?.integer.flatMap { $0 == 30 ? nil : max(0, $0) },
      readinessGates: spec["readinessGates"]?.items.compactMap { $0["conditionType"]?.text } ?? [],
      schedulingGates: spec["schedulingGates"]?.items.compactMap { $0["name"]?.text } ?? [],
      scheduling: Self.scheduling(spec), activeDeadline: spec["activeDeadlineSeconds"]?.integer)
    let isEmpty =
      gracePeriod == nil && activeDeadline == nil && readinessGates.isEmpty && schedulingGates.isEmpty
      && scheduling.isEmpty
    if isEmpty { return nil }
  }

  private static func scheduling(_ spec: Value) -> [String] {
    var words: [String] = []
    let affinity = spec["affinity"]
    if affinity?.at("nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution")?.items.isEmpty == false {
      words.append("preferred nodes")
    }
    if affinity?["podAffinity"]?.isMapping == true { words.append("near certain pods") }
    if affinity?["podAntiAffinity"]?.isMapping == true { words.append("apart from certain pods") }
    for constraint in spec["topologySpreadConstraints"]?.items ?? [] {
      // "topology.kubernetes.io/zone"
      let key = constraint["topologyKey"]?.text?.split(separator: "/").last ?? "nodes"
      words.append("spread over \(key)")
    }
    let tolerations = (spec["tolerations"]?.items ?? []).filter { !isUsual($0) }.map {
      $0["key"]?.text ?? "every taint"
    }
    if !tolerations.isEmpty { words.append("tolerates \(tolerations.joined(separator: ", "))") }
    if let name = spec["priorityClassName"]?.text { words.append("priority \(name)") }
    if let name = spec["schedulerName"]?.text, name != "default-scheduler" { words.append("scheduler \(name)") }
    return words
  }
}

extension PodLife {
  /// Whether Kubernetes adds the toleration to every pod, for five minutes.
  /// https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions
  private static func isUsual(_ toleration: Value) -> Bool {
    toleration["tolerationSeconds"]?.integer == 300
      && ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"].contains(toleration["key"]?.text)
  }
}

extension WorkloadLife {
  /// Reads what a workload's specification says about its pods; `nil` if it says nothing.
  init?(_ kind: ResourceKind, _ spec: Value?) {
    guard let spec else { return nil }
    self.init()
    switch kind {
    case .deployment:
      updateStrategy = spec.at("strategy", "type")?.text
      isSuspended = spec["paused"]?.boolean ?? false
    case .daemonSet: updateStrategy = spec.at("updateStrategy", "type")?.text
    case .statefulSet:
      updateStrategy = spec.at("updateStrategy", "type")?.text
      podManagement = spec["podManagementPolicy"]?.text
      firstOrdinal = spec.at("ordinals", "start")?.integer ?? 0
      claimTemplates = spec["volumeClaimTemplates"]?.items.compactMap { $0.at("metadata", "name")?.text } ?? []
    case .job:
      isSuspended = spec["suspend"]?.boolean ?? false
      job = JobLife(spec)
    case .cronJob:
      isSuspended = spec["suspend"]?.boolean ?? false
      timeZone = spec["timeZone"]?.text
      concurrencyPolicy = spec["concurrencyPolicy"]?.text
      job = spec.at("jobTemplate", "spec").map { JobLife($0) }
    default: return nil
    }
    if self == WorkloadLife() { return nil }
  }
}

extension JobLife {
  fileprivate init(_ spec: Value) {
    let parallelism = spec["parallelism"]?.integer
    let perIndex = spec["backoffLimitPerIndex"]?.integer
    self.init(
      // Without both fields, the Job runs one pod.
      completions: spec["completions"]?.integer ?? (parallelism == nil ? 1 : nil), parallelism: parallelism ?? 1,
      backoffLimit: spec["backoffLimit"]?.integer ?? (perIndex == nil ? 6 : nil), backoffLimitPerIndex: perIndex,
      maxFailedIndexes: perIndex == nil ? nil : spec["maxFailedIndexes"]?.integer,
      isIndexed: spec["completionMode"]?.text == "Indexed", activeDeadline: spec["activeDeadlineSeconds"]?.integer,
      timeToLive: spec["ttlSecondsAfterFinished"]?.integer,
      failureRules: spec.at("podFailurePolicy", "rules")?.items.compactMap(Self.words) ?? [],
      successRules: spec.at("successPolicy", "rules")?.items.compactMap(Self.success) ?? [])
  }

  private static func success(_ rule: Value) -> String? {
    let indexes = rule["succeededIndexes"]?.written
    let count = rule["succeededCount"]?.integer
    switch (count, indexes) {
    case (let count?, let indexes?): return "\(count) of indexes \(indexes)"
    case (let count?, nil): return "\(count) \(count == 1 ? "index" : "indexes")"
    case (nil, let indexes?): return "indexes \(indexes)"
    case (nil, nil): return nil
    }
  }

  private static func words(_ rule: Value) -> String? {
    guard let action = rule["action"]?.text else { return nil }
    if let codes = rule["onExitCodes"] { return "\(action) on exit code \(String(exitCodes: codes))" }
    let conditions = rule["onPodConditions"]?.items.compactMap { $0["type"]?.text } ?? []
    return conditions.isEmpty ? action : "\(action) on \(conditions.joined(separator: ", "))"
  }
}
