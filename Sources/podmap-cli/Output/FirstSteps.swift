import PodmapProject

/// What `podmap` prints if it is given nothing: what it is, and the commands that somebody needs first.
enum FirstSteps {
  static let text = """
    Podmap draws what runs in a Kubernetes application: pods, their containers, and
    who calls whom.

      podmap deploy/ -o app.svg             draw a folder of manifests
      podmap chart/ --values prod.yaml      draw a Helm chart
      podmap init && podmap publish         put diagrams into a repository
      podmap compare main/ branch/          show what differs between two versions
      podmap --help                         list all commands

    """

  /// Prints them and ends the program, unless there are arguments, or something on standard input that was meant to be drawn.
  static func printAndEnd(_ arguments: some Collection<String>) {
    guard arguments.isEmpty, FileSystem.isStandardInputEmpty else { return }
    StandardOutput.end(printing: text)
  }
}
