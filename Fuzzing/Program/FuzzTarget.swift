import PodmapFuzzing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The harness that the variable names.
private let harness: Harness = {
  let name = getenv("PODMAP_HARNESS").map { String(cString: $0) } ?? ""
  guard let found = Harness.all.first(where: { $0.name == name }) else {
    fatalError("set PODMAP_HARNESS to one of \(Harness.all.map(\.name).joined(separator: ", "))")
  }
  return found
}()

/// What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html#fuzz-target).
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  if let problem = harness.run(Array(UnsafeBufferPointer(start: data, count: size))) { fatalError(problem) }
  return 0
}
