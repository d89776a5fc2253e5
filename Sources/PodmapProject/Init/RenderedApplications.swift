internal import PodmapManifests
internal import PodmapTopology

/// The applications that kustomizations and charts make.
struct RenderedApplications {
  private(set) var found: [FoundApplication] = []
  /// Why others aren't proposed.
  private(set) var remarks: [Diagnostic] = []
  /// The files that the rendered ones refer to.
  private(set) var referred: Set<FileSystem.Identity> = []

  init(_ folders: [RenderedFolder]) {
    for folder in folders where folder.isChart && HelmChart.isLibrary(folder.path) {
      remarks.append(.library(folder))
    }
    let groups = CandidatePlan(folders).groups
    let tried = Array(groups.prefix(Limit.draftRenderings.value))
    for group in groups.dropFirst(tried.count) { remarks.append(.notTried(group.members[0])) }
    for result in concurrentMap(tried, Self.application) {
      if let application = result.application { found.append(application) }
      remarks += result.remarks
      for folder in result.used {
        referred.formUnion(
          folder.source.parts(folder.path).files.compactMap { (try? FileSystem.kind(of: $0))?.identity })
      }
    }
  }

  private struct Result: Sendable {
    var application: FoundApplication?
    var remarks: [Diagnostic] = []
    var used: [RenderedFolder] = []
  }

  private static func application(_ group: CandidatePlan.Group) -> Result {
    var result = Result()
    let ordered = group.members.sorted { $0.path < $1.path }
    let first = group.usual ?? ordered[0]
    let rest = ordered.filter { $0.path != first.path }
    var application: FoundApplication?
    var failed: [(member: RenderedFolder, problem: Diagnostic)] = []
    // The first two that can be drawn; more than a few attempts would fail for the same reason.
    for member in ([first] + rest).prefix(Limit.draftVariants.value) {
      let read = LinkedInput(reading: [member.path], keepsSources: true)
      if let problem = read.refused.first ?? read.diagnostics.first(where: { $0.severity == .error }) {
        failed.append((member, problem))
        continue
      }
      guard read.runningWorkloads > 0 else {
        result.remarks.append(.runNothing([member.path]))
        continue
      }
      result.used.append(member)
      result.remarks += read.diagnostics.filter { $0.topic == .ownSource && $0.severity == .warning }
      guard application != nil else {
        application = FoundApplication(member, read, around: group.around)
        if !rest.isEmpty || group.isOneVariant { application?.variant = member.lastName }
        if rest.isEmpty { break }
        continue
      }
      application?.alternative = FoundApplication.Alternative(input: member.path, variant: member.lastName)
      break
    }
    result.application = application
    // Variants fail for the same reason.
    if let first = failed.first {
      result.remarks.append(.notProposed(first.member, first.problem, alike: failed.dropFirst().map(\.member)))
    }
    let others = ordered.filter { member in !(result.used + failed.map(\.member)).contains { $0.path == member.path } }
    if application != nil, !others.isEmpty { result.remarks.append(.others(others, than: result.used[0])) }
    return result
  }
}

extension CandidatePlan.Group {
  /// Whether the only member is called like a variant: `overlays/prod` beside `base`.
  fileprivate var isOneVariant: Bool {
    members.count == 1 && !members[0].isChart && ApplicationName.isVariant(members[0].lastName)
  }

  /// The folder around all members, which says what they are variants of; that of the only one, unless that is a variant.
  fileprivate var around: String {
    guard members.count > 1 else {
      let path = members[0].path
      return isOneVariant ? FileName.folder(of: path) : path
    }
    var parts = members[0].path.split(separator: "/")
    for member in members { parts = zip(parts, member.path.split(separator: "/")).prefix { $0 == $1 }.map(\.0) }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
