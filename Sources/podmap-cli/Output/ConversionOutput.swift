import ArgumentParser
import PodmapComparison
import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes converted manifests: to standard output, to one file, or to a folder with a file for each of the input.
struct ConversionOutput {
  private enum Target {
    case standardOutput
    case file(String)
    case folder(String)
  }

  private let target: Target
  private let console: Console

  init(_ output: String?, inputs: [String], console: Console) throws {
    self.console = console
    switch output {
    case nil, "-": target = .standardOutput
    case .some(let path) where [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }:
      target = .file(path)
      try Self.refuseInput(path, inputs)
    case .some(let path):
      var folder = path[...]
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      target = .folder(String(folder))
      try Self.refuseInput(String(folder), inputs)
    }
  }

  /// What is written must not be read again by the next run, nor replace what was read.
  private static func refuseInput(_ path: String, _ inputs: [String]) throws {
    // A folder that is not there yet lies in the first one above it that is.
    var existing = path
    while resolved(existing) == nil, let slash = existing.lastIndex(of: "/"), slash > existing.startIndex {
      existing = String(existing[..<slash])
    }
    guard let own = resolved(existing) ?? resolved(".") else { return }
    for input in inputs where input != "-" {
      guard let other = resolved(input) else { continue }
      if own == other || own.hasPrefix(other + "/") {
        throw ValidationError("the output '\(path)' lies in the input '\(input)'; name a place outside of it")
      }
    }
  }

  private static func resolved(_ path: String) -> String? {
    realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
  }

  func write(_ conversion: Conversion, inputs: [String]) throws {
    let files = OutputFiles(console)
    switch target {
    case .standardOutput: try files.writeToStandardOutput(Array(conversion.text.utf8))
    case .file(let path): try files.write(Array(conversion.text.utf8), to: path)
    case .folder(let folder):
      let sources = Set(inputs.compactMap(Self.resolved))
      let paths = conversion.files.map { "\(folder)/\($0.name)" }
      if let path = paths.first(where: { Self.resolved($0).map(sources.contains) ?? false }) {
        console.say(Diagnostic(.error, at: Place(file: path), "this is an input; name another folder"))
        throw ExitCode(2)
      }
      for (file, path) in zip(conversion.files, paths) {
        try files.makeFolders(of: path)
        try files.write(Array(file.text.utf8), to: path)
      }
      reportStrangers(in: folder, besides: Set(conversion.files.map(\.name)))
    }
  }

  /// Files of an earlier run would be applied with the others.
  private func reportStrangers(in folder: String, besides own: Set<String>) {
    let names = (try? FileSystem.names(in: folder)) ?? []
    for name in names where !own.contains(name) && [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
      console.say(
        Diagnostic(
          .warning, at: Place(file: "\(folder)/\(name)"),
          "the file was there before and is no part of the result; delete it unless it belongs there"))
    }
  }
}
