/// What tells that an application is the one that a repository is about.
struct MainApplication {
  private let readme: String
  /// The repository's name.
  private let home: String?

  init() {
    readme = FileSystem.contents(of: ProjectDraft.page).map { String(decoding: $0, as: UTF8.self) } ?? ""
    home = RealPath.of(".")?.split(separator: "/").last.map { $0.lowercased() }
  }

  /// Whether the page names what it is made from, in a command for example, or it is called like the repository.
  func isMain(_ application: FoundApplication) -> Bool {
    if let home, application.ownName?.lowercased() == home { return true }
    return ([application.path] + application.files).contains { $0 != "." && isNamed($0) }
  }

  private func isNamed(_ path: String) -> Bool {
    var rest = readme[...]
    // Not byte by byte: some systems write the accents of a file's name in another way than its author.
    while let found = rest.firstRange(of: path) {
      let before = found.lowerBound == readme.startIndex ? nil : readme[readme.index(before: found.lowerBound)]
      let after = found.upperBound == readme.endIndex ? nil : readme[found.upperBound]
      if ![before, after].contains(where: { $0.map(Self.isPartOfName) ?? false }) { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}
