import Foundation
import Podmap
import PodmapTestSupport
import Testing

/// The examples in the library's documentation, compiled and run.
@Suite("The documentation of the library")
struct LibraryPageTests {
  private func write(_ folder: TemporaryFolder) throws {
    for name in ["deploy", "one-pod", "many-pods"] { try folder.write(web, to: "\(name)/web.yaml") }
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>"
    try folder.write(drawing, to: "icons/service.svg")
  }

  @Test("The examples run")
  func examples() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try write(folder)
    // Paths in the examples are relative, and a test must not change the current directory.
    func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
    do {
      let application = try Application(reading: [path("deploy/")])
      print(application.picture(.workloads).mermaid)
      for diagnostic in application.diagnostics { print(diagnostic) }
    }
    do {
      let application = try Application(reading: [path("deploy/")])
      var shop = Selection()
      shop.namespaces = ["default"]
      let picture = try application.selecting(shop).picture(.network, title: "The shop")
      #expect(picture.title == "The shop")
      let icons = try Picture.Icons(folder: path("icons/"))
      let dark = try picture.svg(theme: .dark, icons: icons)
      #expect(!dark.isEmpty && icons.diagnostics.isEmpty)
      let lives = application.lifecycle(.simple, phase: .start)
      let paths = try application.traffic(to: "Service/web")
      for picture in lives + paths { print(picture.mermaid) }
      #expect(lives.count == 1 && !paths.isEmpty)
    }
    do {
      let kept = try Application(reading: [path("deploy/")], keepsManifests: true)
      let page = try kept.document(Template(.application), title: "The shop")
      #expect(page.contains("The shop"))
    }
    do {
      let comparison = try Comparison(reading: [path("one-pod/")], and: [path("many-pods/")])
      print(comparison.changeCount)
      print(comparison.text)
      let sides = comparison.picture(.sideBySide, title: "One pod or two")
      print(sides.mermaid)
      let comment = try comparison.document(Template(.pullRequest))
      #expect(!comment.isEmpty)
    }
  }

  @Test("Every line of the examples is in this file")
  func areCompiled() throws {
    let pages = packageFolder().appendingPathComponent("Sources/Podmap/Podmap.docc")
    let own = try String(contentsOfFile: #filePath, encoding: .utf8).replacing(#"path("deploy/")"#, with: #""deploy/""#)
      .replacing(#"path("one-pod/")"#, with: #""one-pod/""#).replacing(#"path("many-pods/")"#, with: #""many-pods/""#)
      .replacing(#"path("icons/")"#, with: #""icons/""#)
    var count = 0
    for page in try FileManager.default.contentsOfDirectory(atPath: pages.path) {
      let text = try String(contentsOf: pages.appendingPathComponent(page), encoding: .utf8)
      for block in text.components(separatedBy: "```swift\n").dropFirst() {
        // A line of Package.swift can't be compiled here.
        for line in block.components(separatedBy: "```")[0].split(separator: "\n")
        where !line.hasPrefix(".package") && line != "import Podmap" {
          #expect(own.contains(line.replacing("\"shop\"", with: "\"default\"")), "\(page): \(line)")
          count += 1
        }
      }
    }
    #expect(count > 8)
  }
}
