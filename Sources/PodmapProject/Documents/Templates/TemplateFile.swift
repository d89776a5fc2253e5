internal import PodmapManifests
internal import PodmapTemplates

/// The source of a template: a built-in one, or a user's file.
package enum TemplateFile {
  /// A built-in template, by the name that users write.
  package struct BuiltIn: Sendable {
    package let name: String
    /// The file in `templates/` that contains it.
    package let file: String
    package let about: Subject
    /// One sentence for a list.
    package let help: String
    package let text: String
  }

  /// What a document is about.
  package enum Subject: Sendable {
    case application, comparison, gallery
  }

  package static let builtIn: [BuiltIn] = BuiltInTemplate.allCases.map { template in
    let (subject, help): (Subject, String) =
      switch template {
      case .application: (.application, "a full page about one application")
      case .podVersusContainer: (.application, "a guide to pods and containers, with the application as its example")
      case .comparison: (.comparison, "a full report about two layouts or versions")
      case .pullRequest: (.comparison, "a short comment on a pull request, with details folded")
      case .mergeRequest: (.comparison, "the same for GitLab, which draws no more than 2,000 characters of Mermaid")
      case .gallery: (.gallery, "a page that shows every picture")
      }
    return BuiltIn(
      name: template.rawValue, file: template.file, about: subject, help: help, text: template.text)
  }

  package static func builtIn(_ name: String) -> BuiltIn? { builtIn.first { $0.name == name } }

  /// Whether a name is the path of a file.
  package static func isPath(_ name: String) -> Bool { name.contains { $0 == "/" || $0 == "." } }

  /// Reads the template that a user names.
  package static func read(_ name: String) throws(FileSystem.Failure) -> DocumentTemplate {
    guard isPath(name) else {
      guard let found = builtIn(name) else {
        return DocumentTemplate("", name: name, language: .markdown) { _ in nil }
      }
      return DocumentTemplate(found.text, name: found.file, language: MarkupLanguage(file: found.file)) { partial in
        builtIn(partial).map { ($0.file, $0.text) }
      }
    }
    guard FileSystem.isFile(name) || !FileSystem.exists(name) else { throw .noFile }
    let text = String(decoding: try FileSystem.read(name), as: UTF8.self)
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    return DocumentTemplate(text, name: name, language: MarkupLanguage(file: name)) { partial in
      if let found = builtIn(partial) { return (found.file, found.text) }
      // Next to the template, or below it.
      guard ProjectPath(partial) != nil else { return nil }
      let file = folder + partial
      return (try? FileSystem.read(file)).map { (file, String(decoding: $0, as: UTF8.self)) }
    }
  }
}
