import PodmapManifests

/// One label that the controller of a kind adds to its pods: a row of `Tables/ControllerLabelTable.swift`.
struct ControllerLabelRow: Sendable {
  var kind: ResourceKind
  var key: String
  /// `{name}` stands for the object, `{template}` for the template, and `{index}` at the end for a number of each pod.
  var value: String
  /// The template whose pods get it; `nil` for all.
  var template: String?
  /// Where the object says which numbers stand for `{index}`; `nil` for one for each pod, from 0 on.
  var numbers: PodCount?

  init(_ kind: ResourceKind, _ key: String, _ value: String, template: String? = nil, numbers: PodCount? = nil) {
    self.kind = kind
    self.key = key
    self.value = value
    self.template = template
    self.numbers = numbers
  }

  static func rows(of kind: ResourceKind) -> [ControllerLabelRow] { byKind[kind] ?? [] }

  private static let byKind = Dictionary(grouping: controllerLabelTable, by: \.kind)
}
