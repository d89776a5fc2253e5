import Dispatch
import Synchronization

extension Array {
  /// The array in pieces of `size` elements, the last possibly shorter: each large enough to be worth a task.
  package func slices(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

/// The results of `transform` in the order of `inputs`, computed on all cores.
package func concurrentMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input],
  _ transform: @Sendable (Input) -> Output
) -> [Output] {
  guard inputs.count > 1 else { return inputs.map(transform) }
  let results = Mutex([Output?](repeating: nil, count: inputs.count))
  DispatchQueue.concurrentPerform(iterations: inputs.count) { position in
    let output = transform(inputs[position])
    results.withLock { $0[position] = output }
  }
  return results.withLock { $0.compactMap(\.self) }
}

/// The results of `transform` for all inputs, joined in their order, computed on all cores in slices that are large
/// enough to be worth a task.
package func concurrentFlatMap<Input: Sendable, Output: Sendable>(
  _ inputs: [Input],
  _ transform: @Sendable (Input) -> [Output]
) -> [Output] {
  Array(concurrentMap(inputs.slices(of: 256)) { $0.flatMap(transform) }.joined())
}

/// The results of two pieces of work that don't need each other, computed at the same time if a core is free.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let results = (OnDemand(first), OnDemand(second))
  DispatchQueue.concurrentPerform(iterations: 2) { position in
    if position == 0 { _ = results.0.value } else { _ = results.1.value }
  }
  return (results.0.value, results.1.value)
}
