internal import PodmapManifests

/// The names of diagrams in a first `podmap.yaml`: each is that of the application's folder.
struct DiagramNames {
  /// In lower case, because names become files, and some file systems ignore case.
  private var taken: Set<String> = []
  /// The repository's name.
  private let home: String?

  init() { home = RealPath.of(".")?.split(separator: "/").last.map(String.init) }

  /// A name for what is at a path, and a title if the path says that it is a variant: `shop-prod`, "shop (prod)".
  /// `label` is what its objects say, if they do.
  mutating func name(for path: String, own: String?, label: String?) -> (name: String, title: String?) {
    let folders = path.split(separator: "/").map(String.init)
    var telling = folders.filter { Self.isTelling($0) }
    let variant = telling.last.flatMap { ApplicationName.isVariant($0) ? telling.popLast() : nil }
    let application = own ?? telling.popLast() ?? label ?? home ?? "app"
    let stem = [application, own == nil ? variant : nil].compactMap(\.self).joined(separator: "-")
    let name = unique(
      [stem] + telling.suffix(1).map { "\($0)-\(stem)" } + folders.suffix(1).map { "\(stem)-\($0)" })
    return (name, own == nil ? variant.map { "\(application) (\($0))" } : nil)
  }

  /// A name for the comparison of two variants.
  mutating func name(comparing left: String, _ right: String, of diagram: String) -> String {
    unique(["\(diagram)-\(left)-and-\(right)"])
  }

  /// The first of some texts whose name is free, else the first with a number.
  private mutating func unique(_ texts: [String]) -> String {
    let names = texts.map(Self.plainWords)
    if let free = names.first(where: { taken.insert($0.lowercased()).inserted }) { return free }
    var number = 2
    while !taken.insert("\(names[0])-\(number)".lowercased()).inserted { number += 1 }
    return "\(names[0])-\(number)"
  }

  /// Letters, digits and `-`.
  private static func plainWords(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "-"
    }
    let words = String(plain).split(separator: "-").joined(separator: "-")
    let short = words.prefix(Limit.pictureName.value).split(separator: "-").joined(separator: "-")
    return short.isEmpty ? "app" : short
  }

  /// The name of a file without its extension.
  static func plain(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private static func isTelling(_ name: String) -> Bool {
    name != "." && !ApplicationName.usual.contains(name.lowercased())
      && !ApplicationName.usualForSources.contains(name.lowercased())
  }
}
