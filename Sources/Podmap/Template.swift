import PodmapComparison
import PodmapManifests
import PodmapProject

/// The template of a document about an application or a comparison.
///
/// `docs/templates.md` describes the language of templates, and what they can show.
public struct Template: Sendable {
  private let request: TemplateRequest
  private let template: DocumentTemplate

  /// The name of a template that is part of Podmap.
  public enum BuiltIn: String, CaseIterable, Sendable {
    /// A full page about one application.
    case application
    /// A guide to pods and containers, with the application as its example.
    case podVersusContainer = "pod-vs-container"
    /// A full report about two layouts or versions.
    case comparison
    /// A short comment on a pull request, with details folded.
    case pullRequest = "pull-request"
    /// The same for GitLab.
    case mergeRequest = "merge-request"
  }

  /// A template that is part of Podmap.
  public init(_ name: BuiltIn) throws {
    try self.init(reading: name.rawValue)
  }

  /// Reads a template and the partials beside it.
  ///
  /// - Parameter path: A file such as `./page.md`, with its folder.
  /// - Throws: `PodmapError` if the file can't be read, or if it is not a template.
  public init(reading path: String) throws {
    let request = TemplateRequest(template: path)
    self.request = request
    template = try PodmapError.checked { () throws(RequestError) in try request.read() }
    guard template.diagnostics.isEmpty else { throw PodmapError(template.diagnostics) }
  }

  /// The template, after a check that it is about a subject; a file may be about either.
  func about(_ subject: TemplateFile.Subject) throws(PodmapError) -> DocumentTemplate {
    try PodmapError.checked { () throws(RequestError) in try request.check(subject) }
    return template
  }
}

extension Application {
  /// Writes a document about the application, in the language of the template.
  ///
  /// - Parameters:
  ///   - template: A template about an application.
  ///   - title: The heading; by default, it is the name of the input.
  /// - Returns: The whole document.
  /// - Throws: `PodmapError` if the template is about comparisons or makes a document that is too long, or unless the
  ///   application was read with `keepsManifests`.
  public func document(_ template: Template, title: String? = nil) throws -> String {
    guard keepsManifests else {
      throw PodmapError([
        PodmapManifests.Diagnostic(
          .error, "the manifests were not kept; read the application with keepsManifests: true")
      ])
    }
    let template = try template.about(.application)
    return try PodmapError.checked { () throws(RequestError) in
      try template.text(of: ApplicationModel(input, chosen: topology, title: title).value)
    }
  }
}

extension Comparison {
  /// Writes a document about the comparison, in the language of the template, that fits into a comment on GitHub.
  ///
  /// - Parameters:
  ///   - template: A template about a comparison.
  ///   - title: The heading; by default, it is composed of the names of both sides.
  /// - Returns: The whole document.
  /// - Throws: `PodmapError` if the template is about applications, or makes a document that is too long.
  public func document(_ template: Template, title: String? = nil) throws -> String {
    let drawn = drawn(ComparisonPicture.Options(title: title))
    let template = try template.about(.comparison)
    return try PodmapError.checked { () throws(RequestError) in
      try ComparisonDocument(template, title: drawn.title, [drawn.model]).text()
    }
  }
}
