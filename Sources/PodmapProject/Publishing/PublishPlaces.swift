/// Where `podmap publish` writes nothing, and how the names of its files end.
enum PublishPlaces {
  /// Folders from which git, a CI system, an editor or podmap itself takes what it does, in lower case.
  private static let refused: [[String]] = [
    [".git"], [PublishMemoryFile.folder], [".githooks"], [".husky"], [".github", "workflows"], [".github", "actions"],
    [".gitea", "workflows"], [".forgejo", "workflows"], [".gitlab", "ci"], [".circleci"], [".buildkite"],
    [".woodpecker"], [".tekton"], [".teamcity"], [".azure-pipelines"], [".devcontainer"], [".vscode"], [".idea"],
  ]

  /// Whether a path leads through such a folder, as written or through links; `real` is where it leads.
  static func refuses(_ path: ProjectPath, real: String) -> Bool {
    [path.text, real].contains { text in
      let names = text.split(separator: "/").map(plain)
      return refused.contains { !names.ranges(of: $0).isEmpty }
    }
  }

  /// A name as file systems compare it that know no case, or ignore characters that nobody sees.
  private static func plain(_ name: Substring) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
      .lowercased()
  }

  /// The endings of a kind of file, without the dot; the first is the usual one.
  static let index = OutputFormat.json.extensions
  static let gallery = OutputFormat.html.extensions
  /// Files with blocks: Markdown, also in the dialects of site generators.
  static let blocks = OutputFormat.md.extensions + ["mdx", "mdown", "mkd", "qmd", "rmd"]

  /// The endings of a document in a language.
  static func document(_ language: MarkupLanguage) -> [String] {
    OutputFormat.all.filter { $0.document == language }.flatMap(\.extensions)
  }
}
