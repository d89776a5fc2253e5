/// A value that few objects have, stored in the size of a pointer, since there are very many containers.
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
