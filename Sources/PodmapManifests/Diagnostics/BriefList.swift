extension [String] {
  /// The first of the names, and how many more there are: "v2", "v2, v3, v4 and 2 more".
  package var briefList: String {
    let more = count - Limit.listedNames.value
    return prefix(Limit.listedNames.value).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
