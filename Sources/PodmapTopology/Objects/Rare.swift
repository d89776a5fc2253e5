/// A value that few objects have: as small as a pointer where there is none, since there are very many containers.
package struct Rare<Wrapped> {
  private var storage: [Wrapped]

  package init(_ value: Wrapped? = nil) {
    storage = value.map { [$0] } ?? []
  }

  package var value: Wrapped? { storage.first }
}

extension Rare: Sendable where Wrapped: Sendable {}
extension Rare: Equatable where Wrapped: Equatable {}
extension Rare: Hashable where Wrapped: Hashable {}
