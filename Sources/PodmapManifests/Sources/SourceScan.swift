/// Finds the files of an input: named files, directories with everything below them, standard input.
package struct SourceScan: Sendable {
  package private(set) var files: [SourceFile] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// Those of the messages that say why something the user named is not read at all.
  package private(set) var refused: [Diagnostic] = []
  /// Whether each input was a directory: then finding nothing in it is no error.
  package private(set) var isOnlyDirectories = true

  private var seen: Set<FileSystem.Identity> = []

  /// Reads every input; what can't be read becomes an error and stops nothing else.
  package init(_ inputs: [String]) {
    for input in inputs { read(input) }
  }

  /// Takes texts for files that the user named.
  package init(_ texts: [(name: String, text: String)]) {
    files = texts.map { SourceFile(name: $0.name, text: $0.text, isNamed: true) }
    isOnlyDirectories = false
  }

  private mutating func read(_ input: String) {
    if input == "-" {
      isOnlyDirectories = false
      do throws(FileSystem.Failure) {
        files.append(SourceFile(name: "-", bytes: try FileSystem.readStandardInput(), isNamed: true))
      } catch {
        refuse(.unreadable("-", error))
      }
      return
    }
    let name = Self.displayName(input)
    do throws(FileSystem.Failure) {
      let (kind, identity) = try FileSystem.kind(of: input)
      switch kind {
      case .directory:
        if let own = try ownSource(in: try FileSystem.names(in: input)) {
          isOnlyDirectories = false
          refuse(.ownSourceNamed(name, own))
        } else {
          try readDirectory(input, name: name, ancestors: [identity])
        }
      case .file, .pipe, .symbolicLink, .other:
        isOnlyDirectories = false
        let file = name.split(separator: "/").last.map(String.init) ?? name
        if let own = try ownSource(in: [file]) {
          let folder = input.lastIndex(of: "/").map { String(input[..<$0]) } ?? "."
          refuse(.ownSourceNamed(Self.displayName(folder), own))
          return
        }
        if kind == .file && !seen.insert(identity).inserted { return }
        files.append(SourceFile(name: name, bytes: try FileSystem.read(input), isNamed: true))
      }
    } catch {
      isOnlyDirectories = false
      refuse(.unreadable(name, error))
    }
  }

  private mutating func refuse(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    refused.append(diagnostic)
  }

  private mutating func readDirectory(
    _ path: String, name: String, ancestors: [FileSystem.Identity]
  ) throws(FileSystem.Failure) {
    for entry in try FileSystem.names(in: path) where !entry.hasPrefix(".") && entry != "node_modules" {
      let entryPath = path + "/" + entry
      let entryName = name.isEmpty ? entry : name + "/" + entry
      do throws(FileSystem.Failure) {
        let (kind, identity) = try FileSystem.kind(of: entryPath)
        switch kind {
        case .directory:
          // A link back to a folder above would never end.
          if ancestors.contains(identity) { continue }
          if let own = try ownSource(in: try FileSystem.names(in: entryPath)) {
            diagnostics.append(.ownSourceSkipped(entryName, own))
          } else {
            try readDirectory(entryPath, name: entryName, ancestors: ancestors + [identity])
          }
        case .file:
          guard Self.isCandidate(entry), seen.insert(identity).inserted else { continue }
          files.append(SourceFile(name: entryName, bytes: try FileSystem.read(entryPath), isNamed: false))
        case .pipe, .symbolicLink, .other:
          continue
        }
      } catch {
        diagnostics.append(.unreadable(entryName, error))
      }
    }
  }

  /// The file that makes a folder a source of its own, if it holds one.
  private func ownSource(in names: [String]) throws(FileSystem.Failure) -> OwnSource? {
    if let file = names.first(where: { ["kustomization.yaml", "kustomization.yml", "Kustomization"].contains($0) }) {
      return OwnSource(file: file, noun: "a kustomization", command: "kubectl kustomize")
    }
    if let file = names.first(where: { $0 == "Chart.yaml" }) {
      return OwnSource(file: file, noun: "a Helm chart", command: "helm template")
    }
    return nil
  }

  private static func isCandidate(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".yaml", ".yml", ".json"].contains { lower.hasSuffix($0) }
  }

  /// The input as it is shown, so that output does not depend on where a checkout lies.
  static func displayName(_ input: String) -> String {
    var name = Substring(input)
    while name.hasSuffix("/") && name.count > 1 { name.removeLast() }
    if name.hasPrefix("/") { return String(name.split(separator: "/").last ?? "") }
    while name.hasPrefix("./") { name = name.dropFirst(2).drop { $0 == "/" } }
    return name == "." ? "" : String(name)
  }
}

/// A folder that must be rendered by its own program before it can be read.
struct OwnSource {
  var file: String
  var noun: String
  var command: String
}

extension Diagnostic {
  fileprivate static func unreadable(_ name: String, _ failure: FileSystem.Failure) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: name.isEmpty ? "." : name),
      failure.isTooLarge
        ? "larger than 1 GiB; name the files that are to be drawn"
        : "can't be read: \(failure.text); check the path and its permissions")
  }

  fileprivate static func ownSourceNamed(_ name: String, _ own: OwnSource) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: name.isEmpty ? own.file : name + "/" + own.file), topic: .ownSource,
      "the folder is \(own.noun), which podmap does not render; "
        + "pipe its output in: \(own.command) \(name.isEmpty ? "." : name) | podmap draw -")
  }

  fileprivate static func ownSourceSkipped(_ name: String, _ own: OwnSource) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: name + "/" + own.file), topic: .ownSource,
      "the folder is \(own.noun) and was skipped; to draw it: \(own.command) \(name) | podmap draw -")
  }
}
