import PodmapProject
import Testing

@Suite("The list of output formats")
struct FormatTests {
  @Test("Names and extensions are unique, and every format serves a use")
  func unique() {
    let formats = OutputFormat.all
    #expect(Set(formats.map(\.name)).count == formats.count)
    let extensions = formats.flatMap(\.extensions)
    #expect(Set(extensions).count == extensions.count)
    for format in formats {
      #expect(!format.extensions.isEmpty && !format.help.isEmpty)
      #expect(FormatUse.allCases.contains { $0.formats.contains(format) }, "\(format.name)")
    }
  }

  @Test("A file has the format of its extension, whatever its folder and its case", arguments: FormatUse.allCases)
  func files(_ use: FormatUse) throws {
    for format in use.formats {
      for end in format.extensions {
        #expect(try use.format(of: "docs.d/x.y.\(end.uppercased())") == format)
        #expect(try use.format(named: format.name) == format)
      }
    }
    #expect(try use.format(of: "-") == use.usual)
    #expect(use.formats.contains(use.usual))
  }

  @Test("An extension of no format is an error that lists the others, and says what was meant")
  func unknown() {
    let error = #expect(throws: RequestError.self) { try FormatUse.drawing.format(of: "out/app.pgn") }
    let start = "the extension of 'out/app.pgn' isn't that of a format; did you mean '.png'? use one of .dot "
    #expect(error?.textForOptions.hasPrefix(start) == true)
    #expect(error?.textForOptions.hasSuffix(" .webp, or give --format") == true)
    #expect(error?.textForKeys.hasSuffix(" .webp") == true)
    #expect(throws: RequestError.self) { try FormatUse.drawing.format(of: "app.txt") }
    #expect(throws: RequestError.self) { try FormatUse.comparison.format(of: "app") }
  }
}
