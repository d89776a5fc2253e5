import PodmapManifests

/// The part of the requests to a Knative Service that one of its versions gets: an item of `spec.traffic`.
package struct RevisionShare: Sendable, Hashable {
  /// `nil` for the version that the manifest describes.
  package var revision: String?
  package var percent: Int?
  /// The name of an address of its own.
  package var tag: String?

  /// "hello-00001 (10 %)"
  package var words: String {
    let name = revision ?? "latest revision"
    let details = [percent.map(Entry.Way.Unit.percent.words), tag.map { "tag \($0)" }].compactMap(\.self)
    return details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
  }

  static func all(of resource: Resource) -> [RevisionShare] {
    guard resource.kind == "Service.serving.knative.dev" else { return [] }
    return (resource.root.at("spec", "traffic")?.items ?? []).filter(\.isMapping).map { item in
      RevisionShare(
        revision: item["revisionName"]?.text, percent: item["percent"]?.integer, tag: item["tag"]?.text)
    }
  }
}

extension ObjectDescription {
  /// Says on the references to earlier versions which requests they get.
  mutating func shareRequests() {
    guard case .workload(let workload) = facts, let shares = workload.shares.value else { return }
    let byPath = Dictionary(
      uniqueKeysWithValues: shares.enumerated().map { ("spec.traffic[\($0)].revisionName", $1.percent) })
    for index in references.indices {
      guard let percent = byPath[references[index].evidence.path] ?? nil else { continue }
      references[index].share = Entry.Way.Unit.percent.words(percent)
    }
  }
}
