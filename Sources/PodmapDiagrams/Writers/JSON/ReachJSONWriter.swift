package import PodmapTopology

/// Writes who may reach whom as JSON, one pair per line: described in `docs/json.md`.
package struct ReachJSONWriter {
  package init() {}

  package func write(_ matrix: ReachMatrix, to output: inout some TextOutputStream) {
    var buffer = JSONBuffer()
    var isFirst = true
    for (caller, row) in zip(matrix.callers, matrix.cells) {
      for (called, cell) in zip(matrix.called, row) {
        guard let cell else { continue }
        if !isFirst { buffer.nextLine() }
        isFirst = false
        buffer.object { object in
          object.add("from", caller.name)
          object.add("to", called.name)
          object.add("ports", cell) { port, object in
            object.add("number", port.number)
            object.add("protocol", port.transport)
            object.add("state", port.verdict.state.rawValue)
            object.add("policies", port.verdict.policies.map(\.text))
            object.add("reason", port.verdict.reason.isEmpty ? nil : port.verdict.reason)
          }
        }
      }
    }
    output.write("{\"schema\": \(TopologyJSONWriter.schema),\n\"matrix\": [\n")
    output.write(buffer.text)
    output.write("\n],\n\"leftOut\": \(matrix.leftOut)}\n")
  }
}
