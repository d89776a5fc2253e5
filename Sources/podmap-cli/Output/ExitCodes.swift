/// What the exit codes mean.
enum ExitCodes {
  static let all: [(code: Int32, short: String)] = [
    (0, "done"),
    (1, "the input has errors, or lacks what an option names; or --check or --exit-code found a difference"),
    (2, "an output can't be written, or a picture can't be drawn"),
    (64, "the command line is wrong"),
  ]
}
