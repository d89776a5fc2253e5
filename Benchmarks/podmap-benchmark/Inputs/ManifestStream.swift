/// One Kubernetes object, with the line of dashes before it.
struct ManifestDocument {
  let namespace: String
  /// The application it belongs to; a file's worth of objects.
  let application: String
  let text: String
  /// How many it declares.
  var containers = 0
  var isService = false
}

/// The objects of an invented company's cluster, application after application and namespace after namespace.
/// Everything follows from counting, so that each run and machine gets the same bytes, and a smaller input is the
/// beginning of a larger one.
struct ManifestStream: Sequence, IteratorProtocol {
  /// Where the stream ends.
  enum Size {
    case objects(Int)
    /// Only workloads and Services.
    case workloadsAndServices(Int)
    /// A whole number of applications must have that many.
    case containers(Int)
  }

  private let size: Size
  private var cluster = ClusterIterator()
  private var pending: ArraySlice<ManifestDocument> = []
  private var objects = 0
  private var containers = 0

  init(_ size: Size) {
    self.size = size
  }

  mutating func next() -> ManifestDocument? {
    guard !isComplete else { return nil }
    while pending.isEmpty { pending = cluster.next().documents.filter(isWanted)[...] }
    let document = pending.removeFirst()
    objects += 1
    containers += document.containers
    return document
  }

  private func isWanted(_ document: ManifestDocument) -> Bool {
    guard case .workloadsAndServices = size else { return true }
    return document.containers > 0 || document.isService
  }

  private var isComplete: Bool {
    switch size {
    case .objects(let count), .workloadsAndServices(let count): return objects == count
    case .containers(let count):
      precondition(containers <= count, "no whole number of applications has \(count) containers")
      return containers == count && pending.isEmpty
    }
  }
}

/// Names applications: small and large namespaces of 4 to 40 applications each, in no special order of size.
private struct ClusterIterator {
  private static let areas = ["shop", "billing", "identity", "media", "search", "logistics", "support", "analytics"]
  private static let subjects = [
    "cart", "catalog", "order", "invoice", "profile", "session", "stock", "parcel", "review", "price", "mail",
  ]
  private static let parts = ["api", "web", "worker", "store"]

  private var number = 0
  private var area = 0
  private var position = 0

  mutating func next() -> SampleApplication {
    let isFirst = position == 0
    let application = SampleApplication(
      number: number, name: name(position), namespace: namespace,
      neighbour: isFirst ? nil : name(position - 1), isFirstOfNamespace: isFirst)
    number += 1
    position += 1
    if position == 4 + area * 7 % 37 { (area, position) = (area + 1, 0) }
    return application
  }

  private var namespace: String {
    let round = area / Self.areas.count
    return Self.areas[area % Self.areas.count] + (round == 0 ? "" : "-\(round + 1)")
  }

  /// Unique up to position 43, and neighbours differ in both halves.
  private func name(_ position: Int) -> String {
    "\(Self.subjects[position % Self.subjects.count])-\(Self.parts[position % Self.parts.count])"
  }
}
