import PodmapManifests

extension ObjectDescription {
  /// The pod specifications as they are written, in the order of `templates`.
  ///
  /// Empty where the templates do not come from this object's own text.
  var rawPodSpecs: [(value: Value, path: FieldPath)] {
    let found = PodTemplateFinder.templates(of: resource)
    guard found.count == templates.count else { return [] }
    return found.map { ($0.value["spec"] ?? $0.value, $0.path.appending("spec")) }
  }

  /// A container of a template as it is written; nothing where only a live pod has it, in a text of its own.
  func rawContainer(_ name: String, template: Int) -> (value: Value, path: FieldPath)? {
    let specs = rawPodSpecs
    guard specs.indices.contains(template) else { return nil }
    for field in ["initContainers", "containers", "ephemeralContainers"] {
      for (index, item) in (specs[template].value[field]?.items ?? []).enumerated() where item["name"]?.text == name {
        return (item, specs[template].path.appending(field).appending(index))
      }
    }
    return nil
  }
}
