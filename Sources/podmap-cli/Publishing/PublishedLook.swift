import ArgumentParser
import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapProject

/// How the pictures of `podmap.yaml` are drawn: what `pictures` says, as the options of `podmap draw` mean it.
struct PublishedLook: Sendable {
  let dress: PictureDress
  /// The icons as they were when they were read.
  let icons: [(file: String, digest: Digest)]
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
    var found: [(file: String, digest: Digest)] = []
    if let folder = written?.icons?.text {
      var remarks: [Diagnostic] = []
      words.judge(place("icons")) {
        guard RealPath.leaves(folder) else { return }
        throw ValidationError("the folder of icons '\(folder)' leaves the folder of podmap.yaml by a link")
      }
      words.judge(place("icons")) { icons = try IconFolder(folder).icons { remarks.append($0) } }
      diagnostics += remarks
      found = Self.files(in: folder).map { ($0, Digest(of: (try? FileSystem.read($0)) ?? [])) }
    }
    diagnostics += words.diagnostics
    self.icons = found
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

  /// The files of a folder of icons.
  static func files(in folder: String) -> [String] {
    ((try? FileSystem.names(in: folder)) ?? []).map { "\(folder)/\($0)" }.filter(FileSystem.isFile)
  }

  private static func remark(
    scale: Double?, theme: String?, icons: [(file: String, digest: Digest)]
  ) -> String {
    var words = [scale.map { "scale \($0)" }, theme.map { "theme \($0)" }].compactMap(\.self)
    if !icons.isEmpty {
      var fingerprint = Fingerprint()
      for icon in icons {
        fingerprint.add(icon.file)
        fingerprint.add(icon.digest.text)
      }
      words.append("icons \(fingerprint.digest.text)")
    }
    return words.isEmpty ? "" : words.joined(separator: ", ") + "\n"
  }
}
