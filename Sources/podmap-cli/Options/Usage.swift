import ArgumentParser
import PodmapProject

/// Says what is wrong with a request in the words of the command line, which makes the exit code 64.
func usage<Result>(_ body: () throws(RequestError) -> Result) throws -> Result {
  do throws(RequestError) {
    return try body()
  } catch {
    throw ValidationError(error.textForOptions)
  }
}
