import Foundation
import PodmapTestSupport
import Testing

@Suite("What the modules import")
struct ImportTests {
  @Test("The argument parser is imported only by commands, by options and where the program begins")
  func argumentParser() throws {
    let pattern = /(?m)^[^\/\n]*\bimport +(?:\w+ +)?ArgumentParser(?!\w)/
    #expect("@preconcurrency internal import struct ArgumentParser.Flag".contains(pattern))
    let importing = try sources().filter { $0.text.contains(pattern) }.map(\.file)
    #expect(!importing.isEmpty)
    let allowed = ["Commands/", "Options/", "EntryPoint.swift"].map { "Sources/podmap-cli/" + $0 }
    for file in importing { #expect(allowed.contains(where: file.hasPrefix), "\(file)") }
  }

  @Test("No module imports full Foundation, which would triple the size of the static command")
  func foundation() throws {
    let pattern = /^[^\/]*\bimport +(?:\w+ +)?Foundation(?!Essentials\b)\w*/
    #expect("@preconcurrency internal import struct Foundation.URL".contains(pattern))
    #expect(!"import FoundationEssentials".contains(pattern))
    for source in try sources() where source.text.contains("Foundation") {
      for line in source.text.split(separator: "\n") { #expect(!line.contains(pattern), "\(source.file)") }
    }
  }

  @Test("No code looks for the argument parser's error among others: errors have types")
  func validationErrors() throws {
    let pattern = /\b(?:as[?!]?|is) +ValidationError(?!\w)/
    #expect("if let error = error as? ValidationError {".contains(pattern))
    for source in try sources() where source.text.contains("ValidationError") {
      #expect(!source.text.contains(pattern), "\(source.file)")
    }
  }

  @Test("The package depends only on the argument parser")
  func dependencies() throws {
    let manifest = try String(contentsOf: packageFolder().appendingPathComponent("Package.swift"), encoding: .utf8)
    let found = manifest.matches(of: /\.package\(\s*([^\n]*)/).map { String($0.1) }
    #expect(found.count == 1)
    for line in found { #expect(line.hasPrefix("url: \"https://github.com/apple/swift-argument-parser\","), "\(line)") }
  }

  /// Every Swift file of the product.
  private func sources() throws -> [(file: String, text: String)] {
    try ["Sources", "templates"].flatMap { root in
      let folder = packageFolder().appendingPathComponent(root)
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
      return try files.filter { $0.hasSuffix(".swift") }.map { file in
        ("\(root)/\(file)", try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
      }
    }
  }
}
