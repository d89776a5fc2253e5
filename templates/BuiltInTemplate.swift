/// A template in this folder; its raw value is the name that users write.
package enum BuiltInTemplate: String, CaseIterable, Sendable {
  case application
  case podVersusContainer = "pod-vs-container"
  case comparison
  case pullRequest = "pull-request"
  case mergeRequest = "merge-request"
  case gallery

  package var file: String {
    switch self {
    case .application, .podVersusContainer, .comparison, .pullRequest, .mergeRequest: "\(rawValue).md"
    case .gallery: "\(rawValue).html"
    }
  }

  package var text: String {
    let bytes =
      switch self {
      case .application: PackageResources.application_md
      case .podVersusContainer: PackageResources.pod_vs_container_md
      case .comparison: PackageResources.comparison_md
      case .pullRequest: PackageResources.pull_request_md
      case .mergeRequest: PackageResources.merge_request_md
      case .gallery: PackageResources.gallery_html
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
