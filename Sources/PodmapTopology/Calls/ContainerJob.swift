import PodmapManifests

/// What a container does with the addresses that it is given, if it doesn't call them.
struct ContainerJob {
  /// Whether it only watches the files of another program, and tells it to read them again.
  let onlyWatchesFiles: Bool
  /// Whether its arguments say what a certificate must contain.
  let makesCertificates: Bool

  init(_ container: Value) {
    let command = ["command", "args"].flatMap { container[$0]?.items ?? [] }.compactMap(\.text)
    let variables = (container["env"]?.items ?? []).compactMap { $0["value"]?.text }
    let texts = command + variables
    let asksForReload =
      texts.contains { $0.containsBytes(of: "/-/reload") } || command.contains(where: Self.isWatchFlag)
    // A Prometheus that is started by a script may send the request to itself.
    onlyWatchesFiles = asksForReload && !texts.contains { $0.containsBytes(of: "--config.file") }
    let programs = [container["image"]?.text, command.first].compactMap(\.self)
    // A script may do anything else as well.
    makesCertificates =
      programs.contains(where: Self.isGenerator) && !command.contains { $0.utf8.contains(UInt8(ascii: " ")) }
  }

  /// A flag of configmap-reload or of prometheus-config-reloader.
  private static func isWatchFlag(_ argument: String) -> Bool {
    guard argument.hasPrefix("-") else { return false }
    return ["volume-dir", "watched-dir", "reload-url"].contains(
      argument.drop { $0 == "-" }.prefix { $0 != "=" })
  }

  /// Whether an image or a path names a program such as kube-webhook-certgen.
  private static func isGenerator(_ program: String) -> Bool {
    // Few do, and the words of every image would take long.
    guard program.lowercased().containsBytes(of: "cert") else { return false }
    let name = program.split(separator: "@").first?.split(separator: "/").last?.prefix { $0 != ":" } ?? ""
    let words = NameWords.words(of: String(name))
    if words.contains("certgen") { return true }
    return words.contains { ["cert", "certs", "certificate", "certificates"].contains($0) }
      && words.contains { ["gen", "generator", "generate"].contains($0) }
  }
}
