import Foundation
import PodmapTestSupport
import Testing

@Suite("Themes and icons of pictures")
struct DressTests {
  private let manifest = """
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
    spec: {containers: [{name: server, image: nginx, envFrom: [{secretRef: {name: keys}}]}]}
    """

  private func svg(_ words: String..., folder: URL? = nil) throws -> String {
    let outcome = try PodmapCommand().run(["-", "--format", "svg"] + words, input: manifest, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return outcome.output
  }

  @Test("A picture follows the reader's preference unless a theme is chosen")
  func themes() throws {
    let (auto, light, dark) = (try svg(), try svg("--theme", "light"), try svg("--theme", "dark"))
    #expect(auto.contains("@media (prefers-color-scheme:dark)"))
    #expect(!light.contains("<style>") && light.contains("#1f2328") && !light.contains("#e6edf3"))
    #expect(!dark.contains("<style>") && dark.contains("#e6edf3") && !dark.contains("#1f2328"))
    // Only the style sheet differs.
    let style = try #require(auto.firstRange(of: /<style>[\s\S]*<\/style>\n/))
    #expect(auto.replacingCharacters(in: style, with: "") == light)
  }

  @Test("Each kind has its icon, drawn once however often it is used")
  func icons() throws {
    let text = try svg("--no-condense")
    for icon in ["service", "pod", "secret"] {
      #expect(text.components(separatedBy: "<symbol id=\"podmap-icon-\(icon)\"").count == 2, "\(icon)")
      #expect(text.components(separatedBy: "<use xlink:href=\"#podmap-icon-\(icon)\"").count == 2, "\(icon)")
    }
    #expect(text.components(separatedBy: "<symbol ").count == 4)
    #expect(!text.contains("target="), "a cell was left without its class or icon")
  }

  @Test("A user's icons are embedded as images, so that nothing in them runs")
  func ownIcons() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>"
    _ = try folder.write(drawing, to: "icons/svc.svg")
    _ = try folder.write("no image", to: "icons/po.svg")
    let outcome = try PodmapCommand().run(
      ["-", "--icons", "icons", "--no-condense", "-o", "x.svg", "-o", "x.png"], input: manifest, in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(outcome.text.contains("icons/po.svg:1:1: warning: not an SVG or PNG"))
    let text = try String(contentsOf: folder.url.appendingPathComponent("x.svg"), encoding: .utf8)
    let data = Data(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing).utf8).base64EncodedString()
    #expect(text.contains("<image width=\"24\" height=\"24\" xlink:href=\"data:image/svg+xml;base64,\(data)\"/>"))
    #expect(text.contains("<symbol id=\"podmap-icon-pod\" viewBox=\"0 0 24 24\"><g"))
    #expect(!text.contains("<script"))
  }

  @Test("A picture has no document type, which would contain an outside address, and a pipe is not used as an icon")
  func nothingOutside() throws {
    #expect(try !svg().contains("<!DOCTYPE"))
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("<svg></svg>", to: "icons/pod.svg")
    #expect(mkfifo(folder.url.appendingPathComponent("icons/svc.svg").path, 0o600) == 0)
    let outcome = try PodmapCommand().run(["-", "--icons", "icons", "-o", "x.svg"], input: manifest, in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.text.contains("icons/svc.svg:1:1: warning: not an SVG or PNG"))
  }

  @Test("PDF is the same in every time zone")
  func timeZones() throws {
    let pictures = try ["UTC", "Europe/Berlin", "Asia/Kolkata"].map { zone in
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      _ = try PodmapCommand().run(["-", "-o", "x.pdf"], input: manifest, in: folder.url, environment: ["TZ": zone])
      return try Data(contentsOf: folder.url.appendingPathComponent("x.pdf"))
    }
    #expect(Set(pictures).count == 1)
  }

  @Test("A folder without icons and a missing folder are usage errors")
  func noIcons() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try folder.write("x", to: "empty/readme.txt")
    for (name, words) in [
      ("empty", "no file in 'empty' has the name of an icon"), ("none", "the icon folder 'none' can't be read"),
    ] {
      let outcome = try PodmapCommand().run(["-", "--icons", name, "-o", "x.svg"], input: manifest, in: folder.url)
      #expect(outcome.exitCode == 64)
      #expect(outcome.text.contains(words), "\(outcome.messages)")
    }
    let outcome = try PodmapCommand().run(["-", "--theme", "drak"], input: manifest, in: folder.url)
    #expect(outcome.exitCode == 64 && outcome.text.contains("did you mean 'dark'?"))
  }

  @Test("The folder of icons for PNG, PDF and WebP is removed afterwards")
  func nothingLeft() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let scratch = folder.url.appendingPathComponent("scratch")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let outcome = try PodmapCommand().run(
      ["-", "-o", "x.png", "-o", "x.pdf", "-o", "x.webp"], input: manifest, in: folder.url,
      environment: ["TMPDIR": scratch.path])
    #expect(outcome.exitCode == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    let missing = try PodmapCommand().run(
      ["-", "-o", "x.png"], input: manifest, in: folder.url, environment: ["TMPDIR": "/nowhere"])
    #expect(missing.exitCode == 0)
    #expect(missing.text.contains("warning: can't make a folder for icons"), "\(missing.messages)")
  }
}

extension PodmapCommand.Outcome {
  fileprivate var text: String { messages.joined(separator: "\n") }
}
