internal import PodmapManifests

extension DoctorSection {
  /// What `podmap.yaml` names.
  static let project = DoctorSection(title: "podmap.yaml") { examination in
    guard let project = examination.project else { return [DoctorRow("none; a first one is written by: podmap init")] }
    let errors = project.diagnostics.filter { $0.severity == .error }
    let parts = [
      project.diagrams.count.counted("diagram"), project.comparisons.count.counted("comparison"),
      project.documents.count.counted("document"), project.charts.count.counted("chart"),
    ]
    return [DoctorRow(parts.joined(separator: ", "))] + errors.map { DoctorRow($0.description, isProblem: true) }
  }

  /// The commands to run next.
  static let next = DoctorSection(title: "Next") { examination in
    let inputs = examination.inputs.map(\.name.word).joined(separator: " ")
    var rows: [DoctorRow] = []
    let missing = examination.sources.filter { $0.program == nil && $0.refusals.isEmpty }
    for programs in missing.map(\.folder.source.programs).uniqued {
      rows.append(DoctorRow("install \(programs), and look again: podmap doctor \(inputs)"))
    }
    let isDrawable = examination.inputs.contains { input in
      input.objects > 0 || input.isRevision || input.sources.contains(where: \.isDrawable)
    }
    if isDrawable { rows.append(DoctorRow("draw it: podmap draw \(inputs) -o app.svg")) }
    if examination.project != nil {
      rows.append(DoctorRow("write what podmap.yaml names: podmap publish"))
      rows.append(DoctorRow("see whether that is up to date: podmap publish --check"))
    } else if isDrawable {
      rows.append(DoctorRow("keep diagrams in the repository up to date: podmap init && podmap publish"))
    }
    if !isDrawable && missing.isEmpty {
      rows.insert(DoctorRow("draw a file or a folder with manifests: podmap draw FOLDER -o app.svg"), at: 0)
      rows.insert(DoctorRow("draw what runs in a cluster: \(String.clusterExport) | podmap - -o app.svg"), at: 1)
    }
    return rows
  }
}
