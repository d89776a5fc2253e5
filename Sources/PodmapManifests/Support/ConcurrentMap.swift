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
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(first: First?, second: Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { position in
    if position == 0 {
      let result = first()
      results.withLock { $0.first = result }
    } else {
      let result = second()
      results.withLock { $0.second = result }
    }
  }
  guard case (let first?, let second?) = results.withLock({ $0 }) else {
    preconditionFailure("both iterations have ended")
  }
  return (first, second)
}
