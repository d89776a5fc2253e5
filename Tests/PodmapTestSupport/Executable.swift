/// Makes a script a program.
///
/// Another process writes its file again. What this process writes, a program that another test starts at that moment
/// may hold open, and the system starts no program while its file is open for writing ("Text file busy").
package func makeExecutable(_ path: String) throws {
  let script = #"cp "$0" "$0.new" && chmod 755 "$0.new" && mv "$0.new" "$0""#
  let finished = try run("/bin/sh", ["-c", script, path])
  guard finished.exitCode == 0 else { throw Failure("'\(path)' can't be made a program: \(finished.errors)") }
}
