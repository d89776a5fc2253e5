internal import PodmapManifests

/// What `podmap doctor` says about some inputs, as plain text in sections.
package struct DoctorReport: Sendable {
  package let text: String
  /// Whether everything in the inputs can be drawn.
  package let canDrawAll: Bool

  /// Examines inputs; `project` is `nil` if there is no `podmap.yaml`, and `engine` draws a test picture.
  package init(
    _ inputs: [String], project: ProjectFile?, by engine: PictureEngine,
    onStep say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    let examination = Examination(inputs, project: project, engine: engine, onStep: say)
    say("looking for programs, Graphviz and fonts")
    var (text, problems) = ("", 0)
    for section in DoctorSection.all {
      let rows = section.rows(examination)
      if rows.isEmpty { continue }
      text += (text.isEmpty ? "" : "\n") + section.title + "\n"
      for row in rows {
        text += "  \(row.isProblem ? "error: " : "")\(row.text.withoutControlCharacters)\n"
        if row.isProblem { problems += 1 }
      }
    }
    self.text = text.withoutLogCommands
    canDrawAll = problems == 0
  }
}

/// A part of the report, with what it says about an examination. Each is a value in `all`.
struct DoctorSection: Sendable {
  let title: String
  let rows: @Sendable (Examination) -> [DoctorRow]

  static let all: [DoctorSection] = [.sources, .skipped, .project, .programs, .pictures, .fonts, .next]
}

struct DoctorRow: Sendable {
  var text: String
  /// Whether something in the inputs can't be drawn.
  var isProblem = false

  init(_ text: String, isProblem: Bool = false) {
    self.text = text
    self.isProblem = isProblem
  }
}
