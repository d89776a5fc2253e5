import PodmapComparison
import PodmapManifests
import PodmapProject
import PodmapTopology

/// Two layouts, or two versions, of one application: which containers match, what differs, and what each layout
/// implies.
///
/// Containers are matched across pods. Values of Secrets, and anything that looks like a credential, never appear in
/// the output.
public struct Comparison: Sendable {
  private let comparison: PodmapComparison.Comparison
  private let names: (left: String, right: String)
  private let messages: [PodmapManifests.Diagnostic]

  /// Compares manifests in YAML or JSON: on each side, files, and directories and everything below them.
  ///
  /// An error inside a file becomes a diagnostic, and everything else is still compared.
  ///
  /// - Parameters:
  ///   - left: The older version, or one layout.
  ///   - right: The newer version, or the other layout.
  ///   - defaultNamespace: The namespace of objects that name none; without it, the only namespace that both sides
  ///     together name, or else `default`.
  /// - Throws: `PodmapError` if one of the paths can't be read at all: it doesn't exist, isn't readable, or is a folder
  ///   that another program must render first (a kustomization, a Helm chart).
  public init(reading left: [String], and right: [String], defaultNamespace: String? = nil) throws {
    let namespace = defaultNamespace.map { DefaultNamespace($0) }
    let inputs = concurrentMap([left, right]) { paths in
      LinkedInput(
        reading: paths, namespace: namespace, settings: SourceSettings(renders: false), keepsSources: true)
    }
    let refused = inputs.flatMap(\.refused)
    guard refused.isEmpty else { throw PodmapError(refused) }
    self.init(inputs[0], inputs[1])
  }

  /// Compares manifests that are in memory: on each side, one text with any number of YAML documents or JSON.
  public init(manifests left: String, and right: String, defaultNamespace: String? = nil) {
    let namespace = defaultNamespace.map { DefaultNamespace($0) }
    let inputs = concurrentMap([("left", left), ("right", right)]) { name, text in
      LinkedInput(texts: [(name, text)], subject: name, namespace: namespace, keepsSources: true)
    }
    self.init(inputs[0], inputs[1])
  }

  private init(_ leftInput: LinkedInput, _ rightInput: LinkedInput) {
    let (left, right) = LinkedInput.pair(leftInput, rightInput)
    comparison = PodmapComparison.Comparison(Layout(left), Layout(right))
    names = (left.subject ?? "left", right.subject ?? "right")
    messages = left.diagnostics + right.diagnostics.filter { !left.diagnostics.contains($0) }
  }

  /// All diagnostics about both inputs, in the order of files and lines of each.
  public var diagnostics: [Diagnostic] {
    messages.map { Diagnostic($0) }
  }

  /// The number of differences. The order of YAML documents, keys and ports, and the split into files, don't matter.
  public var changeCount: Int { comparison.changes.count }

  /// A report in GitHub's Markdown that fits the 65,536 characters of a comment; rows that don't fit are counted.
  public var markdown: String { drawn().report.markdown }

  /// A report for a terminal.
  public var text: String { drawn().report.text }

  /// Matches, changes, properties and reasons, in the format that `docs/compare.md` describes.
  public var json: String { drawn().json }

  /// How a picture shows a comparison.
  public enum Arrangement: String, CaseIterable, Sendable {
    /// Both sides next to each other; the default if most containers have moved to other pods.
    case sideBySide
    /// One diagram in which everything that differs is marked; the default otherwise.
    case merged
  }

  /// Draws what differs.
  ///
  /// - Parameters:
  ///   - arrangement: How the comparison is shown; by default, Podmap chooses by what has changed.
  ///   - title: The heading; by default, it is composed of the names of both sides.
  ///   - direction: The main direction of the lines of a merged picture; by default, Podmap chooses.
  ///   - showsLegend: Whether the picture explains the marks that it uses.
  ///   - showsAll: Whether what is the same on both sides is drawn in large applications too.
  /// - Returns: The picture that `podmap compare` draws.
  public func picture(
    _ arrangement: Arrangement? = nil, title: String? = nil, direction: Picture.Direction? = nil,
    showsLegend: Bool = true, showsAll: Bool = false
  ) -> Picture {
    let drawn = drawn(
      ComparisonPicture.Options(
        kind: arrangement?.inComparison, title: title, direction: direction?.inDiagrams, showsLegend: showsLegend,
        showsAll: showsAll))
    return Picture(.flow(drawn.picture.diagram)) { drawn.json }
  }

  /// The comparison under a heading.
  func drawn(title: String?) -> DrawnComparison { drawn(ComparisonPicture.Options(title: title)) }

  func drawn(_ options: ComparisonPicture.Options = ComparisonPicture.Options()) -> DrawnComparison {
    DrawnComparison(comparison, left: names.left, right: names.right, options)
  }
}

extension Comparison.Arrangement {
  fileprivate var inComparison: ComparisonPicture.Kind {
    switch self {
    case .sideBySide: .sideBySide
    case .merged: .merged
    }
  }
}
