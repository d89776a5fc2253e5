import Foundation
import PodmapTestSupport
import Testing

@Suite("make install")
struct InstallTests {
  private let installed = [
    "bin/podmap", "share/bash-completion/completions/podmap", "share/fish/vendor_completions.d/podmap.fish",
    "share/man/man1/podmap.1", "share/podmap/commit", "share/zsh/site-functions/_podmap",
  ]

  @Test("It copies the command, its manual page and its completions, and uninstall removes them")
  func installs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let podmap = try PodmapCommand()
    let root = folder.url.appendingPathComponent("a root")
    let revision = String(repeating: "0123456789", count: 4)
    let settings = ["podmap=\(podmap.executable)", "DESTDIR=\(root.path)", "PREFIX=/usr", "revision=\(revision)"]
    // With sudo, what is built already is installed as it is.
    let make = { (target: String) in
      try run(
        try find("make", install: "apt-get install make"), [target] + settings,
        environment: ["SUDO_USER": "somebody", "MAKEFLAGS": ""], in: packageFolder())
    }
    let install = try make("install")
    #expect(install.exitCode == 0, "\(install.errors)")
    #expect(try files(below: root) == installed.map { "usr/\($0)" })

    let text = { (file: String) in try String(contentsOf: root.appendingPathComponent("usr/" + file), encoding: .utf8) }
    #expect(try run(root.path + "/usr/bin/podmap", ["--version"]).exitCode == 0)
    #expect(try text(installed[1]) == podmap("--generate-completion-script", "bash").output)
    #expect(try text(installed[2]) == podmap("--generate-completion-script", "fish").output)
    #expect(try text(installed[3]).contains(".Dt PODMAP 1"))
    #expect(try text(installed[4]) == revision + "\n")
    #expect(try text(installed[5]).hasPrefix("#compdef podmap\n"))
    let version = try run(root.path + "/usr/bin/podmap", ["--version", "--verbose"])
    #expect(String(decoding: version.output, as: UTF8.self).contains(" (commit 012345678901)\n"))
    for file in installed.dropFirst() {
      let attributes = try FileManager.default.attributesOfItem(atPath: root.path + "/usr/" + file)
      #expect(attributes[.posixPermissions] as? Int == 0o644, "\(file)")
    }

    let uninstall = try make("uninstall")
    #expect(uninstall.exitCode == 0, "\(uninstall.errors)")
    #expect(try files(below: root).isEmpty)
  }

  private func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder.path)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
