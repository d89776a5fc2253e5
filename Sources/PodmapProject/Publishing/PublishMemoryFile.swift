/// Where a checkout keeps the memory of its last run: in a separate folder that git ignores.
struct PublishMemoryFile {
  static let folder = ".podmap-cache"
  private let file: String

  init(config: ProjectPath) {
    file = "\(Self.folder)/\(config.text.replacing("/", with: "-")).json"
  }

  func read() -> PublishMemory? {
    FileSystem.isFolder(Self.folder) && FileSystem.isFileItself(file)
      ? FileSystem.contents(of: file).flatMap { PublishMemory(reading: $0) } : nil
  }

  /// Makes the folder unless it exists, and returns it; `nil` if that fails.
  static func makeFolder() -> String? {
    let ignore = "\(folder)/.gitignore"
    // A link could lead to someone else's files.
    guard FileWriter.makeFolder(folder) else { return nil }
    if !FileSystem.exists(ignore) {
      try? AtomicFile.write(Array("# Created by podmap publish; it can be deleted at any time.\n*\n".utf8), to: ignore)
    }
    return folder
  }

  /// If the fingerprint can't be kept, the next run is only slower.
  func write(_ memory: PublishMemory) {
    guard Self.makeFolder() != nil, !FileSystem.exists(file) || FileSystem.isFileItself(file) else { return }
    try? AtomicFile.write(Array(memory.text.utf8), to: file)
  }
}
