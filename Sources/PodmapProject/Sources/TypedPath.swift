extension String {
  /// A path without `./` before it.
  var withoutDot: String { hasPrefix("./") ? String(dropFirst(2)) : self }

  /// A path as it can be typed; that of an exported commit is shown with its revision.
  var typed: String { (ExportedPath.shown(self) ?? withoutDot).word }
}
