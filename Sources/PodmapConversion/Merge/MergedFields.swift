import PodmapManifests

/// How to merge a field that several workloads may have.
enum MergeRule {
  /// Different values are refused. A missing field counts as the default value, if there is one.
  case conflict(standard: String? = nil)
  /// Like a conflict, but `--force` joins mappings.
  case conflictOfMaps
  /// The first value that is stated.
  case first(standard: String? = nil)
  /// The first value that is stated; a missing field doesn't count as a different value.
  case stated
  /// The largest number; a missing field counts as the default.
  case largest(standard: Int)
  /// The items of all workloads; equal items with the same key become one.
  case union(key: String)
  /// Left out, with a comment that preserves the value.
  case left(reason: String)
  /// Decided elsewhere.
  case elsewhere
  /// Set by the cluster, so it doesn't belong in a manifest.
  case dropped

  static let podSpec: [String: MergeRule] = [
    "initContainers": .elsewhere, "containers": .elsewhere, "ephemeralContainers": .elsewhere,
    "volumes": .elsewhere, "securityContext": .elsewhere,
    "nodeSelector": .conflictOfMaps, "affinity": .conflict(), "nodeName": .conflict(), "tolerations": .conflict(),
    "runtimeClassName": .conflict(), "hostNetwork": .conflict(standard: "false"),
    "hostPID": .conflict(standard: "false"), "hostIPC": .conflict(standard: "false"), "os": .conflict(),
    "hostUsers": .conflict(standard: "true"), "schedulerName": .conflict(standard: "default-scheduler"),
    "serviceAccountName": .conflict(standard: "default"), "serviceAccount": .conflict(standard: "default"),
    "restartPolicy": .conflict(standard: "Always"),
    "terminationGracePeriodSeconds": .largest(standard: 30),
    "imagePullSecrets": .union(key: "name"), "hostAliases": .union(key: "ip"),
    "topologySpreadConstraints": .union(key: ""), "readinessGates": .union(key: "conditionType"),
    "schedulingGates": .union(key: "name"), "resourceClaims": .union(key: "name"),
    "dnsPolicy": .first(standard: "ClusterFirst"), "enableServiceLinks": .first(standard: "true"),
    "shareProcessNamespace": .first(standard: "false"), "automountServiceAccountToken": .first(standard: "true"),
    "setHostnameAsFQDN": .first(standard: "false"),
    "resources": .left(reason: "it applies to one workload's containers only"),
  ]

  static let podSecurity: [String: MergeRule] = [
    "fsGroup": .conflict(), "supplementalGroups": .conflict(), "sysctls": .conflict(),
    "fsGroupChangePolicy": .conflict(), "supplementalGroupsPolicy": .conflict(), "seLinuxChangePolicy": .conflict(),
    "hostProcess": .conflict(),
  ]

  static let workloadSpec: [String: MergeRule] = [
    "replicas": .elsewhere, "selector": .elsewhere, "template": .elsewhere, "volumeClaimTemplates": .elsewhere,
    "strategy": .conflict(), "updateStrategy": .conflict(), "minReadySeconds": .largest(standard: 0),
    "paused": .conflict(standard: "false"), "serviceName": .stated, "podManagementPolicy": .stated,
    "persistentVolumeClaimRetentionPolicy": .stated, "ordinals": .stated, "revisionHistoryLimit": .stated,
    "progressDeadlineSeconds": .stated,
  ]

  static let metadata: [String: MergeRule] = [
    "name": .elsewhere, "namespace": .elsewhere, "labels": .elsewhere, "annotations": .elsewhere,
    "generateName": .dropped, "uid": .dropped, "resourceVersion": .dropped, "generation": .dropped,
    "creationTimestamp": .dropped, "managedFields": .dropped, "selfLink": .dropped, "deletionTimestamp": .dropped,
    "finalizers": .union(key: ""), "ownerReferences": .union(key: "uid"),
  ]
}

/// The fields of one mapping from all workloads that have it.
struct MergedFields {
  struct Source {
    /// "Deployment 'web'"
    var title: String
    /// `nil` if the workload doesn't have the mapping.
    var draft: Draft
    var place: (String) -> Place
  }

  /// In the order of the first workload, followed by the others.
  private(set) var fields: [Draft.Field] = []

