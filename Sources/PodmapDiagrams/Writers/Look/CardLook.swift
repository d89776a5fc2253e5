/// How a family of cards looks, and what the legend calls it.
struct CardLook: Sendable {
  /// The legend's word: "workload".
  let word: String
  /// The strong colour that white text stands on.
  let fill: Colour
  /// The frame.
  let stroke: Colour
}

extension FlowDiagram.Card.Style {
  /// White on `fill` has a contrast of at least 4.5 : 1, and every fill is told from black and from
  /// white pages, so that one fill serves light and dark themes.
  var look: CardLook {
    switch self {
    case .workload: CardLook(word: "workload", fill: Colour(0x326ce5), stroke: Colour(0x1d4fb8, dark: 0x5a8bf2))
    case .job: CardLook(word: "job", fill: Colour(0x5b5fc7), stroke: Colour(0x4145a0, dark: 0x8488e6))
    case .service: CardLook(word: "service", fill: Colour(0x1a7f37), stroke: Colour(0x116329, dark: 0x3fa75c))
    case .entry: CardLook(word: "entry", fill: Colour(0x0b7285), stroke: Colour(0x075463, dark: 0x35a3b8))
    case .configuration:
      CardLook(word: "configuration", fill: Colour(0x9a6700), stroke: Colour(0x744d00, dark: 0xc9932b))
    case .secret: CardLook(word: "secret", fill: Colour(0xa04a14), stroke: Colour(0x7a360c, dark: 0xd07a42))
    case .storage: CardLook(word: "storage", fill: Colour(0x77509b), stroke: Colour(0x5a3b78, dark: 0xa581c8))
    case .identity: CardLook(word: "identity", fill: Colour(0xa83279), stroke: Colour(0x80235a, dark: 0xd468a8))
    case .policy: CardLook(word: "policy", fill: Colour(0x7a6a53), stroke: Colour(0x5b4e3b, dark: 0xa99679))
    case .node: CardLook(word: "machine", fill: Colour(0x57606a), stroke: Colour(0x3d444d, dark: 0x8b949e))
    case .outside: CardLook(word: "outside", fill: Colour(0x3d444e), stroke: Colour(0x818b98))
    case .other: CardLook(word: "other kind", fill: Colour(0x57606a), stroke: Colour(0x818b98))
    case .user: CardLook(word: "user", fill: Colour(0x8a3ffc), stroke: Colour(0x6929c4, dark: 0xb28aff))
    case .cluster: CardLook(word: "cluster", fill: Colour(0x274c77), stroke: Colour(0x5b87b8))
    case .container: CardLook(word: "container", fill: Colour(0x00796b), stroke: Colour(0x004d40, dark: 0x2fa595))
    case .network: CardLook(word: "network", fill: Colour(0x4d7c0f), stroke: Colour(0x365a0a, dark: 0x86b545))
    case .plain: CardLook(word: "other", fill: Colour(0x57606a), stroke: Colour(0x818b98))
    }
  }
}

extension FlowDiagram.Card.Presence {
  /// What a card says about its presence, in its text and in the legend; nothing where it is there.
  var word: String? {
    switch self {
    case .present: nil
    case .missing: "missing"
    case .external: "from the cluster"
    case .notInInput: "not in the input"
    }
  }

  /// The frame of a card that is not there.
  var stroke: Colour {
    switch self {
    case .present, .external: Colour(0x818b98)
    case .missing: .alarm
    case .notInInput: Colour(0xb0762a)
    }
  }
}

extension FlowDiagram.Group.Style {
  /// The frame of a group, and its pale ground.
  var look: (stroke: Colour, ground: Colour) {
    switch self {
    case .cluster: (Colour(0x818b98), Colour(0xfafbfc, dark: 0x11161d))
    case .node: (Colour(0x57606b, dark: 0x6e7781), Colour(0xf1f3f5, dark: 0x171c23))
    case .namespace: (Colour(0x7f9bd1, dark: 0x4d6699), Colour(0xf3f7ff, dark: 0x101826))
    case .application: (Colour(0x8aa88f, dark: 0x4f6f57), Colour(0xf4faf5, dark: 0x101b14))
    case .pod: (Colour(0x326ce4, dark: 0x5a8bf2), Colour(0xf4f7ff, dark: 0x111a2b))
    }
  }
}
