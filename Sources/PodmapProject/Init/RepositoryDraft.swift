package import PodmapManifests

/// What `podmap init` proposes for the current folder, and what it has to say about the rest.
package struct RepositoryDraft {
  package let project: ProjectDraft
  package private(set) var remarks: [Diagnostic] = []

  package init(onStep say: @escaping @Sendable (String) -> Void = { _ in }) {
    say("finding manifests")
    let survey = RepositorySurvey.ofCurrentFolder(onStep: say)
    remarks = survey.skipped.map { .skipped($0.folders, because: $0.reason) }
    if !survey.rendered.isEmpty { say("rendering kustomizations and charts") }
    let rendered = RenderedApplications(survey.rendered)
    remarks += rendered.remarks.joined

    // What a kustomization refers to is drawn with it.
    let isReferred = { (file: ManifestFile) in
      (try? FileSystem.kind(of: file.path)).map { rendered.referred.contains($0.identity) } ?? false
    }
    let referred = rendered.referred.isEmpty ? [] : Set(survey.files.filter(isReferred).map(\.path))
    let mixed = survey.mixed.union(survey.files.filter { referred.contains($0.path) }.map(\.folder))
    for file in survey.files { if let problem = file.problem { remarks.append(.notProposed([file.path], problem)) } }
    let tree = PlainFolder(survey.files.filter { $0.problem == nil && !referred.contains($0.path) })
    let sets = tree.sets()
    let idle = sets.filter { $0.workloads == 0 }
    if !idle.isEmpty { remarks.append(.runNothing(idle.map { $0.rank == nil ? $0.folder : $0.files[0].path })) }
    let running = Dictionary(grouping: sets.filter { $0.workloads > 0 }, by: \.folder)
      .sorted { $0.key < $1.key }.map { RankedSets($0.value) }
    let pieces = running.flatMap(\.pieces)
    if !pieces.isEmpty { remarks.append(.fragments(pieces.flatMap { $0.files.map(\.path) })) }
    let plain = running.flatMap(\.complete).map { FoundApplication($0) }

    say("reading what was found")
    var choice = ApplicationChoice(plain + rendered.found, in: tree, mixed: mixed)
    project = choice.draft()
    remarks += choice.remarks
  }
}
