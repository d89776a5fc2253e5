import PodmapManifests

extension ObjectDescription {
  /// The pod specifications as they are written, in the order of `templates`.
  ///
  /// Empty if the templates don't come from this object's own text.
  var rawPodSpecs: [(value: Value, path: FieldPath)] {
    let found = PodTemplateFinder.templates(of: podSource)
    guard found.count == templates.count else { return [] }
    return found.map { ($0.value["spec"] ?? $0.value, $0.path.appending("spec")) }
  }

  /// The containers of a template as they are written, each with its position in the template. Containers that come
  /// from the text of a live pod are not among them.
  func writtenContainers(_ template: Int) -> [(container: Int, value: Value, path: FieldPath)] {
    let specs = rawPodSpecs
    guard specs.indices.contains(template) else { return [] }
    let positions = Dictionary(templates[template].containers.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var found: [(container: Int, value: Value, path: FieldPath)] = []
    var keys = ContainerKeys()
    for field in PodTemplateFinder.containerLists {
      for (index, item) in (specs[template].value[field]?.items ?? []).enumerated() where item.isMapping {
        guard let container = positions[keys.next(item["name"]?.text)] else { continue }
        found.append((container, item, specs[template].path.appending(field).appending(index)))
      }
    }
    return found
  }

  /// A container of a template as it is written.
  func writtenContainer(_ container: Int, template: Int) -> (value: Value, path: FieldPath)? {
    writtenContainers(template).first { $0.container == container }.map { ($0.value, $0.path) }
  }
}
