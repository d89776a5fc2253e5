import ArgumentParser
import PodmapProject

/// Reports what is wrong with a request in the terms of the command line; the exit code becomes 64.
func usage<Result>(_ body: () throws(RequestError) -> Result) throws -> Result {
  do throws(RequestError) {
    return try body()
  } catch {
    throw ValidationError(error.textForOptions)
  }
}
