internal import PodmapManifests
internal import PodmapTopology

/// Follows what kustomizations refer to, from one folder on.
struct KustomizationSearch {
  private(set) var found: [Kustomization] = []
  /// The position in `found` of each path of a folder.
  private(set) var positions: [String: Int] = [:]
  var report = KustomizationReport()

  private var identities: [FileSystem.Identity: Int] = [:]
  /// The folders that lead to the current one.
  private var ancestors: [FileSystem.Identity] = []

  /// Reads the kustomization in a folder, and what it refers to; `entry` is what refers to it.
  mutating func visit(_ folder: String, from entry: KustomizationEntry?) {
    let identity: FileSystem.Identity
    do throws(FileSystem.Failure) {
      identity = try FileSystem.kind(of: folder).identity
    } catch {
      report.add(.unreadable(folder, error), at: entry?.place ?? Place(file: folder))
      return
    }
    if ancestors.contains(identity) {
      report.add(.circle(entry?.text ?? folder), at: entry?.place)
      return
    }
    if let known = identities[identity] {
      positions[folder] = known
      return
    }
    guard let file = Kustomization.file(in: folder) else {
      report.add(.noKustomization(folder), at: entry?.place ?? Place(file: folder))
      return
    }
    guard ancestors.count < Limit.kustomizationDepth.value else {
      report.addOnce(.tooDeep, at: entry?.place)
      return
    }
    guard found.count < Limit.kustomizationFolders.value else {
      report.addOnce(.tooMany, at: entry?.place)
      return
    }
    let kustomization = Kustomization(folder: folder, file: file, document: document(in: file))
    positions[folder] = found.count
    identities[identity] = found.count
    found.append(kustomization)
    KustomizationCheck(kustomization, from: entry).add(to: &report)
    ancestors.append(identity)
    for entry in kustomization.entries where entry.isFolder && entry.role != .file {
      // kustomize refuses these too.
      if entry.text.hasPrefix("/") {
        report.add(.absolute(entry.text), at: entry.place)
      } else {
        visit(entry.path, from: entry)
      }
    }
    ancestors.removeLast()
  }

  private mutating func document(in file: String) -> Value? {
    let bytes: [UInt8]
    do throws(FileSystem.Failure) {
      bytes = try FileSystem.read(file)
    } catch {
      report.add(.unreadable(file, error), at: Place(file: file))
      return nil
    }
    let documents = YAMLDocuments(bytes, name: file)
    for diagnostic in documents.diagnostics { report.add(diagnostic) }
    guard let document = documents.roots.first else {
      if documents.diagnostics.isEmpty { report.add(.isEmpty, at: Place(file: file)) }
      return nil
    }
    if documents.roots.count > 1 { report.add(.severalDocuments, at: documents.roots[1].place(in: file)) }
    guard document.isMapping else {
      report.add(.notAMapping, at: document.place(in: file))
      return nil
    }
    return document
  }
}

extension String {
  static func unreadable(_ path: String, _ failure: FileSystem.Failure) -> String {
    failure.isTooLarge
      ? "'\(path.quotable)' is larger than \(Limit.fileSize.text); split the file"
      : "'\(path.quotable)' can't be read: \(failure.text); \(failure.advice)"
  }

  fileprivate static func circle(_ text: String) -> String {
    "'\(text.quotable)' leads back to a kustomization that refers to this one; remove the entry"
  }

  fileprivate static func noKustomization(_ folder: String) -> String {
    "the folder '\(folder.quotable)' has no \(Kustomization.names[0]); add one, or list its files"
  }

  fileprivate static let tooDeep =
    "kustomizations refer to each other through more than \(Limit.kustomizationDepth.text); deeper ones are not read"

  fileprivate static let tooMany =
    "more than \(Limit.kustomizationFolders.text) are needed; further ones are not read"

  fileprivate static let isEmpty = "the kustomization is empty; list what belongs to it under resources"

  fileprivate static let severalDocuments = "a kustomization must be one YAML document; remove the others"

  fileprivate static let notAMapping = "a kustomization must be a mapping; begin with resources:"

  fileprivate static func absolute(_ text: String) -> String {
    "'\(text.quotable)' is an absolute path; name the folder by its path from this one"
  }
}
