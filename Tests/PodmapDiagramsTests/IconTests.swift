import Foundation
import PodmapManifests
import PodmapTestSupport
import Testing

@testable import PodmapDiagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct IconTests {
  @Test("Every icon consists of shapes that stay inside the grid, including their lines", arguments: Icon.allCases)
  func shapes(_ icon: Icon) throws {
    #expect(!icon.shapes.isEmpty)
    for shape in icon.shapes {
      let outline = try Outline(shape)
      #expect(outline.left >= 0 && outline.top >= 0 && outline.right <= 24 && outline.bottom <= 24, "\(outline)")
    }
  }

  @Test("Every icon fills most of the grid and is centred", arguments: Icon.allCases)
  func balance(_ icon: Icon) throws {
    let outlines = try icon.shapes.map(Outline.init)
    let (left, right) = (outlines.map(\.left).min() ?? 0, outlines.map(\.right).max() ?? 0)
    let (top, bottom) = (outlines.map(\.top).min() ?? 0, outlines.map(\.bottom).max() ?? 0)
    #expect(max(right - left, bottom - top) >= 18)
    #expect(abs((left + right) / 2 - 12) <= 1.2, "\(left) to \(right)")
    #expect(abs((top + bottom) / 2 - 12) <= 1.2, "\(top) to \(bottom)")
  }

  @Test(
    "The check of path data rejects anything else",
    arguments: ["", "L1 1", "M1", "M1 2 X3", "M1 2 L3 4 5", "M1 2 A3 3 0 2 0 4 4", "M1 2 l3 4", "M1 2 L3 4Z"])
  func badPaths(_ data: String) {
    #expect(throws: Failure.self) { try Outline(path: data) }
  }

  @Test("An arc and a curve reach as far as they bulge")
  func bulges() throws {
    let arc = try Outline(path: "M4 12 A8 8 0 0 1 20 12")
    #expect(abs(arc.top - 4) < 0.01 && abs(arc.bottom - 12) < 0.01)
    let large = try Outline(path: "M12 4 A8 8 0 1 0 20 12")
    #expect(abs(large.left - 4) < 0.01 && abs(large.bottom - 20) < 0.01)
    let curve = try Outline(path: "M0 12 C0 4 24 4 24 12")
    #expect(abs(curve.top - 6) < 0.01)
  }

  @Test("No two icons are drawn alike")
  func different() {
    #expect(Set(Icon.allCases.map { $0.svgFragment(.white) }).count == Icon.allCases.count)
  }

  @Test("A file is XML with one colour and nothing but shapes", arguments: Icon.allCases)
  func files(_ icon: Icon) throws {
    let file = icon.svgFile(IconColour(rgb: 0x326ce5), side: 24)
    #expect(file.hasPrefix("<?xml"))
    #expect(file.contains("\n<svg "))
    let reader = ElementReader()
    let parser = XMLParser(data: Data(file.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(file)")
    #expect(reader.elements.subtracting(["svg", "g", "path", "circle", "rect"]).isEmpty)
    #expect(reader.colours == ["#326ce5", "none"])
    #expect(reader.root["width"] == "24" && reader.root["height"] == "24" && reader.root["viewBox"] == "0 0 24 24")
  }

  @Test("An icon takes the colour of the surrounding text on request")
  func currentColour() {
    let text = Icon.pod.svgFragment(.current)
    #expect(text.contains(#"stroke="currentColor""#) && text.contains(#"fill="currentColor""#))
    #expect(!text.contains("#"))
  }

  @Test("Graphviz draws every icon as an image, in the size of its cell and without a message")
  func images() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for icon in Icon.allCases {
      try folder.write(icon.svgFile(.white, side: 24), to: icon.rawValue + ".svg")
    }
    let nodes = Icon.allCases.enumerated().map { position, icon in
      let image = #"<img src="\#(icon.rawValue).svg" scale="true"/>"#
      let cell = #"<td fixedsize="true" width="22" height="22" cellpadding="0">\#(image)</td>"#
      return #"n\#(position) [label=<<table border="0" cellborder="0" bgcolor="black"><tr>\#(cell)</tr></table>>]"#
    }
    let graph = "graph { node [shape=plain]\n" + nodes.joined(separator: "\n") + "\n}\n"
    let dot = try find("dot", install: "apt-get install graphviz")
    let picture = try run(dot, ["-Tpng"], input: Data(graph.utf8), in: folder.url)
    #expect(picture.exitCode == 0 && picture.errors.isEmpty, "\(picture.errors)")
    #expect(picture.output.starts(with: [0x89, 0x50, 0x4e, 0x47]))
    let text = try run(dot, ["-Tsvg"], input: Data(graph.utf8), in: folder.url)
    let drawn = String(decoding: text.output, as: UTF8.self)
    #expect(drawn.split(separator: #"width="22px" height="22px""#).count == Icon.allCases.count + 1)
  }

  // MARK: Kinds and file names

  /// Kinds of Kubernetes that stay without an icon of their own.
  private static let withoutIcon = [
    "CustomResourceDefinition": "defines custom kinds, and a custom kind is what the icon shows",
    "ControllerRevision": "the cluster writes it", "Event": "the cluster writes it",
    "Lease": "the cluster writes it", "LeaseCandidate": "the cluster writes it",
    "StorageVersion": "the cluster writes it", "StorageVersionMigration": "rewrites what is stored, once",
    "Binding": "tells where a pod runs, once", "ComponentStatus": "the cluster writes it",
    "PodCertificateRequest": "the cluster writes it",
    "APIService": "a kind of its own that nobody knows by a picture",
  ]

  @Test("Every kind of Kubernetes has an icon, or a reason why not")
  func builtInKinds() {
    let kinds = KnownKind.all.filter { $0.kind.isBuiltIn && $0.scope != nil }.map(\.kind)
    #expect(kinds.count > 60)
    for kind in kinds { #expect((kind.icon == .custom) == (Self.withoutIcon[kind.name] != nil), "\(kind)") }
  }

  @Test(
    "Custom kinds are recognized by their name or suffix",
    arguments: [
      ("HTTPRoute", .route), ("TLSRoute", .route), ("IngressRouteTCP", .route), ("VirtualService", .route),
      ("AuthorizationPolicy", .networkPolicy), ("SealedSecret", .secret), ("ClusterIssuer", .certificate),
      ("VerticalPodAutoscaler", .horizontalPodAutoscaler), ("PyTorchJob", .job), ("AdvancedCronJob", .cronJob),
      ("MachineDeployment", .deployment), ("Kafka", .custom), ("Jobs", .custom), ("", .custom),
    ] as [(String, Icon)])
  func otherKinds(_ kind: String, _ icon: Icon) {
    #expect(ResourceKind(rawValue: kind).icon == icon)
  }

  @Test(
    "An icon is named after its kind, or after what its kinds have in common", arguments: Icon.allCases)
  func names(_ icon: Icon) {
    if [.admission, .device, .custom, .outside, .route].contains(icon) {
      #expect(!icon.kinds.isEmpty)
    } else {
      #expect(icon.kinds.first?.lowercased() == icon.rawValue.lowercased())
    }
    for kind in icon.kinds { #expect(ResourceKind(rawValue: kind).icon == icon, "\(kind)") }
  }

  @Test(
    "A user's set may use the names of kubectl and of the Kubernetes icons",
    arguments: [
      ("PersistentVolumeClaim", ["persistent-volume-claim", "persistentvolumeclaim", "pvc"]),
      ("ClusterRole", ["cluster-role", "clusterrole", "c-role", "role"]),
      ("HTTPRoute", ["http-route", "httproute", "route"]),
      ("CSIDriver", ["csi-driver", "csidriver", "storage-class", "storageclass", "sc"]),
      ("Pod", ["pod", "po"]), ("Volume", ["volume", "vol"]), ("Group", ["group", "user"]),
      ("KafkaTopic", ["kafka-topic", "kafkatopic", "kt", "custom", "crd"]),
      ("K8sAllowedRepos", ["k8s-allowed-repos", "k8sallowedrepos", "custom", "crd"]),
    ])
  func fileNames(_ kind: String, _ names: [String]) {
    #expect(Icon.fileNames(kind: kind) == names)
  }

  @Test("Every icon of the Kubernetes project's set is used by some kind")
  func officialSet() {
    let files = """
      c-role cm crb crd cronjob deploy ds ep group hpa ing job limits netpol ns pod psp pv pvc quota rb role rs sa sc
      secret sts svc user vol node cluster
      """
    let kinds = Icon.allCases.flatMap(\.kinds)
    let names = Set(kinds.flatMap { Icon.fileNames(kind: $0) })
    for file in files.split(whereSeparator: \.isWhitespace) { #expect(names.contains(String(file)), "\(file)") }
  }

  @Test(
    "No kind leads outside the folder of icons",
    arguments: ["../../etc/passwd", "a/b", "..", "A.b", "Tür", "-x", "A\0", "", String(repeating: "a", count: 64)])
  func hostileKinds(_ kind: String) {
    #expect(Icon.fileNames(kind: kind) == ["custom", "crd"])
  }

  @Test("No two icons claim the same file name")
  func uniqueNames() {
    let names = Icon.allCases.flatMap(\.fileNames)
    #expect(Set(names).count == names.count)
  }

  // MARK: Documentation

  @Test("The picture and the table in the documentation are up to date")
  func documentation() throws {
    let folder = packageFolder().appendingPathComponent("docs")
    let page = folder.appendingPathComponent("icons.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "<!-- icons -->\n")
    try #require(parts.count == 3)
    let expected = [
      (folder.appendingPathComponent("icons.svg"), IconSheet.picture),
      (page, [parts[0], IconSheet.table, parts[2]].joined(separator: "<!-- icons -->\n")),
    ]
    for (file, text) in expected {
      let committed = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      guard committed != text else { continue }
      if ProcessInfo.processInfo.environment["PODMAP_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
      Issue.record(
        """
        docs/\(file.lastPathComponent) is not what the icons are; record it with: PODMAP_RECORD=1 swift test
        \(unifiedDiff(from: committed, to: text))
        """)
    }
  }
}

/// What the documentation shows of the icons.
private enum IconSheet {
  private static let families: [(style: FlowDiagram.Card.Style, icons: [Icon])] = [
    (.workload, [.pod, .container, .deployment, .replicaSet, .statefulSet, .daemonSet]), (.job, [.job, .cronJob]),
    (.service, [.service, .endpointSlice]), (.entry, [.ingress, .gateway, .route]), (.configuration, [.configMap]),
    (.secret, [.secret, .certificate]),
    (.storage, [.persistentVolumeClaim, .persistentVolume, .storageClass, .volume]),
    (.identity, [.serviceAccount, .role, .roleBinding, .user]),
    (
      .policy,
      [.networkPolicy, .podDisruptionBudget, .horizontalPodAutoscaler, .resourceQuota, .priorityClass, .admission]
    ),
    (.node, [.cluster, .node, .namespace, .device]), (.outside, [.outside]), (.other, [.custom]),
  ]

  /// All icons in the colours of their cards, at 32 and at 16 pixels.
  static var picture: String {
    let (columns, width, height) = (6, 138, 84)
    let cells = families.flatMap { family in family.icons.map { ($0, "#" + family.style.look.fill.light.digits) } }
    let rows = (cells.count + columns - 1) / columns
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(columns * width)" height="\(rows * height + 8)" role="img">
      <title>The icons of Podmap</title>
      <rect width="100%" height="100%" rx="8" fill="#ffffff"/>

      """
    for (position, (icon, colour)) in cells.enumerated() {
      let (x, y) = (position % columns * width, position / columns * height + 10)
      text += """
        <g transform="translate(\(x) \(y))">
        <rect x="33" width="44" height="44" rx="6" fill="\(colour)"/>
        <rect x="81" y="20" width="24" height="24" rx="4" fill="\(colour)"/>
        <svg x="39" y="6" width="32" height="32" viewBox="\(Icon.viewBox)">\(icon.svgFragment(.white))</svg>
        <svg x="85" y="24" width="16" height="16" viewBox="\(Icon.viewBox)">\(icon.svgFragment(.white))</svg>
        <text x="69" y="60" text-anchor="middle" font-family="Helvetica, Arial, sans-serif" font-size="11" \
        fill="#1f2328">\(icon.rawValue)</text>
        </g>

        """
    }
    return text + "</svg>\n"
  }

  static var table: String {
    let rows = families.flatMap(\.icons).map { icon in
      "| \(icon.rawValue) | \(icon.kinds.joined(separator: ", ")) | \(icon.fileNames.map { "`\($0)`" }.joined(separator: ", ")) |\n"
    }
    return "| icon | kinds | file names |\n| --- | --- | --- |\n" + rows.joined()
  }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var colours: Set<String> = []
  var root: [String: String] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "svg" { root = attributes }
    elements.insert(name)
    colours.formUnion([attributes["fill"], attributes["stroke"]].compactMap(\.self))
  }
}

/// How far a shape reaches, its line included.
private struct Outline {
  private(set) var left = Double.infinity
  private(set) var top = Double.infinity
  private(set) var right = -Double.infinity
  private(set) var bottom = -Double.infinity

  init(_ shape: IconShape) throws {
    let style: IconShape.Style
    switch shape {
    case .path(let data, let painted):
      try self.init(path: "\(data)")
      style = painted
    case .circle(let x, let y, let radius, let painted):
      self.init(corners: [(x - radius, y - radius), (x + radius, y + radius)])
      style = painted
    case .rectangle(let x, let y, let width, let height, let corner, let painted):
      guard corner <= min(width, height) / 2 else { throw Failure("a corner of \(corner) does not fit") }
      self.init(corners: [(x, y), (x + width, y + height)])
      style = painted
    }
    guard style == .stroke else { return }
    (left, top, right, bottom) = (left - 1, top - 1, right + 1, bottom + 1)
  }

  private init(corners: [(Double, Double)]) {
    for (x, y) in corners { add(x, y) }
  }

  /// Takes the commands that the icons use: M, L, H, V, C, A and Z, each with its own letter.
  init(path data: String) throws {
    var words = data.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
    var (x, y) = (0.0, 0.0)
    guard words.first?.first == "M" else { throw Failure("'\(data)' does not begin with M") }
    while let word = words.popFirst() {
      guard let command = word.first, let count = ["M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0][command]
      else { throw Failure("'\(word)' isn't a command in '\(data)'") }
      let texts = count == 0 ? [] : [String(word.dropFirst())] + words.prefix(count - 1)
      let numbers = texts.compactMap(Double.init)
      guard numbers.count == count, count > 0 || word == "Z" else { throw Failure("'\(word)' in '\(data)'") }
      words = words.dropFirst(max(0, count - 1))
      switch command {
      case "M", "L": (x, y) = (numbers[0], numbers[1])
      case "H": x = numbers[0]
      case "V": y = numbers[0]
      case "C":
        addCurve(from: (x, y), numbers)
        (x, y) = (numbers[4], numbers[5])
      case "A":
        guard [numbers[3], numbers[4]].allSatisfy({ $0 == 0 || $0 == 1 }) else { throw Failure("flags in '\(data)'") }
        addArc(from: (x, y), numbers)
        (x, y) = (numbers[5], numbers[6])
      default: break
      }
      add(x, y)
    }
  }

  private mutating func add(_ x: Double, _ y: Double) {
    (left, top) = (min(left, x), min(top, y))
    (right, bottom) = (max(right, x), max(bottom, y))
  }

  private mutating func addCurve(from start: (x: Double, y: Double), _ numbers: [Double]) {
    for step in 0...100 {
      let t = Double(step) / 100
      let weights = [(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t]
      let (xs, ys) = ([start.x, numbers[0], numbers[2], numbers[4]], [start.y, numbers[1], numbers[3], numbers[5]])
      add(zip(weights, xs).map(*).reduce(0, +), zip(weights, ys).map(*).reduce(0, +))
    }
  }

  /// Finds the centre as appendix B.2.4 of SVG 2 says, for arcs that are not turned.
  private mutating func addArc(from start: (x: Double, y: Double), _ numbers: [Double]) {
    var (rx, ry) = (numbers[0], numbers[1])
    let (dx, dy) = ((start.x - numbers[5]) / 2, (start.y - numbers[6]) / 2)
    let size = dx * dx / (rx * rx) + dy * dy / (ry * ry)
    if size > 1 { (rx, ry) = (rx * size.squareRoot(), ry * size.squareRoot()) }
    let rest = max(0, 1 / min(size, 1) - 1).squareRoot() * (numbers[3] == numbers[4] ? -1 : 1)
    let (cx, cy) = (rest * rx * dy / ry, -rest * ry * dx / rx)
    let from = atan2((dy - cy) / ry, (dx - cx) / rx)
    var turn = atan2((-dy - cy) / ry, (-dx - cx) / rx) - from
    if numbers[4] == 1, turn < 0 { turn += 2 * .pi }
    if numbers[4] == 0, turn > 0 { turn -= 2 * .pi }
    for step in 0...100 {
      let angle = from + turn * Double(step) / 100
      add(cx + (start.x + numbers[5]) / 2 + rx * cos(angle), cy + (start.y + numbers[6]) / 2 + ry * sin(angle))
    }
  }
}
