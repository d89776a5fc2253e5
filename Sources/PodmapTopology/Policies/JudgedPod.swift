/// A pod with the policies that are about it, by when they decide.
struct JudgedPod: Sendable {
  struct Applied: Sendable {
    /// The position of the policy in the index: policies are large, and pods many.
    var position: Int
    /// Whether it is about the pod at all.
    var selection: Answer
  }

  let pod: PolicyPod
  /// Policies of the same priority together, in the order in which they decide.
  let admin: [[Applied]]
  let standard: [Applied]
  let baseline: [[Applied]]
  let mesh: [Applied]
  /// Policies that aren't judged.
  let unread: [PolicyReach]
  let isInMesh: Answer

  init(_ pod: PolicyPod, _ index: PolicyIndex) {
    self.pod = pod
    var (admin, standard, baseline, mesh): ([(Int, Applied)], [Applied], [(Int, Applied)], [Applied]) = ([], [], [], [])
    var unread: [PolicyReach] = []
    for (position, selection) in index.policies(on: pod) {
      let entry = index.entries[position]
      if case .unread(let reach) = entry.policy.gap {
        unread.append(reach)
        continue
      }
      let applied = Applied(position: position, selection: selection)
      switch entry.policy.tier {
      case .admin(let priority): admin.append((priority, applied))
      case .standard: standard.append(applied)
      case .baseline(let priority): baseline.append((priority, applied))
      case .mesh: mesh.append(applied)
      }
    }
    self.admin = Self.groups(admin)
    self.standard = standard
    self.baseline = Self.groups(baseline)
    self.mesh = mesh
    self.unread = unread
    isInMesh = mesh.isEmpty ? .no : MeshMembership.answer(pod, index.namespaces)
  }

  private static func groups(_ policies: [(priority: Int, applied: Applied)]) -> [[Applied]] {
    Dictionary(grouping: policies, by: \.priority).sorted { $0.key < $1.key }.map { $0.value.map(\.applied) }
  }
}
