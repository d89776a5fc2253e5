package enum Icon: String, CaseIterable, Sendable { case custom; package init(kind: String) { self = .custom } }
