import PodmapProject
import PodmapTopology

/// A part of an application.
///
/// Each property narrows the selection; an empty one selects everything. Containers and volumes always belong to their
/// pod's owner. A name that doesn't occur in the application selects nothing.
public struct Selection: Sendable, Hashable {
  /// Selects objects in these namespaces, and the cluster-scoped objects that they refer to.
  public var namespaces: [String]
  /// Selects objects that have these labels, or whose pods do, written as for kubectl:
  /// `app=web,tier!=cache,env in (a,b),!legacy`.
  public var labels: String?
  /// Selects objects of these kinds: `Deployment`, `deploy`, `ingresses`; `*` matches any characters.
  public var kinds: [String]
  /// Leaves out these objects, by kind, name or both: `ConfigMap`, `frontend`, `Service/front*`.
  public var excluded: [String]
  /// Selects objects near these, given by name, kind and name, or id: `frontend`, `Deployment/frontend`,
  /// `shop/Service/cart`.
  public var focus: [String]
  /// The most edges between a selected object and the focus, 0 or more.
  public var depth: Int

  /// Creates a selection; without arguments, it selects everything.
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
