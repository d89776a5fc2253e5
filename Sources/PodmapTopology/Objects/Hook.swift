import PodmapManifests

/// The moments at which a tool creates an object that it doesn't keep, from the annotation of a hook: "on
/// install/upgrade".
///
/// Sources: Helm, https://helm.sh/docs/topics/charts_hooks/; Argo CD,
/// https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/
enum Hook {
  /// An annotation with a list of moments, and the word for each; others aren't shown.
  private struct Row {
    var annotation: String
    var words: [(moment: String, word: String)]
  }

  private static let rows = [
    Row(
      annotation: "helm.sh/hook",
      words: [
        ("pre-install", "install"), ("post-install", "install"), ("pre-upgrade", "upgrade"),
        ("post-upgrade", "upgrade"),
        ("pre-rollback", "rollback"), ("post-rollback", "rollback"), ("pre-delete", "delete"),
        ("post-delete", "delete"), ("test", "test"),
      ]),
    Row(
      annotation: "argocd.argoproj.io/hook",
      words: [
        ("PreSync", "sync"), ("Sync", "sync"), ("PostSync", "sync"), ("SyncFail", "failed sync"),
        ("PostDelete", "delete"),
      ]),
  ]

  /// In words; `nil` for an object that is always there.
  static func words(_ metadata: Value?) -> String? {
    for row in rows {
      guard let text = metadata?["annotations"]?[row.annotation]?.text else { continue }
      let moments = text.split { $0 == "," || $0 == " " }
      let words = row.words.filter { moments.contains($0.moment[...]) }.map(\.word).uniqued
      if !words.isEmpty { return "on \(words.joined(separator: "/"))" }
    }
    return nil
  }
}