  /// `path` is the name of the mapping in messages, with a dot at its end; empty for the pod's own fields.
  init(_ sources: [Source], rules: [String: MergeRule], path: String = "", _ report: inout MergeReport) {
    for key in sources.flatMap(\.draft.keys).uniqued {
      let rule = rules[key] ?? .first()
      let given = sources.map { $0.draft[key] }
      guard let first = given.firstIndex(where: { $0.map { !$0.isEmpty } ?? false }), let value = given[first] else {
        continue
      }
      let name = path + key
      func isStandard(_ draft: Draft?, _ standard: String?) -> Bool {
        draft.map { $0.isEmpty || $0.text == standard && standard != nil } ?? true
      }
      func isSame(_ other: Draft?, _ standard: String?) -> Bool {
        if isStandard(other, standard) && isStandard(value, standard) { return true }
        return other.map { $0.means(value) } ?? false
      }
      switch rule {
      case .elsewhere, .dropped: continue
      case .left(let reason):
        for (source, draft) in zip(sources, given) {
          guard let draft, !draft.isEmpty else { continue }
          report.warn(at: source.place(key), "\(name) of the \(source.title) is left out: \(reason)")
        }
        add(
          key, value: nil, kept: [],
          lost: zip(sources, given).compactMap { source, draft in
            draft.map { "left out of the \(source.title), \(name):" + "\n" + $0.commentLines.joined(separator: "\n") }
          })
      case .conflict(let standard), .first(let standard):
        let others = sources.indices.filter { !isSame(given[$0], standard) }
        guard let other = others.first else {
          add(key, value: value, kept: Array(given.dropFirst(first + 1)), lost: [])
          continue
        }
        // A stated value takes precedence over a default.
        let chosen = sources.indices.first { !isStandard(given[$0], standard) } ?? first
        let pair = chosen == other ? first : other
        let fact =
          "\(name) differs: "
          + [chosen, pair].sorted().map { Self.said(sources[$0], given[$0]) }.joined(separator: ", ")
        let place = sources[given[other] == nil ? chosen : other].place(key)
        let outcome = "takes that of the \(sources[chosen].title)"
        if case .first = rule {
          report.warn(at: place, "\(fact); the result has that of the \(sources[chosen].title)")
        } else {
          report.conflict(at: place, fact, outcome)
        }
        let kept = given[chosen] ?? value
        let lost = sources.indices.filter { !(given[$0]?.means(kept) ?? false) && $0 != chosen }
        add(key, value: kept, kept: [], lost: lost.map { Self.comment(sources[$0], given[$0], name) })
      case .conflictOfMaps:
        guard let other = sources.indices.first(where: { !isSame(given[$0], nil) }) else {
          add(key, value: value, kept: Array(given.dropFirst(first + 1)), lost: [])
          continue
        }
        report.conflict(
          at: sources[given[other] == nil ? first : other].place(key),
          "\(name) differs: the \(sources[first].title) and the \(sources[other].title) have different values",
          "takes all of them")
        var (joined, lost) = (value, [String]())
        for (source, draft) in zip(sources, given).dropFirst(first + 1) {
          for field in draft?.fields ?? [] {
            if let own = joined[field.key] {
              if !own.means(field.value) {
                lost.append("the \(source.title) has \(field.key): \(field.value.text ?? "something else")")
              }
            } else {
              joined[field.key] = field.value
            }
          }
        }
        add(key, value: joined, kept: [], lost: ["not all of the merged workloads had the same \(name)"] + lost)
      case .stated:
        let others = sources.indices.filter { position in
          given[position].map { !$0.isEmpty && !$0.means(value) } ?? false
        }
        if let other = others.first {
          report.warn(
            at: sources[other].place(key),
            "\(name) differs: \(Self.said(sources[first], value)), \(Self.said(sources[other], given[other])); the "
              + "result has that of the \(sources[first].title)")
        }
        add(key, value: value, kept: [], lost: others.map { Self.comment(sources[$0], given[$0], name) })
      case .largest(let standard):
        let numbers = given.map { $0?.integer ?? standard }
        let largest = numbers.max() ?? standard
        let holder = sources.indices.first { numbers[$0] == largest } ?? first
        if Set(numbers).count > 1 {
          report.note(
            at: sources[first].place(key),
            "\(name) differs; the result has the largest, \(largest) of the \(sources[holder].title)")
        }
        add(key, value: given[holder] ?? Draft(largest), kept: given, lost: [])
      case .union(let identity):
        var items: [Draft] = []
        for (source, draft) in zip(sources, given) {
          for item in draft?.items ?? [] {
            if items.contains(where: { $0.means(item) }) { continue }
            if let text = item[identity]?.text,
              let position = items.firstIndex(where: { $0[identity]?.text == text })
            {
              if identity == "ip" {
                var names = items[position]["hostnames"] ?? []
                names.items += (item["hostnames"]?.items ?? []).filter { name in
                  !names.items.contains { $0.means(name) }
                }
                items[position]["hostnames"] = names
                continue
              }
              report.warn(
                at: source.place(key),
                "\(name) has '\(text.shortened())' twice with different content; that of the "
                  + "\(source.title) is left out")
              items[position].say(Self.comment(source, item, name))
            } else {
              items.append(item)
            }
          }
        }
        var joined = value
        joined.items = items
        add(key, value: joined, kept: [], lost: [])
      }
    }
  }

  /// `kept` are equal values, whose comments are preserved; `lost` are comments about different ones.
  private mutating func add(_ key: String, value: Draft?, kept: [Draft?], lost: [String]) {
    guard var value else {
      pending += lost
      return
    }
    let own = value.allComments
    value.comments += kept.compactMap { $0 }.flatMap(\.allComments).filter { !own.contains($0) }.uniqued
    for text in lost { value.say(text) }
    fields.append(Draft.Field(key, value))
  }

  /// Comments about fields that the result lacks; they are put above the mapping.
  private(set) var pending: [String] = []

  private static func said(_ source: Source, _ draft: Draft?) -> String {
    "the \(source.title) has " + (draft.map { $0.text.map { "'\($0.shortened())'" } ?? "its own" } ?? "none")
  }

  static func comment(_ source: Source, _ draft: Draft?, _ name: String) -> String {
    guard let draft else { return "the \(source.title) had no \(name)" }
    if let text = draft.text { return "the \(source.title) had \(name): \(text)" }
    return "the \(source.title) had this \(name):\n" + draft.commentLines.joined(separator: "\n")
  }
}
