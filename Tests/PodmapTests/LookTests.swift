import Foundation
import Podmap
import PodmapDiagrams
import PodmapTestSupport
import Testing

@Suite("Themes and icons by the library")
struct LookTests {
  @Test("A theme and icons of one's own give the bytes that the command writes", arguments: Picture.Theme.allCases)
  func sameAsCommand(_ theme: Picture.Theme) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let given = try folder.write(web, to: "web.yaml").path
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>"
    try folder.write(drawing, to: "icons/service.svg")
    let icons = folder.url.appendingPathComponent("icons").path
    let picture = try Application(reading: [given]).picture()
    let svg = try picture.svg(theme: theme, icons: Picture.Icons(folder: icons))
    let command = try PodmapCommand()(given, "--format", "svg", "--theme", theme.rawValue, "--icons", icons)
    #expect(String(decoding: svg, as: UTF8.self) == command.output)
    #expect(try picture.svg() == picture.svg(theme: .auto, icons: .builtIn))
  }

  @Test("The library has the themes of the command, under the same names")
  func themes() {
    #expect(Picture.Theme.allCases.map(\.rawValue) == PodmapDiagrams.Theme.all.map(\.name))
  }

  @Test("A folder without icons is an error")
  func noIcons() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    #expect(throws: PodmapError.self) { try Picture.Icons(folder: folder.url.path) }
    #expect(throws: PodmapError.self) { try Picture.Icons(folder: folder.url.path + "/nowhere") }
  }
}
