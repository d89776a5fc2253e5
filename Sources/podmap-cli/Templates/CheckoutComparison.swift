import ArgumentParser
import PodmapComparison
import PodmapManifests
import PodmapProject
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
    guard let place = ProjectPath(config) else {
      throw ValidationError("--config '\(config)' is looked for in RIGHT; name it relative to that")
    }
    let file = Self.joined(head, place.text)
    let project: ProjectFile
    do throws(FileSystem.Failure) {
      project = ProjectFile(try FileSystem.read(file), name: file)
    } catch {
      throw ValidationError("the file '\(file)' can't be read: \(error.text); --project needs the podmap.yaml of RIGHT")
    }
    diagnostics = project.diagnostics
    let sets = project.inputs
    // Paths in a podmap.yaml begin at its own folder.
    let folder = place.text.split(separator: "/").dropLast().joined(separator: "/")
    guard !sets.isEmpty || !diagnostics.isEmpty else {
      throw ValidationError("'\(file)' names no inputs; docs/podmap-yaml.md has an example")
    }
    for inputs in sets {
      // A folder that is new, or gone, is an application without anything in it.
      let paths = [base, head].map { checkout in
        inputs.map { Self.joined(Self.joined(checkout, folder.isEmpty ? "." : folder), $0.text) }
          .filter(ThisProgram.canFind)
      }
      if paths.allSatisfy(\.isEmpty) {
        diagnostics.append(.inNeither(inputs, at: Place(file: file)))
        continue
      }
      let sides = paths.map { LinkedInput(reading: $0, project: project, keepsSources: true, onStep: say) }
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

extension Diagnostic {
  fileprivate static func inNeither(_ inputs: [ProjectPath], at place: Place) -> Diagnostic {
    let names = inputs.map { "'\($0.text.shortened())'" }.joined(separator: ", ")
    return Diagnostic(
      .error, at: place, "\(names) \(inputs.count == 1 ? "is" : "are") in neither checkout; correct 'inputs'")
  }
}
