/// A flow diagram as one text, however large it is.
extension FlowDiagram {
  /// As Mermaid.
  package var wholeMermaid: String {
    guard let condensing else { return MermaidFlowchartWriter().text(of: self) }
    return CondensedMermaidWriter().text(of: condensed(condensing))
  }

  /// As DOT.
  ///
  /// `isPlaced` says whether the text contains positions if the diagram doesn't say who lays it out.
  package func wholeDOT(_ writer: DOTWriter, isPlaced: Bool) -> String {
    var text = ""
    let isPlaced = self.isPlaced(by: isPlaced)
    guard let condensing else {
      let whole = Condenser.whole(self)
      if isPlaced { writer.write(PlacedDiagram(whole), to: &text) } else { writer.write(whole, to: &text) }
      return text
    }
    if isPlaced {
      let fitted =
        FittedDiagram(fitting: self, condensing) ?? FittedDiagram(self, condensing.detail ?? .low, condensing)
      writer.write(fitted.placed, to: &text)
    } else {
      writer.write(condensed(condensing), to: &text)
    }
    return text
  }

  /// Whether Podmap lays the diagram out; the argument decides if the diagram doesn't.
  func isPlaced(by standard: Bool) -> Bool { layout.map { $0 == .podmap } ?? standard }

  private func condensed(_ condensing: CondensingOptions) -> CondensedDiagram {
    if let detail = condensing.detail { return Condenser.condensed(self, detail: detail) }
    return FittedDiagram(fitting: self, condensing)?.condensed ?? Condenser.condensed(self, detail: .low)
  }
}
