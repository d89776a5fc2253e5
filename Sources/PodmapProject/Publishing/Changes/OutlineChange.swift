internal import PodmapManifests

/// What differs between two versions of a diagram, in a few words: "+ Deployment cart, ~ Deployment redis (- redis:7,
/// + redis:8), - line frontend -> redis".
struct OutlineChange {
  /// Empty if both show the same.
  let words: [String]

  init(from old: DiagramOutline, to new: DiagramOutline) {
    let (before, after) = (Set(old.cards.keys), Set(new.cards.keys))
    words =
      after.subtracting(before).sorted().map { "+ \(Self.object($0))" }
      + before.subtracting(after).sorted().map { "- \(Self.object($0))" }
      + before.intersection(after).sorted().filter { old.cards[$0] != new.cards[$0] }
      .map { "~ \(Self.object($0))\(Self.difference(old.cards[$0] ?? "", new.cards[$0] ?? ""))" }
      + new.lines.subtracting(old.lines).map(Self.line).sorted().map { "+ \($0)" }
      + old.lines.subtracting(new.lines).map(Self.line).sorted().map { "- \($0)" }
  }

  /// The first changes, and how many more there are.
  var text: String {
    let limit = Limit.outlineChanges.value
    let more = words.count > limit ? ["and \(words.count - limit) more"] : []
    return (words.prefix(limit) + more).joined(separator: ", ")
  }

  /// The lines that are gone from a card, and those that are new in it, in parentheses.
  private static func difference(_ old: String, _ new: String) -> String {
    let (before, after) = (CardText.lines(old), CardText.lines(new))
    func words(_ sign: String, _ lines: [String]) -> [String] {
      let shown = lines.prefix(Limit.outlineTexts.value).map { "\(sign) \($0.shortened(to: .quotedName))" }
      return lines.count > shown.count ? shown + ["\(lines.count - shown.count) more"] : shown
    }
    let all = words("-", before.filter { !after.contains($0) }) + words("+", after.filter { !before.contains($0) })
    return all.isEmpty ? "" : " (\(all.joined(separator: ", ")))"
  }

  /// "Deployment cart" for `shop__Deployment__cart`.
  private static func object(_ id: String) -> String {
    let parts = parts(of: id)
    return parts.dropLast().suffix(1).joined() + " " + name(parts)
  }

  private static func line(_ line: DiagramOutline.Line) -> String {
    "line \(name(parts(of: line.from))) -> \(name(parts(of: line.to)))"
  }

  private static func parts(of id: String) -> [String] { id.split(separator: "__").map(String.init) }

  /// No name of an object contains an underscore, and most characters that IDs can't have are dashes.
  private static func name(_ parts: [String]) -> String {
    (parts.last ?? "").replacing("_", with: "-").shortened(to: .quotedName)
  }
}
