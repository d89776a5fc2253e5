internal import PodmapProcesses

/// Renders each picture in a process of its own with a time limit, so that a layout that hangs or crashes is only an
/// error.
package struct RenderWorker: Sendable {
  /// The program, and the arguments before those that describe the picture. It reads DOT from standard input and writes
  /// a `RenderAnswer`.
  package var executable: String
  package var arguments: [String]
  /// How many seconds a picture may take.
  package var seconds: Double
  /// How much memory a picture may need, in bytes.
  package var memory: Int

  package init(
    executable: String, arguments: [String], seconds: Double = RenderLimits.seconds, memory: Int = RenderLimits.memory
  ) {
    self.executable = executable
    self.arguments = arguments
    self.seconds = seconds
    self.memory = memory
  }

  package func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    try picture(of: dot, PictureRequest(format)).bytes
  }

  /// Renders a graph. A layout that has not finished after half of the time starts again with low effort.
  package func picture(of dot: String, _ request: PictureRequest) throws(RenderError) -> RenderedPicture {
    try picture(of: dot, request, by: start(request))
  }

  func start(_ request: PictureRequest) throws(RenderError) -> ChildProcess {
    // Slightly later than this process would end it.
    let words = arguments + request.words + ["--seconds", "\(seconds + 1)", "--memory", "\(memory)"]
    do throws(ChildProcess.Failure) {
      return try ChildProcess(executable, words, room: ChildProcess.Room(complaints: RenderLimits.outputBytes))
    } catch {
      throw RenderError("can't start the renderer \(executable): \(error.text)")
    }
  }

  /// Renders a graph in a process that was started for this request.
  func picture(
    of dot: String, _ request: PictureRequest, by process: ChildProcess
  ) throws(RenderError) -> RenderedPicture {
    let dot = Array(dot.utf8)
    let start = SuspendingClock.now
    let (half, end) = (start + .seconds(seconds / 2), start + .seconds(seconds))
    let first = process.exchange(dot, answeringBefore: half, endingBefore: end)
    var other = request
    let remark: RenderRemark
    if first.ending == .timedOut, first.output.isEmpty {
      // If the graph was laid out, a second attempt would be no faster.
      other.effort = .low
      remark = .laidOutRoughly
    } else if failed(first) {
      (other.effort, other.lines) = (.low, .straight)
      remark = .drawnWithStraightLines
    } else {
      return try picture(in: first, request)
    }
    let second = try self.start(other).exchange(dot, answeringBefore: end, endingBefore: end)
    // What went wrong with the graph as it is says more than what goes wrong with less of it.
    if remark == .drawnWithStraightLines, RenderAnswer(second.output)?.isPicture != true {
      return try picture(in: first, request)
    }
    var picture = try picture(in: second, other)
    picture.remarks.append(remark)
    return picture
  }

  /// Whether Graphviz can't cope with a graph: another attempt at the same would end in the same way.
  private func failed(_ outcome: ChildProcess.Outcome) -> Bool {
    switch (RenderAnswer(outcome.output), outcome.ending) {
    case (.failure(let failure), _): failure == .noLayout || failure == .noMemory
    case (.picture, _): false
    case (nil, .killed(let signal)): Self.signalsOfCrashes.contains(signal)
    case (nil, .exited): isOutOfMemory(outcome)
    case (nil, .timedOut), (nil, .unknown): false
    }
  }

  /// Whether the limit has ended a worker: Graphviz says so in many ways, and may crash instead.
  private func isOutOfMemory(_ outcome: ChildProcess.Outcome) -> Bool {
    outcome.memory > memory / 2 || Complaints(outcome.complaints).areAboutMemory
  }

  private func picture(
    in outcome: ChildProcess.Outcome, _ request: PictureRequest
  ) throws(RenderError) -> RenderedPicture {
    let complaints = Complaints(outcome.complaints)
    // A complete answer counts, however the program ended afterwards.
    switch RenderAnswer(outcome.output) {
    case .picture(var picture):
      if let complaint = complaints.remark { picture.remarks.append(complaint) }
      return picture
    case .failure(let failure): throw failure.error(drawing: request.format, complaint: complaints.first)
    case nil: break
    }
    switch outcome.ending {
    case .timedOut: throw .timedOut(seconds)
    case .killed(let signal) where Self.signalsOfCrashes.contains(signal) && isOutOfMemory(outcome):
      throw .outOfMemory(memory)
    case .exited where isOutOfMemory(outcome): throw .outOfMemory(memory)
    case .killed(let signal) where Self.signalsOfCrashes.contains(signal): throw .crashed(signal)
    case .killed(let signal): throw .ended(signal)
    case .exited(let code): throw .noAnswer("code \(code)", complaints.first)
    case .unknown: throw .noAnswer("no answer", complaints.first)
    }
  }

  /// SIGILL, SIGTRAP, SIGABRT, SIGBUS (10 on Darwin, 7 on Linux), SIGFPE and SIGSEGV.
  private static let signalsOfCrashes: Set<Int32> = [4, 5, 6, 7, 8, 10, 11]
}

extension RenderError {
  fileprivate static func timedOut(_ seconds: Double) -> RenderError {
    let limit = seconds.rounded() == seconds ? "\(Int(seconds))" : "\(seconds)"
    return RenderError(
      "graphviz did not finish within \(limit) s; draw a smaller part with --focus or -n, or allow more time with --time-limit"
    )
  }

  fileprivate static func outOfMemory(_ limit: Int) -> RenderError {
    let text = limit % (1 << 30) == 0 ? "\(limit >> 30) GiB" : "\(limit >> 20) MiB"
    return RenderError("graphviz needs more than \(text) of memory; draw a smaller part with --focus or -n")
  }

  fileprivate static func crashed(_ signal: Int32) -> RenderError {
    RenderError("graphviz crashed (signal \(signal)); draw a smaller part with --focus or -n")
  }

  fileprivate static func ended(_ signal: Int32) -> RenderError {
    RenderError(
      "the renderer was killed from outside (signal \(signal)), perhaps because memory ran out; draw a smaller part with --focus or -n"
    )
  }

  fileprivate static func noAnswer(_ ending: String, _ complaint: String?) -> RenderError {
    RenderError("the renderer ended with \(ending)" + (complaint.map { ": \($0)" } ?? ""))
  }
}
