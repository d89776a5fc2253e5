internal import PodmapManifests

/// Everything that `podmap.yaml` names, with the content that it should have. Making a plan writes nothing.
struct PublishPlan: Sendable {
  /// Diagrams and comparisons.
  private(set) var pictures: [PlannedPicture] = []
  /// Documents, and the page that shows every picture.
  private(set) var documents: [PlannedOutput] = []
  private(set) var pages: [PlannedPage] = []
  let look: PublishedLook
  /// Files other than the inputs that outputs are made from, with their contents when read: templates, icons.
  private(set) var sources: [(file: String, digest: Digest)] = []
  /// Documents that can't be made, and stay unchanged.
  private(set) var undone: [ProjectPath] = []
  /// All diagnostics about `podmap.yaml` and the inputs.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether `podmap.yaml` is valid; if not, there is no plan.
  private(set) var isValid: Bool
  let index: ProjectPath

  /// The outputs with their own files: pictures and texts first, then the pages that refer to them.
  var outputs: [PlannedOutput] { pictures.flatMap(\.files).flatMap(\.outputs) + documents }

  /// The same plan with the current content of pages.
  var renewed: PublishPlan {
    var plan = self
    plan.pages = pages.map(\.renewed)
    return plan
  }

  /// Paths are taken from the current directory; `config` is the name of the project's file in it.
  init(
    _ project: ProjectFile, config: ProjectPath, reading: SourceSettings = SourceSettings(),
    onStep say: @escaping @Sendable (String) -> Void
  ) {
    index = project.index ?? ProjectPath(PublishIndex.fileName) ?? config
    var found = project.diagnostics
    let settings = PublishSettings(project, &found)
    found += PublishConflicts(project, config: config, index: index).diagnostics
    isValid = !found.contains { $0.severity == .error }
    look = settings.look
    guard isValid else {
      diagnostics = found
      return
    }
    let look = look
    sources = settings.documents.flatMap(\.sources) + look.icons
    let inputs = PublishInputs(project, settings: reading, onStep: say)
    say("laying out \((settings.diagrams.count + settings.comparisons.count).counted("diagram"))")
    let own = project.published.union([index.text, config.text])
    pictures = concurrentMap(settings.diagrams) { $0.picture(of: inputs[$0.diagram.inputs], besides: own, look) }
    let compared = concurrentMap(settings.comparisons) { settings in
      settings.picture(of: inputs[settings.comparison.left], inputs[settings.comparison.right], look)
    }
    pictures += compared.map(\.picture)
    diagnostics = found + inputs.diagnostics.filter { !own.contains($0.place?.file ?? "") || $0.severity == .error }
    diagnostics += pictures.flatMap(\.diagnostics)
    let models = Dictionary(
      uniqueKeysWithValues: zip(settings.comparisons, compared).map { ($0.comparison.name, $1) })
    for result in concurrentMap(settings.documents, { ($0, $0.output(inputs, models)) }) {
      switch result.1 {
      case .success(let output): documents.append(output)
      case .failure(let refusal):
        diagnostics.append(refusal.diagnostic)
        undone.append(result.0.document.file)
      }
    }
    if let gallery = project.gallery {
      // A page that lacks existing pictures or documents would be wrong.
      if undone.isEmpty, pictures.allSatisfy(\.isDrawn) {
        do throws(RequestError) {
          documents.append(try page(at: gallery))
        } catch {
          diagnostics.append(Diagnostic(error, at: Place(file: config.text)))
          undone.append(gallery)
        }
      } else {
        undone.append(gallery)
      }
    }
    judgeNames(config, inputs.files) { PublishSources(project, reading) }
    let blocks = pictures.flatMap { picture in picture.blocks.map { (picture: picture, block: $0) } }
    for file in blocks.map(\.block.file).uniqued {
      let page = PlannedPage(file, blocks.filter { $0.block.file == file })
      diagnostics += page.diagnostics
      pages.append(page)
    }
    diagnostics = diagnostics.uniqued
  }

  /// The names of parts, and the files in input folders, aren't written in `podmap.yaml`.
  private mutating func judgeNames(_ config: ProjectPath, _ read: [String], sources: () -> PublishSources) {
    let known = FileSystem.contents(of: index.text).map { PublishIndex(reading: $0) } ?? PublishIndex()
    let published = Set(known.entries.map(\.file))
    let manifests = Set(read.filter { !published.contains($0) }.compactMap(RealPath.of))
    // A file that an earlier run has written isn't a source, and usually there are no others.
    let isSettled = outputs.allSatisfy { published.contains($0.file.text) || !FileSystem.canFind($0.file.text) }
    let others = isSettled ? nil : sources()
    var owners: [String: String] = [:]
    for output in outputs {
      let place = Place(file: config.text)
      if let other = owners.updateValue(output.diagram, forKey: RealPath.planned(output.file.text)) {
        diagnostics.append(.twice(output, other, at: place))
        isValid = false
      }
      guard let real = RealPath.of(output.file.text) else { continue }
      if manifests.contains(real) {
        diagnostics.append(.isManifest(output, at: place))
        isValid = false
      } else if !published.contains(output.file.text), others?.contains(real) == true {
        diagnostics.append(.isSource(output, at: place))
        isValid = false
      }
    }
  }

  private func page(at gallery: ProjectPath) throws(RequestError) -> PlannedOutput {
    let entries = pictures.filter { !$0.files.isEmpty }.map { picture in
      GalleryModel.Entry(
        title: picture.title, summary: picture.summary, name: picture.name, inputs: picture.inputs,
        files: picture.files.flatMap(\.outputs).map(\.file))
    }
    let html = try GalleryModel(entries, documents: documents.map { ($0.heading ?? $0.file.text, $0.file) }).html(
      at: gallery)
    return PlannedOutput(
      file: gallery, diagram: "gallery", kind: "gallery", content: .text(Array(html.utf8)), inputs: [])
  }
}

extension Diagnostic {
  fileprivate static func isManifest(_ output: PlannedOutput, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(output.file.text.shortened())', which would be written for '\(output.diagram)', is a manifest of an input; "
        + "name another file")
  }

  fileprivate static func isSource(_ output: PlannedOutput, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(output.file.text.shortened())', which would be written for '\(output.diagram)', is a file that an input is "
        + "made from; name another file")
  }

  fileprivate static func twice(_ output: PlannedOutput, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "'\(output.file.text.shortened())' would be written for '\(output.diagram)' and for '\(other)'; "
        + "give one of them another name")
  }
}
