import PodmapProject
import PodmapTopology

/// What part of an application is drawn.
///
/// Each property narrows the choice; an empty one lets everything pass. Containers and volumes always go with their
/// pod's owner. A name that the application does not have chooses nothing.
public struct Selection: Sendable, Hashable {
  /// Objects in these namespaces, and what they refer to outside of all namespaces.
  public var namespaces: [String]
  /// Objects, or pods, with these labels, written as for kubectl: `app=web,tier!=cache,env in (a,b),!legacy`.
  public var labels: String?
  /// Objects of these kinds: `Deployment`, `deploy`, `ingresses`, with `*` for any run of characters.
  public var kinds: [String]
  /// Objects to leave out, by kind, name or both: `ConfigMap`, `frontend`, `Service/front*`.
  public var excluded: [String]
  /// Objects to begin at, by name, kind and name, or id: `frontend`, `Deployment/frontend`, `shop/Service/cart`.
  public var focus: [String]
  /// How many edges away from the focus an object may be, 0 or more.
  public var depth: Int

  /// A choice; without arguments, of everything.
  public init(
    namespaces: [String] = [], labels: String? = nil, kinds: [String] = [], excluded: [String] = [],
    focus: [String] = [], depth: Int = 1
  ) {
    self.namespaces = namespaces
    self.labels = labels
    self.kinds = kinds
    self.excluded = excluded
    self.focus = focus
    self.depth = depth
  }

  func checked() throws(PodmapError) -> PodmapTopology.Selection {
    let labels = labels?.isEmpty == true ? nil : labels
    let settings = SelectionSettings(
      namespaces: namespaces, selector: labels, kinds: kinds, excluded: excluded, focus: focus, depth: depth)
    try PodmapError.checked { () throws(RequestError) in try settings.checkLabels() }
    return settings.unchecked
  }
}
