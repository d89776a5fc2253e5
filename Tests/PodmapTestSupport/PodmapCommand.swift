package import Foundation

/// The command that was built with the tests.
package struct PodmapCommand {
  package let executable: String

  package init() throws {
    executable = try builtProgram("podmap")
  }

  /// Runs `podmap` with arguments, in a folder.
  package func callAsFunction(
    _ arguments: String..., input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, in: folder, environment: environment)
  }

  package func run(
    _ arguments: [String], input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let finished = try PodmapTestSupport.run(
      executable, arguments, input: input.map { Data($0.utf8) }, environment: environment, in: folder)
    return Outcome(
      exitCode: finished.exitCode, output: String(decoding: finished.output, as: UTF8.self),
      messages: finished.errors.split(separator: "\n").map(String.init))
  }

  package struct Outcome: Sendable {
    package let exitCode: Int32
    package let output: String
    package let messages: [String]
  }
}

/// A program that was built with the tests.
package func builtProgram(_ name: String) throws -> String {
  // The test runner lies in the folder of built products; on macOS deep inside of a bundle there.
  var folder = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL ?? Bundle.main.bundleURL
  while !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent(name).path) {
    guard folder.path != "/" else { throw Failure("\(name) is not built beside the tests; run: swift build") }
    folder = folder.deletingLastPathComponent()
  }
  return folder.appendingPathComponent(name).path
}

/// The folder that `Package.swift` lies in.
package func packageFolder(of test: String = #filePath) -> URL {
  var folder = URL(fileURLWithPath: test).deletingLastPathComponent()
  while folder.path != "/"
    && !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
  { folder = folder.deletingLastPathComponent() }
  return folder
}
