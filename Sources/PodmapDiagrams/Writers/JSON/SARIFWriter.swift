package import PodmapManifests
package import PodmapTopology

/// Writes diagnostics as a SARIF log, which code scanning services read.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
package struct SARIFWriter: Sendable {
  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  /// The version of the program.
  private let version: String
  /// The file of messages that are about no file; services expect each result to have one.
  private let fallback: String?

  package init(version: String, fallback: String?) {
    self.version = version
    self.fallback = fallback
  }

  /// Writes what concerns the application and what could not be read, and what the project accepts as suppressed.
  package func write(
    _ diagnostics: [Diagnostic], accepted: [AcceptedDiagnostic], to output: inout some TextOutputStream
  ) {
    let results =
      diagnostics.filter(\.isForScanning).map { ($0, nil as String?) }
      + accepted.filter { $0.diagnostic.isForScanning }.map { ($0.diagnostic, $0.reason) }
    let topics = Diagnostic.Topic.all.filter { topic in results.contains { $0.0.topic == topic } }
    let positions = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1, $0) })
    var json = JSONBuffer()
    json.object { json in
      json.add("$schema", Self.schema)
      json.add("version", "2.1.0")
      json.add("runs", [results]) { results, json in
        json.add("tool") { json in
          json.add("driver") { json in
            json.add("name", "podmap")
            json.add("version", version)
            json.add("rules", topics, describe)
          }
        }
        json.add("columnKind", "unicodeCodePoints")
        // An empty list says that nothing was found.
        json.add("results", always: results) { describe($0.0, $0.1, positions[$0.0.topic] ?? 0, &$1) }
      }
    }
    output.write(json.text)
    output.write("\n")
  }

  private func describe(_ topic: Diagnostic.Topic, _ json: inout JSONBuffer) {
    json.add("id", topic.code)
    json.add("shortDescription") { $0.add("text", topic.summary) }
    json.add("help") { $0.add("text", topic.remedy) }
  }

  private func describe(_ diagnostic: Diagnostic, _ reason: String?, _ rule: Int, _ json: inout JSONBuffer) {
    json.add("ruleId", diagnostic.topic.code)
    json.add("ruleIndex", rule)
    json.add("level", diagnostic.severity.rawValue)
    json.add("message") { $0.add("text", diagnostic.message.withoutControlCharacters) }
    let place = diagnostic.place ?? fallback.map { Place(file: $0) }
    json.add("locations", [place].compactMap(\.self)) { place, json in
      json.add("physicalLocation") { json in
        json.add("artifactLocation") { $0.add("uri", place.file.escapedForURI) }
        json.add("region") { json in
          json.add("startLine", max(1, place.line))
          json.add("startColumn", max(1, place.column))
        }
      }
      json.add("logicalLocations", diagnostic.objects as [String]) { (object: String, json: inout JSONBuffer) in
        json.add("fullyQualifiedName", object)
      }
    }
    if let reason {
      json.add("suppressions", [reason] as [String]) { (reason: String, json: inout JSONBuffer) in
        json.add("kind", "external")
        json.add("justification", reason)
      }
    }
  }
}

extension Diagnostic {
  /// Whether somebody who looks at an application's problems wants to see it; what else was read, or drawn, is none.
  fileprivate var isForScanning: Bool { severity > .note || topic.family == .application }
}

extension String {
  /// A path as a relative reference (RFC 3986).
  fileprivate var escapedForURI: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.append(Character(Unicode.Scalar(byte)))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
