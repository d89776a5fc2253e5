internal import PodmapDiagrams
internal import PodmapManifests

/// How the pictures of `podmap.yaml` are rendered, according to its key `pictures`.
struct PublishedLook: Sendable {
  let pictures: PictureLook
  /// The settings for Graphviz.
  let settings: RenderSettings
  /// The files of the icons, with their digests when they were read.
  let icons: [(file: String, digest: Digest)]
  /// Settings that change pictures without changing the text that they are rendered from.
  private let remark: String

  init(_ project: ProjectFile, _ diagnostics: inout [Diagnostic]) {
    var words = ProjectWords()
    let written = project.look
    func place(_ field: String) -> Place { written?.place(of: field) ?? Place(file: "") }
    var settings = RenderSettings(scale: written?.scale, icons: written?.icons?.text)
    if let name = written?.theme {
      settings.theme =
        words.judge(place("theme")) { () throws(RequestError) in try RenderSettings.theme(named: name) } ?? .auto
    }
    if let limit = written?.timeLimit { settings.timeLimit = limit }
    words.judge(place("scale")) { [settings] () throws(RequestError) in try settings.checkScale() }
    words.judge(place("timeLimit")) { [settings] () throws(RequestError) in try settings.checkTimeLimit() }
    var icons = IconSet()
    var found: [(file: String, digest: Digest)] = []
    if let folder = settings.icons {
      var remarks: [Diagnostic] = []
      words.judge(place("icons")) { () throws(RequestError) in
        guard RealPath.leaves(folder) else { return }
        throw RequestError("the icon folder '\(folder)' is a link that leads out of the folder of podmap.yaml")
      }
      words.judge(place("icons")) { () throws(RequestError) in
        icons = try IconFolder(folder).icons { remarks.append($0) }
      }
      diagnostics += remarks
      found = Self.files(in: folder).map { ($0, Digest(of: (try? FileSystem.read($0)) ?? [])) }
    }
    diagnostics += words.diagnostics
    self.icons = found
    self.settings = settings
    pictures = PictureLook(theme: settings.theme, icons: icons)
    remark = Self.remark(scale: written?.scale, theme: written?.theme, icons: found)
  }

  /// A renderer that returns, instead of each picture, the text that it would be rendered from.
  var sources: Renderer { Renderer(sourcesFor: pictures, remark: remark) }

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
