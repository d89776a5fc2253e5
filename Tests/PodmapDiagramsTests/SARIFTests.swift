import Foundation
import PodmapDiagrams
import PodmapManifests
import PodmapTopology
import Testing

@Suite("SARIF")
struct SARIFTests {
  private func log(_ diagnostics: [Diagnostic], accepted: [AcceptedDiagnostic] = []) throws -> [String: Any] {
    var text = ""
    SARIFWriter(version: "1.2.3", fallback: "app.yaml").write(diagnostics, accepted: accepted, to: &text)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let found = [
    Diagnostic(
      .warning, at: Place(file: "my app/ü.yaml", line: 3, column: 5), topic: .missingObject,
      about: ["shop/ConfigMap/a", "shop/Deployment/b"], "the \"a\" is missing\u{1}"),
    Diagnostic(.note, topic: .sharedClaim, "shared"), Diagnostic(.error, topic: .unreadable, "broken"),
    Diagnostic(.note, topic: .notAManifest, "skipped"),
  ]

  /// What the schema of SARIF 2.1.0 requires of what is written here.
  @Test("A log has the version, one run with its tool and rules, and a result for each finding")
  func structure() throws {
    let log = try log(Self.found)
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "podmap" && driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["missing-object", "shared-claim", "unreadable"])
    for rule in rules {
      for key in ["shortDescription", "help"] { #expect((rule[key] as? [String: String])?["text"]?.isEmpty == false) }
    }
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["level"] as? String } == ["warning", "note", "error"])
    for result in results {
      let rule = try #require(result["ruleIndex"] as? Int)
      #expect(rules[rule]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let physical = try #require(locations.first?["physicalLocation"] as? [String: Any])
      let region = try #require(physical["region"] as? [String: Int])
      #expect(region["startLine"] ?? 0 >= 1 && region["startColumn"] ?? 0 >= 1)
      let uri = try #require((physical["artifactLocation"] as? [String: String])?["uri"])
      #expect(URL(string: uri) != nil && !uri.contains(" "))
    }
    let first = try #require(results[0]["locations"] as? [[String: Any]])
    #expect((first[0]["logicalLocations"] as? [[String: String]])?.count == 2)
    let place = try #require(first[0]["physicalLocation"] as? [String: Any])
    #expect((place["artifactLocation"] as? [String: String])?["uri"] == "my%20app/%C3%BC.yaml")
  }

  @Test("Without findings, the list of results is empty rather than absent")
  func empty() throws {
    let runs = try #require(try log([])["runs"] as? [[String: Any]])
    #expect((runs[0]["results"] as? [Any])?.isEmpty == true)
  }

  @Test("What the project accepts is suppressed, with the reason")
  func accepted() throws {
    let log = try log([], accepted: [AcceptedDiagnostic(Self.found[0], reason: "an operator makes it")])
    let results = try #require((log["runs"] as? [[String: Any]])?[0]["results"] as? [[String: Any]])
    let suppression = try #require((results[0]["suppressions"] as? [[String: String]])?.first)
    #expect(suppression == ["kind": "external", "justification": "an operator makes it"])
  }
}
