internal import PodmapManifests
internal import PodmapTopology

/// Finds what kustomize would refuse in a kustomization file.
struct KustomizationCheck {
  private let kustomization: Kustomization
  /// What refers to the kustomization.
  private let user: KustomizationEntry?

  init(_ kustomization: Kustomization, from user: KustomizationEntry?) {
    self.kustomization = kustomization
    self.user = user
  }

  func add(to report: inout KustomizationReport) {
    addFile(to: &report)
    addKind(to: &report)
    addFields(to: &report)
    for entry in kustomization.entries where !entry.isRemote { add(entry, to: &report) }
  }

  private func addFile(to report: inout KustomizationReport) {
    let markers = Kustomization.names.filter {
      FileSystem.isFile(KustomizationPath.join(kustomization.folder, $0))
    }
    if markers.count > 1 { report.add(.severalFiles(markers), at: Place(file: kustomization.file)) }
  }

  private func addKind(to report: inout KustomizationReport) {
    guard let document = kustomization.document else { return }
    if let kind = document["kind"], !["Kustomization", "Component"].contains(kind.text) {
      report.add(.otherKind(kind.written), at: kind.place(in: kustomization.file))
    } else if let user, (user.role == .component) != kustomization.isComponent {
      report.add(.wrongField(user.text, isComponent: kustomization.isComponent), at: user.place)
    }
  }

  private func addFields(to report: inout KustomizationReport) {
    for (key, _) in kustomization.document?.fields ?? []
    where !KustomizationField.all.contains(where: { $0.name == key.written }) {
      report.add(.unknownField(key.written), at: key.place(in: kustomization.file))
    }
  }

  private func add(_ entry: KustomizationEntry, to report: inout KustomizationReport) {
    let kind: FileSystem.Kind
    do throws(FileSystem.Failure) {
      kind = try FileSystem.kind(of: entry.path).kind
    } catch {
      report.add(.unreadable(entry.text, error), at: entry.place)
      return
    }
    switch (entry.role, kind) {
    case (.component, .file), (.file, .directory): report.add(.wrongKind(entry), at: entry.place)
    case (_, .file), (_, .directory): return
    default: report.add(.noFile(entry.text), at: entry.place)
    }
  }
}

extension String {
  fileprivate static func severalFiles(_ names: [String]) -> String {
    "the folder has \(names.joined(separator: " and ")); keep one of them"
  }

  fileprivate static func otherKind(_ kind: String) -> String {
    "the kind of a kustomization can't be '\(kind.quotable)'; use Kustomization or Component"
  }

  fileprivate static func wrongField(_ text: String, isComponent: Bool) -> String {
    isComponent
      ? "'\(text.quotable)' is a component; list it under components"
      : "'\(text.quotable)' is not a component; list it under resources"
  }

  fileprivate static func unknownField(_ name: String) -> String {
    let hint = Spelling.nearest(to: name, among: KustomizationField.all.map(\.name)).map { "did you mean '\($0)'?" }
    return "kustomize has no field '\(name.quotable)'; \(hint ?? "remove it")"
  }

  fileprivate static func wrongKind(_ entry: KustomizationEntry) -> String {
    entry.role == .component
      ? "'\(entry.text.quotable)' is a file; name the folder of a component"
      : "'\(entry.text.quotable)' is a folder; name a file"
  }

  fileprivate static func noFile(_ text: String) -> String {
    "'\(text.quotable)' is neither a file nor a folder; name one of these"
  }
}
