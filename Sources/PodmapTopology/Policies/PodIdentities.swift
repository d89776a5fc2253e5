/// The ServiceAccounts of pods, by which service meshes and Cilium know them.
struct PodIdentities: Sendable {
  private var accounts: [Int: Set<String>] = [:]

  init(_ nodes: [Node], _ edges: [Edge]) {
    for edge in edges where edge.kind == .runsAs { accounts[edge.from, default: []].insert(nodes[edge.to].name) }
  }

  /// The name of the account of an object's pods; `nil` if its templates may differ.
  func account(of owner: Int, templates: Int) -> String? {
    guard let names = accounts[owner] else { return "default" }
    return templates == 1 && names.count == 1 ? names.first : nil
  }
}
