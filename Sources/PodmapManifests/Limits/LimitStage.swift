extension Limit {
  /// The limits of one stage of the pipeline.
  package struct Stage: Sendable {
    /// The heading of its table in `docs/limits.md`.
    package let heading: String
    package let limits: [Limit]
  }

  /// All limits, in the order of the pipeline.
  package static let stages = [
    Stage(heading: "Reading", limits: reading),
    Stage(heading: "Linking", limits: linking),
    Stage(heading: "Flow diagrams", limits: flow),
    Stage(heading: "Sequence diagrams", limits: sequences),
    Stage(heading: "Writing", limits: writing),
    Stage(heading: "Rendering", limits: rendering),
    Stage(heading: "Comparing and converting", limits: comparing),
    Stage(heading: "Publishing", limits: publishing),
    Stage(heading: "Messages", limits: messages),
  ]

  package static let all = stages.flatMap(\.limits)
}
