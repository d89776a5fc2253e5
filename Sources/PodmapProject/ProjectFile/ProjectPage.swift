internal import PodmapManifests

/// How much a diagram of `podmap.yaml` shows.
package struct ProjectPage: Sendable {
  package var detail: String?
  package var expanded: [String]
  package var width: Int?
  package var isCondensed: Bool
  package var layout: String?

  static let keys = ["detail", "expand", "pageWidth", "condense", "layout"]

  init(_ written: [String: Value], _ fields: inout StrictFields, of what: String) {
    detail = fields.text(written["detail"], "'detail' of \(what)")
    expanded = fields.list(written["expand"], "'expand' of \(what)") { $1.text($0, "a name in 'expand' of \(what)") }
    width = fields.number(written["pageWidth"], "'pageWidth' of \(what)", in: .pageWidth)
    isCondensed = fields.truth(written["condense"], "'condense' of \(what)") ?? true
    layout = fields.text(written["layout"], "'layout' of \(what)")
  }
}
