extension PodContent.Container.Role {
  /// The family of the role, which decides the look.
  package enum Family: String, Sendable, CaseIterable {
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

  /// The word before the container's name. Native sidecars start among the init containers, so both show their step.
  var word: String {
    switch self {
    case .initial(let step): "\(family.word) \(step)"
    case .sidecar, .app, .ephemeral: family.word
    }
  }

  /// The position in the order in which containers start before the app containers.
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
    case .initial: "init container: runs to completion first"
    case .sidecar: "sidecar: starts before the app, runs alongside it"
    case .app: "app container"
    case .ephemeral: "ephemeral container: added for debugging"
    }
  }

  /// The background of a container's box with white text.
  var fill: Colour {
    switch self {
    case .initial: .initialFill
    case .sidecar: .sidecarFill
    case .app: .appFill
    case .ephemeral: .ephemeralFill
    }
  }

  /// The role's word on its pale background.
  var ink: Colour {
    switch self {
    case .initial: .initialInk
    case .sidecar: .sidecarInk
    case .app: .appInk
    case .ephemeral: .ephemeralInk
    }
  }

  /// The background of the role's cell.
  var pale: Colour {
    switch self {
    case .initial: .initialPale
    case .sidecar: .sidecarPale
    case .app: .appPale
    case .ephemeral: .ephemeralPale
    }
  }
}
