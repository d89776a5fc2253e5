/// What is written to a file.
package enum FileContent {
  case bytes([UInt8])
  /// A text that may be larger than the input. The closure makes it while it is written, and makes it again if it has to
  /// be written in another place.
  case text((inout StreamedText) -> Void)
}
