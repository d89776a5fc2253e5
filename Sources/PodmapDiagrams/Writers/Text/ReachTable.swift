import PodmapManifests
package import PodmapTopology

/// Who may reach whom as a table of words, a row for each caller.
package struct ReachTable {
  private let matrix: ReachMatrix

  package init(_ matrix: ReachMatrix) {
    self.matrix = matrix
  }

  package func write(to output: inout some TextOutputStream) {
    let numbers = matrix.called.indices.map { String($0 + 1) }
    let cells = matrix.cells.map { $0.map { $0.map(Self.words) ?? "-" } }
    // Names are headings only where they are hardly longer than what is below them.
    let isNarrow = matrix.called.map(\.name.count).reduce(0, +) <= 100
    let header = ["FROM \\ TO"] + (isNarrow ? matrix.called.map(\.name.withoutControlCharacters) : numbers)
    let positions = Dictionary(
      matrix.called.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let rows = zip(matrix.callers, cells).map { caller, row in
      let number = isNarrow ? "" : positions[caller].map { "\($0 + 1) " } ?? ""
      return [number + caller.name.withoutControlCharacters] + row
    }
    output.write(TextColumns.text(header, rows))
    if matrix.leftOut > 0 {
      output.write("\n\(matrix.leftOut) further workloads are left out; select some with --namespace or --focus\n")
    }
  }

  /// "allowed", or "allowed 5432, denied 9187".
  private static func words(_ cell: ReachMatrix.Cell) -> String {
    let states = Set(cell.map(\.verdict.state))
    if states.count == 1, let state = states.first { return state.words }
    return Verdict.State.allCases.filter(states.contains).map { state in
      let ports = cell.filter { $0.verdict.state == state }.map { port in
        guard let number = port.number else { return "others" }
        return port.transport == "TCP" ? "\(number)" : "\(number)/\(port.transport)"
      }
      return "\(state.words) \(ports.joined(separator: " "))"
    }.joined(separator: ", ")
  }
}

extension Verdict.State {
  fileprivate var words: String {
    switch self {
    case .allowed: "allowed"
    case .denied: "denied"
    case .noPolicy: "no policy"
    case .cannotTell: "can't tell"
    }
  }
}
