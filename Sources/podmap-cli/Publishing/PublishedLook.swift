import ArgumentParser
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapPublishing

/// How the pictures of `podmap.yaml` are drawn: what `pictures` says, as the options of `podmap draw` mean it.
struct PublishedLook: Sendable {
  let dress: PictureDress
  /// The folder of icons with its files.
  let files: [String]
  private let scale: Double?
  private let timeLimit: Double?
  private let theme: String?
  /// What changes pictures without changing what they are drawn from.
  private let remark: String

  init(_ project: ProjectFile, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let written = project.look
    (scale, timeLimit, theme) = (written?.scale, written?.timeLimit, written?.theme)
    func place(_ field: String) -> Place { written?.place(of: field) ?? Place(file: "") }
    for (field, scale, limit, name) in [
      ("theme", nil, nil, theme), ("scale", scale, nil, nil), ("timeLimit", nil, timeLimit, nil),
    ] {
      words.judge(place(field)) {
        // A format with pixels takes every option.
        try Self.options(scale: scale, timeLimit: limit, theme: name).validate(for: [.png])
      }
    }
    var icons = IconSet()
    var found: [String] = []
    if let folder = written?.icons?.text {
      var remarks: [Diagnostic] = []
      words.judge(place("icons")) { icons = try IconFolder(folder).icons { remarks.append($0) } }
      diagnostics += remarks
      found = ((try? FileSystem.names(in: folder)) ?? []).map { "\(folder)/\($0)" }
    }
    diagnostics += words.diagnostics
    files = found
    let options = try? Self.options(scale: nil, timeLimit: nil, theme: theme)
    dress = PictureDress(theme: options?.theme ?? .auto, icons: icons)
    remark = Self.remark(scale: scale, theme: theme, icons: found)
  }

  /// What is asked of Graphviz.
  var options: RenderOptions {
    get throws { try Self.options(scale: scale, timeLimit: timeLimit, theme: theme) }
  }

  /// Gives, in place of each picture, what it is drawn from.
  var sources: Renderer { Renderer(sourcesFor: dress, remark: remark) }

  private static func options(scale: Double?, timeLimit: Double?, theme: String?) throws -> RenderOptions {
    var options = try RenderOptions.parse([])
    options.scale = scale
    options.timeLimit = timeLimit ?? options.timeLimit
    options.themeName = theme ?? options.themeName
    return options
  }

  private static func remark(scale: Double?, theme: String?, icons: [String]) -> String {
    var words = [scale.map { "scale \($0)" }, theme.map { "theme \($0)" }].compactMap(\.self)
    if !icons.isEmpty {
      var fingerprint = Fingerprint()
      for file in icons {
        fingerprint.add(file)
        fingerprint.add((try? FileSystem.read(file)) ?? [])
      }
      words.append("icons \(fingerprint.digest.text)")
    }
    return words.isEmpty ? "" : words.joined(separator: ", ") + "\n"
  }
}
