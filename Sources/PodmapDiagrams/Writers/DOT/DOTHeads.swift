extension EdgeLook.Head {
  /// Graphviz's name.
  var name: DOTLine {
    switch self {
    case .normal: "normal"
    case .empty: "empty"
    case .vee: "vee"
    case .tee: "tee"
    case .diamond: "diamond"
    case .box: "box"
    case .openBox: "obox"
    case .dot: "dot"
    case .openDot: "odot"
    }
  }
}
