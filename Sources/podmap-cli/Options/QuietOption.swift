import ArgumentParser

/// The option of commands that have nothing to say but errors, so that scripts may give it to every command.
struct QuietOption: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print only errors.")
  var quiet = false
}
