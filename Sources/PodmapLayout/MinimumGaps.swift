/// Returns the positions closest to `wanted`, by weighted least squares, in which each element is at least the given
/// gap after the one before it.
///
/// Pool adjacent violators. Source: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid, E. Silverman, "An Empirical
/// Distribution Function for Sampling with Incomplete Information", Annals of Mathematical Statistics 26, 1955.
func positions(wanted: [Double], weights: [Double], gaps: [Double]) -> [Double] {
  var offsets: [Double] = []
  offsets.reserveCapacity(wanted.count)
  var pools: [(sum: Double, weight: Double, count: Int)] = []
  pools.reserveCapacity(wanted.count)
  var offset = 0.0
  for index in wanted.indices {
    if index > 0 { offset += gaps[index - 1] }
    offsets.append(offset)
    var pool = (sum: (wanted[index] - offset) * weights[index], weight: weights[index], count: 1)
    while let last = pools.last, last.sum / last.weight > pool.sum / pool.weight {
      pool = (last.sum + pool.sum, last.weight + pool.weight, last.count + pool.count)
      pools.removeLast()
    }
    pools.append(pool)
  }
  var result: [Double] = []
  result.reserveCapacity(wanted.count)
  for pool in pools {
    for _ in 0..<pool.count {
      result.append(pool.sum / pool.weight + offsets[result.count])
    }
  }
  return result
}
