#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends the process with an exit code, from places where `exit` means something else.
func endProcess(_ code: Int32) -> Never {
  exit(code)
}
