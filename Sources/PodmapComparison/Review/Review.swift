/// What somebody who reviews a change must know first: what can be reached from outside, what policies no longer
/// prevent, and what happened to each workload.
package struct Review: Sendable {
  package let exposure: [ExposureChange]
  package let policies: [PolicyChange]
  package let workloads: [WorkloadChange]

  package init(_ comparison: Comparison) {
    guard !comparison.changes.isEmpty else {
      (exposure, policies, workloads) = ([], [], [])
      return
    }
    exposure = comparison.exposure
    policies = comparison.policyChanges
    workloads = comparison.workloadChanges
  }
}
