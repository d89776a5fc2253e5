internal import PodmapManifests

/// A document made from a template.
package struct TemplateRequest: Sendable {
  /// The name of a built-in template, or the path of a file.
  package var template: String

  package init(template: String) {
    self.template = template
  }

  /// Checks that a document is written to a file of its language.
  package func check(writes file: String) throws(RequestError) {
    let made = MarkupLanguage(file: TemplateFile.builtIn(template)?.file ?? template)
    guard file != "-", made != MarkupLanguage(file: file) else { return }
    let (language, end) = made == .html ? ("HTML", ".html") : ("Markdown", ".md")
    throw RequestError("the template '\(template.shortened())' makes \(language); name a file that ends in \(end)")
  }

  /// Checks the name of the template, and that it suits the subject.
  package func check(_ subject: TemplateFile.Subject) throws(RequestError) {
    guard !TemplateFile.isPath(template) else { return }
    guard let found = TemplateFile.builtIn(template) else {
      let names = TemplateFile.builtIn.filter { $0.about == subject }.map(\.name)
      let hint = Choice.hint(template, among: names).map { "\($0) " } ?? ""
      throw RequestError(
        """
        no template '\(template.shortened())'; \(hint)there are \(names.joined(separator: ", ")), \
        or name a file with its path: ./\(template.shortened()).md
        """)
    }
    guard found.about == subject else {
      let what =
        switch found.about {
        case .application: "an application, not a comparison; use it with podmap draw"
        case .comparison: "a comparison, not an application; use it with podmap compare"
        case .gallery: "the pictures that podmap publish writes; name the page as 'gallery' in podmap.yaml"
        }
      throw RequestError("the template '\(template)' is about \(what)")
    }
  }

  /// Reads the template.
  package func read() throws(RequestError) -> DocumentTemplate {
    do throws(FileSystem.Failure) {
      return try TemplateFile.read(template)
    } catch {
      throw RequestError("the template '\(template.shortened())' can't be read: \(error.text)")
    }
  }
}
