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

  package init(executable: String, arguments: [String], seconds: Double = RenderLimits.seconds) {
    self.executable = executable
    self.arguments = arguments
    self.seconds = seconds
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
    let words = arguments + request.words + ["--seconds", "\(seconds + 1)"]
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
    // If the graph was laid out, a second attempt would be no faster.
    guard first.ending == .timedOut, first.output.isEmpty else { return try picture(in: first, request) }
    var rough = request
    rough.effort = .low
    let second = try self.start(rough).exchange(dot, answeringBefore: end, endingBefore: end)
    var picture = try picture(in: second, rough)
    picture.remarks.append(.laidOutRoughly)
    return picture
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
