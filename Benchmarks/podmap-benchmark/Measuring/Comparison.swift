/// Commands that are measured on one input against a yardstick.
struct Comparison {
  /// The runs of one command.
  struct Result {
    let command: Command
    var runs: [ProcessRun] = []

    /// Seconds from start to exit.
    var wall: Spread { Spread(runs.map(\.wallSeconds)) }
    /// Seconds of all cores together, of the program and of the kernel for it.
    var processor: Spread { Spread(runs.map(\.processorSeconds)) }
    /// Bytes.
    var peakMemory: Spread { Spread(runs.map(\.peakMemory)) }
  }

  let title: String
  let yardstick: Command
  let contenders: [Command]
  let rounds: Int

  init(_ title: String, _ yardstick: Command, _ contenders: [Command], rounds: Int) {
    self.title = title
    self.yardstick = yardstick
    self.contenders = contenders
    self.rounds = rounds
  }

  /// The yardstick first. The commands take turns, so that a machine that is busy for a while slows all of them
  /// and leaves the ratios alone.
  func measured() throws(BenchmarkFailure) -> [Result] {
    var results = ([yardstick] + contenders).map { Result(command: $0) }
    for _ in 0..<rounds {
      for position in results.indices { results[position].runs.append(try ProcessRun(results[position].command)) }
    }
    return results
  }
}
