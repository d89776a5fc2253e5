internal import PodmapManifests

/// A document made from a template.
package struct TemplateRequest: Sendable {
  /// The name of a built-in template, or the path of a file.
  package var template: String

  package init(template: String) {
    self.template = template
  }

  /// The language of the documents that it makes.
  var language: MarkupLanguage { MarkupLanguage(file: TemplateFile.builtIn(template)?.file ?? template) }

  /// Checks that a document is written to a file of its language.
  package func check(writes file: String) throws(RequestError) {
    guard file != "-", language != MarkupLanguage(file: file) else { return }
    throw refusal
  }

  /// The same for a file that is published, whose ending must say what it is: what is not a document may be a program,
  /// or settings of one.
  func check(publishes file: String) throws(RequestError) {
    guard !PublishPlaces.document(language).contains(FileName.extension(of: file)) else { return }
    throw refusal
  }

  private var refusal: RequestError {
    let (words, end) = language == .html ? ("HTML", ".html") : ("Markdown", ".md")
    return RequestError("the template '\(template.shortened())' makes \(words); name a file that ends in \(end)")
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
