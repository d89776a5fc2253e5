import Foundation
import PodmapTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What podmap does when the machine does not do what it should.
@Suite("Faults of the machine")
struct FaultTests {
  private let podmap: PodmapCommand
  private let folder: TemporaryFolder

  init() throws {
    podmap = try PodmapCommand()
    folder = try TemporaryFolder()
    try folder.write(pod, to: "pod.yaml")
    try folder.write("diagrams: [{name: a, inputs: [pod.yaml], files: [docs/a.svg, docs/a.mmd]}]\n", to: "podmap.yaml")
  }

  /// Runs a line of a shell, in which `podmap` is the command.
  private func shell(_ line: String, environment: [String: String] = [:]) throws -> FinishedProcess {
    try run(
      "/bin/bash", ["-c", "podmap() { \"$PODMAP_TESTED\" \"$@\"; }; \(line)"],
      environment: environment.merging(["PODMAP_TESTED": podmap.executable]) { one, _ in one }, in: folder.url)
  }

  private func check(
    _ line: String, exitCode: Int32, says message: String = "", environment: [String: String] = [:],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let finished = try shell(line, environment: environment)
    #expect(finished.exitCode == exitCode, "\(line): \(finished.errors)", sourceLocation: location)
    #expect(
      message.isEmpty || finished.errors.contains(message), "\(line): \(finished.errors)", sourceLocation: location)
  }

  @Test(
    "What can't be written to standard output ends with 2 and a message",
    arguments: [
      "--help", "draw --help", "help draw", "--version", "-V", "--version --verbose", "", "draw pod.yaml",
      "inspect pod.yaml", "templates", "doctor pod.yaml", "split pod.yaml", "--generate-completion-script bash",
      "draw pod.yaml --format svg", "compare pod.yaml pod.yaml", "publish --check",
    ])
  func output(_ words: String) throws {
    defer { folder.remove() }
    try check("podmap \(words) </dev/null >&-", exitCode: 2, says: "standard output can't be written: it is closed")
    #if os(Linux)
      try check(
        "podmap \(words) </dev/null >/dev/full", exitCode: 2, says: "standard output can't be written: No space")
    #endif
  }

  @Test("Streams that are closed get nothing of what is meant for files")
  func closed() throws {
    defer { folder.remove() }
    try check(
      "podmap draw pod.yaml -o a.svg <&- >&- && podmap draw pod.yaml -o b.svg <&- >&- 2>&-", exitCode: 0)
    let files = ["a.svg", "b.svg"].map { folder.url.appendingPathComponent($0) }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    #expect(try String(contentsOf: files[0], encoding: .utf8).hasPrefix("<?xml"))
    try check("podmap publish <&- >&- 2>&-; podmap publish --check", exitCode: 0, says: "2 up to date")
    try check("podmap draw - <&-", exitCode: 1, says: "error: ")
  }

  @Test("A reader that is gone has what it wanted: the signal that says so ends podmap without a message")
  func reader() throws {
    defer { folder.remove() }
    for words in ["--help", "draw pod.yaml", "inspect pod.yaml"] {
      let finished = try shell("set -o pipefail; (sleep 0.2; podmap \(words)) | true")
      #expect([0, 128 + SIGPIPE].contains(finished.exitCode) && finished.errors.isEmpty, "\(finished)")
    }
  }

  @Test("With few files that may be open, podmap works or says so", arguments: [4, 5, 6, 8, 10, 12, 14, 16, 20, 32])
  func descriptors(_ count: Int) throws {
    defer { folder.remove() }
    for words in ["draw pod.yaml --format svg", "publish", "inspect pod.yaml", "--help"] {
      let finished = try shell("ulimit -n \(count) || exit 99; exec \"$PODMAP_TESTED\" \(words)")
      #expect([0, 2, 99].contains(finished.exitCode), "\(words): \(finished.exitCode) \(finished.errors)")
      if finished.exitCode == 2 {
        #expect(finished.errors.contains("error: "), "\(words): \(finished.errors)")
      }
      if (4...8).contains(count) {
        #expect(finished.exitCode == 2 && finished.errors.contains("allow more of them: ulimit -n"))
      }
    }
  }

  @Test("A file that can't be written ends with 2, says why, and leaves the old one and nothing else")
  func files() throws {
    defer { folder.remove() }
    try folder.write("old", to: "old.svg")
    let space = "no space left on device; check the folder's permissions and the disk space"
    #if os(Linux)
      try check("ln -s /dev/full full.svg; podmap draw pod.yaml -o full.svg", exitCode: 2, says: space)
    #endif
    try check(
      "ulimit -f 1; podmap draw pod.yaml -o old.svg", exitCode: 2, says: "old.svg: error: can't be written")
    #expect(try String(contentsOf: folder.url.appendingPathComponent("old.svg"), encoding: .utf8) == "old")
    try check("podmap draw pod.yaml -o none/a.svg", exitCode: 2, says: "create the folder first")
    try check("mkdir a.svg; podmap draw pod.yaml -o a.svg", exitCode: 2, says: "a.svg: error: can't be written")
    try check("ulimit -f 1; podmap publish", exitCode: 2, says: "docs/a.svg: error: can't be written")
    #expect(try leftovers() == [])
    try check("podmap publish", exitCode: 0, says: "1 written, 1 up to date")
  }

  @Test("A folder for temporary files that can't be used costs icons, not the picture")
  func temporaryFolder() throws {
    defer { folder.remove() }
    let environment = ["TMPDIR": "/nonexistent"]
    try check(
      "podmap draw pod.yaml -o a.png", exitCode: 0, says: "set TMPDIR to a writable folder", environment: environment)
    try check("podmap draw pod.yaml -o a.svg", exitCode: 0, environment: environment)
  }

  @Test(
    "Locales, time zones and clocks change nothing",
    arguments: [
      ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C", "LANG": "C"], ["LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"],
      ["LC_ALL": "nonsense"], ["TZ": "Pacific/Kiritimati"], ["TZ": ":/dev/zero"], ["SOURCE_DATE_EPOCH": "-1"],
      ["HOME": "/nonexistent"], ["TERM": "dumb", "COLUMNS": "1"],
    ])
  func surroundings(_ environment: [String: String]) throws {
    defer { folder.remove() }
    try folder.write(pod.replacing("nginx", with: "nginx-ıİß日本"), to: "other.yaml")
    for format in ["svg", "mermaid", "json", "dot"] {
      let (one, two) = (
        try podmap("draw", "other.yaml", "--format", format, in: folder.url),
        try podmap("draw", "other.yaml", "--format", format, in: folder.url, environment: environment)
      )
      #expect(one.exitCode == 0 && two.exitCode == 0 && one.output == two.output, "\(format)")
      #expect(one.messages == two.messages)
    }
  }

  @Test("A device is refused at once, and a named pipe that nobody writes to after a while")
  func odd() throws {
    defer { folder.remove() }
    try check("podmap inspect /dev/zero", exitCode: 1, says: "it is a device; name a file, a folder, or '-'")
    try check("podmap draw /dev/random pod.yaml", exitCode: 1, says: "it is a device")
    try check("podmap draw pod.yaml --config /dev/zero", exitCode: 64, says: "it is a device")
    let start = Date()
    try check("mkfifo pipe; podmap inspect pipe", exitCode: 1, says: "nothing was written to it within 10 seconds")
    #expect(Date().timeIntervalSince(start) < 30)
    // Below a folder, neither is a manifest.
    try check("mkdir in; mv pipe in/pipe.yaml; cp pod.yaml in; podmap inspect in", exitCode: 0)
  }

  @Test("What other programs write to a pipe is read, however slowly")
  func pipes() throws {
    defer { folder.remove() }
    for line in [
      "podmap inspect <(cat pod.yaml)", "podmap inspect <(head -c 20 pod.yaml; sleep 1; tail -c +21 pod.yaml)",
      "podmap inspect /dev/stdin <pod.yaml", "cat pod.yaml | podmap inspect /dev/stdin",
      "mkfifo pipe; (sleep 1; cat pod.yaml >pipe) & podmap inspect pipe",
    ] {
      let finished = try shell(line)
      #expect(finished.exitCode == 0, "\(line): \(finished.errors)")
      #expect(String(decoding: finished.output, as: UTF8.self).contains("nginx"), "\(line)")
    }
  }

  #if os(Linux)
    @Test("A file whose name isn't UTF-8 is left out with a warning")
    func names() throws {
      defer { folder.remove() }
      try folder.write(pod, to: "in/pod.yaml")
      try check("cp pod.yaml in/$'\\xff'.yaml; mkdir in/$'d\\xfe'; cp pod.yaml in/$'\\xff'.txt", exitCode: 0)
      let finished = try shell("podmap inspect in")
      #expect(finished.exitCode == 0, "\(finished.errors)")
      let lines = finished.errors.split(separator: "\n").filter { $0.contains("the name isn't UTF-8") }
      #expect(lines.count == 2 && lines.allSatisfy { $0.contains("warning: ") }, "\(finished.errors)")
      try folder.write("diagrams: [{name: a, inputs: [in], files: [a.mmd]}]\n", to: "podmap.yaml")
      try check("podmap publish", exitCode: 0, says: "1 written")
      try check("podmap inspect in/$'\\xff'.yaml", exitCode: 1, says: "a file whose name isn't UTF-8 can't be read")
    }
  #endif

  /// The temporary files of podmap below the folder.
  private func leftovers() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).filter { $0.contains(".podmap-tmp-") }
  }

  @Test("What a killed run has left behind is removed by the next one, and what another run is writing is not")
  func abandoned() throws {
    defer { folder.remove() }
    for file in ["docs/.podmap-tmp-1", ".podmap-tmp-2", ".podmap-cache/.podmap-tmp-3", "docs/.podmap-tmp-4"] {
      try folder.write("torn", to: file)
    }
    let descriptor = open(folder.url.appendingPathComponent("docs/.podmap-tmp-4").path, O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try check("podmap publish", exitCode: 0, says: "2 written")
    #expect(try leftovers() == ["docs/.podmap-tmp-4"])
    flock(descriptor, LOCK_UN)
    try check("podmap draw pod.yaml -o docs/b.mmd", exitCode: 0)
    #expect(try leftovers() == [])
  }

  @Test("A run that is killed at any moment leaves whole files, and nothing that git would take")
  func killed() throws {
    defer { folder.remove() }
    try check("git init -q . && git config user.email a@b && git config user.name a", exitCode: 0)
    for (round, signal) in (0..<6).flatMap({ round in ["KILL", "TERM", "INT"].map { (round, $0) } }) {
      try folder.write(pod.replacing("nginx", with: "nginx:\(round)"), to: "pod.yaml")
      let delay = Double.random(in: 0...0.12)
      _ = try shell(
        "\"$PODMAP_TESTED\" publish 2>/dev/null & sleep \(delay); kill -\(signal) $! 2>/dev/null; wait $!; true")
      let staged = try shell("git add -A && git ls-files -c")
      #expect(!String(decoding: staged.output, as: UTF8.self).contains(".podmap-"), "\(signal) after \(delay) s")
      if let text = try? String(contentsOf: folder.url.appendingPathComponent("docs/a.svg"), encoding: .utf8) {
        #expect(text.hasSuffix("</svg>\n"), "\(signal) after \(delay) s")
      }
    }
    try check("podmap publish; podmap publish --check", exitCode: 0, says: "2 up to date")
    #expect(try leftovers() == [])
  }

  @Test("Folders for temporary files that a killed run has left behind are removed, and those of others are not")
  func temporaryFolders() throws {
    defer { folder.remove() }
    for name in ["podmap-run-old/icons", "podmap-run-held", "podmap-other"] {
      try folder.write("", to: "tmp/\(name)/x")
    }
    let place = { (name: String) in self.folder.url.appendingPathComponent("tmp/\(name)").path }
    let descriptor = open(place("podmap-run-held"), O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try check("podmap draw pod.yaml -o a.png", exitCode: 0, environment: ["TMPDIR": place("")])
    let names = try FileManager.default.contentsOfDirectory(atPath: place("")).sorted()
    #expect(names == ["podmap-other", "podmap-run-held"])
  }
}
