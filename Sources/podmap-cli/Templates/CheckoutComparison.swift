import ArgumentParser
import PodmapComparison
import PodmapManifests
import PodmapPublishing
import PodmapTopology

/// Two checkouts of one repository, compared by what the `podmap.yaml` of the second names as inputs: each set of
/// inputs once.
struct CheckoutComparison {
  private(set) var models: [ComparisonModel] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var isDifferent = false

  init(
    base: String, head: String, config: String, options: ComparisonPicture.Options, onStep say: (String) -> Void
  ) throws {
    let file = Self.joined(head, config)
    let project: ProjectFile
    do throws(FileSystem.Failure) {
      project = ProjectFile(try FileSystem.read(file), name: file)
    } catch {
      throw ValidationError("the file '\(file)' can't be read: \(error.text); --project needs the podmap.yaml of RIGHT")
    }
    diagnostics = project.diagnostics
    let sets = project.inputs
    guard !sets.isEmpty || !diagnostics.isEmpty else {
      throw ValidationError("'\(file)' names no inputs; docs/podmap-yaml.md has an example")
    }
    for inputs in sets {
      let sides = [base, head].map { folder in
        // A folder that is new, or gone, is an application without anything in it.
        let paths = inputs.map { Self.joined(folder, $0.text) }.filter(ThisProgram.canFind)
        return LinkedInput(reading: paths, project: project, keepsSources: true, onStep: say)
      }
      // What was wrong before is of no interest now.
      diagnostics += sides[1].diagnostics
      let comparison = Comparison(Layout(sides[0]), Layout(sides[1]))
      isDifferent = isDifferent || !comparison.changes.isEmpty
      var options = options
      if options.title == nil { options.title = inputs.map(\.text).joined(separator: ", ") }
      models.append(ComparisonModel(comparison, left: "before", right: "after", options))
    }
    diagnostics = diagnostics.uniqued
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    let plain = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    if path == "." { return plain }
    return plain == "." ? path : plain == "/" ? "/\(path)" : "\(plain)/\(path)"
  }
}
