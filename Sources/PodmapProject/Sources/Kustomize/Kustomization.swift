internal import PodmapManifests

/// One kustomization file, as far as Podmap understands it.
struct Kustomization: Sendable {
  /// The folder as a path that can be opened.
  let folder: String
  /// The path of the kustomization file.
  let file: String
  /// The other kustomizations that it refers to, as paths that can be opened.
  var folders: [String]
  /// Those of `folders` that are components.
  var components: [String]
  /// The files that it reads, as paths that can be opened: resources, patches, inputs of generators.
  var files: [String]
  /// What it gets from elsewhere, as written: URLs and git repositories.
  var remote: [String]
  /// Whether it says that it is a component.
  var isComponent: Bool
  /// The fields that the built-in reader does not apply.
  var unapplied: [String]
  /// The whole file; `nil` if it can't be read.
  let document: Value?
  /// What it refers to, in the order of the fields in which kustomize reads them.
  let entries: [KustomizationEntry]

  /// The names that a kustomization file may have.
  static let names = RenderedSource.kustomization.markers

  /// The path of the kustomization file in a folder; `nil` if there is none.
  static func file(in folder: String) -> String? {
    names.lazy.map { KustomizationPath.join(folder, $0) }.first(where: FileSystem.isFile)
  }

  init(folder: String, file: String, document: Value?) {
    self.folder = folder
    self.file = file
    self.document = document
    entries = document.map { KustomizationField.entries(of: $0, folder: folder, file: file) } ?? []
    isComponent = document?["kind"]?.text == "Component"
    unapplied = KustomizationField.all.filter { field in
      field.effect == .ignored && !(document?[field.name].map(\.isAbsent) ?? true)
    }.map(\.name)
    let local = entries.filter { !$0.isRemote }
    remote = entries.filter(\.isRemote).map(\.text).uniqued
    folders = local.filter { $0.isFolder && $0.role != .file }.map(\.path).uniqued
    components = local.filter { $0.isFolder && $0.role == .component }.map(\.path).uniqued
    files = local.filter { !$0.isFolder && $0.role != .component }.map(\.path).uniqued
  }
}

extension Value {
  /// Whether a field with this value says nothing.
  fileprivate var isAbsent: Bool {
    isNull || (isSequence && items.isEmpty) || (isMapping && fields.isEmpty)
  }
}
