internal import PodmapManifests
internal import PodmapTopology

/// `labels` and `commonLabels`.
enum LabelChange {
  /// Labels of objects, pod templates and selectors.
  static func applyCommon(_ value: Value, _ objects: inout [KustomizedObject]) {
    add(value, to: LabelRoutes.all, &objects)
  }

  static func apply(_ value: Value, _ objects: inout [KustomizedObject]) {
    for item in value.items {
      guard let pairs = item["pairs"] else { continue }
      let own = (item["fields"]?.items ?? []).compactMap(LabelRoute.init)
      let routes =
        item["includeSelectors"]?.boolean == true
        ? LabelRoutes.all : item["includeTemplates"]?.boolean == true ? LabelRoutes.templates : [LabelRoutes.object]
      add(pairs, to: routes + own, &objects)
    }
  }

  private static func add(_ pairs: Value, to routes: [LabelRoute], _ objects: inout [KustomizedObject]) {
    let fields = pairs.fields.map { Draft.Field($0.key.written, Draft($0.value.written)) }
    guard !fields.isEmpty else { return }
    for position in objects.indices {
      for route in routes where route.isFor(objects[position]) {
        objects[position].draft.add(fields, at: route)
      }
    }
  }
}

/// `commonAnnotations`: annotations of objects and pod templates.
enum AnnotationChange {
  static func apply(_ value: Value, _ objects: inout [KustomizedObject]) {
    let fields = value.fields.map { Draft.Field($0.key.written, Draft($0.value.written)) }
    guard !fields.isEmpty else { return }
    for position in objects.indices {
      for route in LabelRoutes.annotations where route.isFor(objects[position]) {
        objects[position].draft.add(fields, at: route)
      }
    }
  }
}

extension Draft {
  fileprivate mutating func add(_ fields: [Field], at route: LabelRoute) {
    visit(route.route, creating: route.isCreated) { map in
      guard map.isEmpty || !map.fields.isEmpty else { return }
      map.merge(fields)
    }
  }
}
