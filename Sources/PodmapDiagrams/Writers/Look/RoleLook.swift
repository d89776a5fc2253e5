extension PodContent.Container.Role {
  /// The family of the role, which decides the look.
  enum Family: String, CaseIterable {
    case initial, sidecar, app, ephemeral
  }

  var family: Family {
    switch self {
    case .initial: .initial
    case .sidecar: .sidecar
    case .app: .app
    case .ephemeral: .ephemeral
    }
  }

  /// What stands before the container's name. Native sidecars start among the init containers, so both
  /// tell their step.
  var word: String {
    switch self {
    case .initial(let step): "\(family.word) \(step)"
    case .sidecar, .app, .ephemeral: family.word
    }
  }

  /// The place in the order in which containers start before the app containers do.
  var step: Int? {
    switch self {
    case .initial(let step), .sidecar(let step): step
    case .app, .ephemeral: nil
    }
  }
}

extension PodContent.Container.Role.Family {
  var word: String {
    switch self {
    case .initial: "init"
    case .sidecar: "sidecar"
    case .app: "app"
    case .ephemeral: "ephemeral"
    }
  }

  /// The legend's words.
  var explanation: String {
    switch self {
    case .initial: "init container: runs to its end first"
    case .sidecar: "sidecar: starts before the app, runs beside it"
    case .app: "app container"
    case .ephemeral: "ephemeral container: added for debugging"
    }
  }

  /// The ground of a container's box, where white text stands on it.
  var fill: Colour {
    switch self {
    case .initial: Colour(0x57606a)
    case .sidecar: Colour(0x0b7285)
    case .app: Colour(0x326ce5)
    case .ephemeral: Colour(0x9a6700)
    }
  }

  /// The role's word on its pale ground.
  var ink: Colour {
    switch self {
    case .initial: Colour(0x57606c, dark: 0xadb6c0)
    case .sidecar: Colour(0x0b6b7d, dark: 0x56c4d8)
    case .app: Colour(0x2359c9, dark: 0x8db4ff)
    case .ephemeral: Colour(0x8a5c01, dark: 0xe0b35c)
    }
  }

  /// The ground of the role's cell.
  var pale: Colour {
    switch self {
    case .initial: Colour(0xe9ecef, dark: 0x272d35)
    case .sidecar: Colour(0xdff3f6, dark: 0x10303a)
    case .app: Colour(0xe3ecff, dark: 0x172746)
    case .ephemeral: Colour(0xfff1d6, dark: 0x3a2c10)
    }
  }
}
