internal import PodmapManifests

/// One thing that a kustomization file refers to.
struct KustomizationEntry: Sendable {
  enum Role: Sendable {
    /// Objects: a file with manifests, or another kustomization.
    case resource
    /// A kustomization that changes the objects so far.
    case component
    /// The configuration of a generator, transformer or validator: a file, or a kustomization that yields such files.
    case plugin
    /// Any other file.
    case file
  }

  let role: Role
  /// As written.
  let text: String
  /// A path that can be opened.
  let path: String
  let place: Place
  let isRemote: Bool
  let isFolder: Bool

  init(_ role: Role, _ text: String, in folder: String, at place: Place) {
    self.role = role
    self.text = text
    self.place = place
    path = KustomizationPath.join(folder, text)
    let kind = (try? FileSystem.kind(of: path))?.kind
    isRemote = RemoteEntry.isRemote(text, found: kind)
    isFolder = kind == .directory && !isRemote
  }
}
