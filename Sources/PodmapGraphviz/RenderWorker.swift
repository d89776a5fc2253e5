/// A process of its own for each picture, with a time limit: a layout that hangs or crashes is an error and harms
/// nothing else.
package struct RenderWorker: Sendable {
  /// The program, with the arguments before those that say what is drawn. It reads DOT from standard input and
  /// writes a `RenderAnswer`.
  package var executable: String
  package var arguments: [String]
  /// How long a picture may take.
  package var seconds: Double

  package static let usualSeconds = 30.0

  package init(executable: String, arguments: [String], seconds: Double = Self.usualSeconds) {
    self.executable = executable
    self.arguments = arguments
    self.seconds = seconds
  }

  package func render(_ dot: String, as format: PictureFormat) throws(RenderError) -> [UInt8] {
    try picture(of: dot, PictureRequest(format)).bytes
  }

  /// The picture of a graph. A layout that has not ended after half of the time is begun again with low effort.
  package func picture(of dot: String, _ request: PictureRequest) throws(RenderError) -> RenderedPicture {
    try picture(of: dot, request, by: start(request))
  }

  func start(_ request: PictureRequest) throws(RenderError) -> WorkerProcess {
    // A moment later than this process would end it.
    try WorkerProcess(executable, arguments + request.words + ["--seconds", "\(seconds + 1)"])
  }

  /// By a process that was started for this request.
  func picture(
    of dot: String, _ request: PictureRequest, by process: WorkerProcess
  ) throws(RenderError) -> RenderedPicture {
    let dot = Array(dot.utf8)
    let start = SuspendingClock.now
    let (half, end) = (start + .seconds(seconds / 2), start + .seconds(seconds))
    let first = process.exchange(dot, answeringBefore: half, endingBefore: end)
    // One that had laid the graph out would be no quicker the second time.
    guard first.ending == .timedOut, first.output.isEmpty else { return try picture(in: first, request) }
    var rough = request
    rough.effort = .low
    let second = try self.start(rough).exchange(dot, answeringBefore: end, endingBefore: end)
    var picture = try picture(in: second, rough)
    picture.remarks.append(.laidOutRoughly)
    return picture
  }

  private func picture(
    in outcome: WorkerProcess.Outcome, _ request: PictureRequest
  ) throws(RenderError) -> RenderedPicture {
    let complaints = Complaints(outcome.complaints)
    // A whole answer is one, however the program ended behind it.
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
      "graphviz did not finish within \(limit) s; draw a smaller part with --focus or -n, or give it more with --time-limit"
    )
  }

  fileprivate static func crashed(_ signal: Int32) -> RenderError {
    RenderError("graphviz crashed (signal \(signal)); draw a smaller part with --focus or -n")
  }

  fileprivate static func ended(_ signal: Int32) -> RenderError {
    RenderError(
      "the renderer was ended from outside (signal \(signal)), perhaps for want of memory; draw a smaller part with --focus or -n"
    )
  }

  fileprivate static func noAnswer(_ ending: String, _ complaint: String?) -> RenderError {
    RenderError("the renderer ended with \(ending)" + (complaint.map { ": \($0)" } ?? ""))
  }
}
