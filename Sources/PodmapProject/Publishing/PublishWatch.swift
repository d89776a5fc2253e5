internal import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Publishes again whenever something that outputs are made from changes, until the user stops it.
///
/// It checks times and sizes twice a second, which works on every file system, including network
/// file systems and those of containers.
package struct PublishWatch {
  private let home: ProjectHome
  private static let pause: useconds_t = 500_000

  package init(_ home: ProjectHome) {
    self.home = home
  }

  /// Calls `publish`, then `isWatching` with the number of files, again and again.
  package func run(_ publish: () -> Void, isWatching: (Int) -> Void) -> Never {
    while true {
      // Anything that changes while a run reads it is left to the next run.
      let sources = WatchedFiles(sourcesOf: project)
      publish()
      let pages = WatchedFiles(pagesOf: project)
      isWatching(sources.count + pages.count)
      repeat {
        usleep(Self.pause)
      } while WatchedFiles(sourcesOf: project) == sources
        && WatchedFiles(pagesOf: project) == pages
      waitForEnd()
    }
  }

  /// Programs write several files, and large ones in pieces.
  private func waitForEnd() {
    var before = WatchedFiles(sourcesOf: project)
    while true {
      usleep(Self.pause / 5)
      let now = WatchedFiles(sourcesOf: project)
      if now == before { return }
      before = now
    }
  }

  private var project: (file: ProjectFile, config: ProjectPath) {
    let bytes = (try? FileSystem.read(home.config.text)) ?? []
    return (ProjectFile(bytes, name: home.config.text), home.config)
  }
}

/// Files with their times and sizes, which show whether they have changed.
struct WatchedFiles: Equatable {
  private var stamps: [String: FileSystem.Stamp] = [:]

  var count: Int { stamps.count }

  /// The files that outputs are made from.
  init(sourcesOf project: (file: ProjectFile, config: ProjectPath)) {
    let (file, config) = project
    // Partials are next to the templates that name them.
    let templates = file.documents.map(\.template).filter(TemplateFile.isPath).map { template in
      template.lastIndex(of: "/").map { String(template[..<$0]) } ?? template
    }
    let icons = [file.look?.icons?.text].compactMap(\.self)
    let inputs = file.inputs.flatMap(\.self)
    let own = file.published
    for path in ([config.text] + templates + icons + inputs.map(\.text)).uniqued { add(path, besides: own) }
  }

  /// Pages and outputs are written by podmap as well, so their state is recorded only after podmap has written them.
  init(pagesOf project: (file: ProjectFile, config: ProjectPath)) {
    let pages = project.file.pictures.flatMap { $0.blocks.map(\.file.text) }
    for path in (pages + project.file.published).uniqued { add(path, besides: []) }
  }

  /// Adds the files below a path. Links are followed, as when manifests are read, so a circle of links needs a limit.
  private mutating func add(_ path: String, besides own: Set<String>, depth: Int = 0) {
    let plain = path.withoutDot
    if FileSystem.isFolder(path) || FileSystem.isFolder(path + "/.") {
      guard depth < Limit.watchDepth.value else { return }
      for name in (try? FileSystem.names(in: path)) ?? [] where !SourceScan.isLeftOut(name) {
        add("\(path)/\(name)", besides: own, depth: depth + 1)
      }
    } else if !own.contains(plain), let stamp = FileSystem.stamp(of: path) {
      stamps[plain] = stamp
    }
  }
}
