import ArgumentParser
import PodmapComparison
import PodmapManifests

/// What a comparison is written as.
enum ComparisonFormat: String, CaseIterable {
  case table, md, json

  /// The format of a file: the one that is given, else what the extension says.
  init(file: String, given: ComparisonFormat?) throws {
    if let given {
      self = given
      return
    }
    if file == "-" {
      self = .table
      return
    }
    let name = file.split(separator: "/").last ?? ""
    switch name.lastIndex(of: ".").map({ name[name.index(after: $0)...].lowercased() }) {
    case "md", "markdown": self = .md
    case "json": self = .json
    case "txt": self = .table
    default:
      throw ValidationError(
        "the format of '\(file)' can't be told from its extension; use one of .md .json .txt, or give --format")
    }
  }

  func text(_ comparison: Comparison, left: String, right: String) -> String {
    switch self {
    case .table: ComparisonReport(comparison, left: left, right: right).text
    case .md: ComparisonReport(comparison, left: left, right: right).markdown
    case .json: ComparisonJSON(comparison, left: left, right: right).text
    }
  }
}
