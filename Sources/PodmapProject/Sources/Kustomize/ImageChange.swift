internal import PodmapManifests

/// `images`: other names, tags and digests of images, in the containers of all pod templates.
enum ImageChange {
  static func apply(_ value: Value, _ objects: inout [KustomizedObject]) {
    let changes = value.items.compactMap(ImageRow.init)
    guard !changes.isEmpty else { return }
    for position in objects.indices where objects[position].kind != "CustomResourceDefinition" {
      apply(changes, &objects[position].draft)
    }
  }

  private static func apply(_ changes: [ImageRow], _ draft: inout Draft) {
    switch draft.content {
    case .scalar: return
    case .sequence(var items):
      for position in items.indices { apply(changes, &items[position]) }
      draft.content = .sequence(items)
    case .mapping(var fields):
      for position in fields.indices {
        if ["containers", "initContainers"].contains(fields[position].key) {
          fields[position].value.visit("image") { image in
            for change in changes {
              if let text = image.text, let new = change.image(for: text) { image = Draft(new) }
            }
          }
        }
        apply(changes, &fields[position].value)
      }
      draft.content = .mapping(fields)
    }
  }
}

/// One row of `images`.
struct ImageRow {
  let name: String
  let newName: String?
  let newTag: String?
  let tagSuffix: String?
  let digest: String?

  init?(_ value: Value) {
    func text(_ field: String) -> String? { value[field]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    guard let name = text("name") else { return nil }
    self.name = name
    newName = text("newName")
    newTag = text("newTag")
    tagSuffix = text("tagSuffix")
    digest = text("digest")
  }

  /// The new image; `nil` if the row is about another one.
  func image(for image: String) -> String? {
    guard image.hasPrefix(name) else { return nil }
    let rest = image.dropFirst(name.count)
    guard rest.isEmpty || rest.hasPrefix(":") || rest.hasPrefix("@") else { return nil }
    let oldTag = rest.hasPrefix(":") ? rest.dropFirst().prefix { $0 != "@" } : ""
    // What follows a colon may be a port instead.
    if oldTag.contains("/") { return nil }
    let oldDigest = rest.firstIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? ""
    let (tag, digest): (String, String) =
      switch (newTag, self.digest, tagSuffix) {
      case (let tag?, let digest, _): (tag, digest ?? "")
      case (nil, let digest?, _): ("", digest)
      case (nil, nil, let suffix?): (oldTag + suffix, "")
      case (nil, nil, nil): (String(oldTag), String(oldDigest))
      }
    return (newName ?? name) + (tag.isEmpty ? "" : ":" + tag) + (digest.isEmpty ? "" : "@" + digest)
  }
}
