package import PodmapManifests

extension Icon {
  /// The names, without an extension, under which a user's set of icons may have this one, the most
  /// exact first: `persistent-volume-claim`, `persistentvolumeclaim`, `pvc`.
  package var fileNames: [String] {
    Self.spellings(of: rawValue) + (kinds.first.map(KnownKind.iconNames) ?? [])
  }

  /// The names under which such a set may have the icon of one kind: those of the kind itself, then those of
  /// the icon that it shares with others. So a ClusterRole is `c-role` if the set has that, and `role` otherwise.
  ///
  /// A kind may be any text in a manifest. One that could lead out of the folder has no name of its own.
  package static func fileNames(kind: String) -> [String] {
    let spellings = spellings(of: kind)
    let own = spellings.isEmpty ? [] : KnownKind.iconNames(ofKindNamed: kind)
    return (spellings + own + ResourceKind(rawValue: kind).icon.fileNames).uniqued
  }

  /// A kind in lower case with dashes, and without them.
  private static func spellings(of kind: String) -> [String] {
    let letters = Array(kind.utf8)
    guard (1...63).contains(letters.count), letters.allSatisfy({ $0.isDigit || $0.isUpper || $0.isLower }) else {
      return []
    }
    var dashed = ""
    for (position, letter) in letters.enumerated() {
      let isFollowedByLower = position + 1 < letters.count && letters[position + 1].isLower
      if position > 0, letter.isUpper, !letters[position - 1].isUpper || isFollowedByLower { dashed += "-" }
      dashed.unicodeScalars.append(Unicode.Scalar(letter.isUpper ? letter + 32 : letter))
    }
    let plain = dashed.filter { $0 != "-" }
    return dashed == plain ? [plain] : [dashed, plain]
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isUpper: Bool { (0x41...0x5a).contains(self) }
  fileprivate var isLower: Bool { (0x61...0x7a).contains(self) }
}
