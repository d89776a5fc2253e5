import PodmapManifests

/// The volumes that a container mounts, compared if it has moved to another pod.
///
/// For pods that are matched, `PodDetails` compares all volumes. Other pods have nothing in common but what their
/// containers mount.
enum MountedVolumes {
  /// What differs at the paths that both containers mount.
  static func detail(_ old: Layout.Member, in oldPod: Layout.Pod, _ new: Layout.Member, in newPod: Layout.Pod) -> Detail
  {
    let (own, other) = (volumes(of: old, in: oldPod), volumes(of: new, in: newPod))
    return Detail(
      .volumesChanged,
      own.keys.filter { other[$0] != nil }.sorted().flatMap { path in
        FieldDifference.all(own[path], other[path], at: "the volume at \(path)")
      })
  }

  /// Volumes without their names, by the paths that they are mounted at.
  private static func volumes(of member: Layout.Member, in pod: Layout.Pod) -> [String: Declared] {
    guard let spec = pod.written?.spec?.value, let mounts = member.written?["volumeMounts"]?.items else { return [:] }
    let all = DeclaredReader(.pod).podSpec(spec)["volumes"]?.items ?? []
    let byName = Dictionary(all.compactMap { volume in volume["name"]?.shown.map { ($0, volume) } }) { first, _ in first
    }
    return Dictionary(
      mounts.compactMap { mount in
        guard let path = mount["mountPath"]?.text, let volume = mount["name"]?.text.flatMap({ byName[$0] }) else {
          return nil
        }
        return (path, volume.without("name"))
      }
    ) { first, _ in first }
  }
}
