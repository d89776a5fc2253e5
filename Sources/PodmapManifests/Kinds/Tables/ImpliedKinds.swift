/// What no manifest names as an object of its own: parts of objects, and what is outside the cluster.
let impliedKinds: [KnownKind] = [
  KnownKind("Container", "containers", nil, icon: .container),
  KnownKind("Volume", "volumes", nil, .storage, icon: .volume, iconNames: ["vol"]),
  KnownKind("Host", "hosts", nil, .outside, icon: .outside),
  KnownKind("AddressBlock", "addressblocks", nil, .outside, icon: .outside, views: []),
  KnownKind("Diagram.podmap", "diagrams", nil),
]
