/// A flow diagram as one text, however large it is.
extension FlowDiagram {
  /// As Mermaid.
  package var wholeMermaid: String {
    guard let condensing else { return MermaidFlowchartWriter().text(of: self) }
    return CondensedMermaidWriter().text(of: condensed(condensing))
  }

  /// As DOT.
  ///
  /// `isPlaced` says whether the text contains the positions of a condensed diagram.
  package func wholeDOT(_ writer: DOTWriter, isPlaced: Bool) -> String {
    var text = ""
    guard let condensing else {
      writer.write(self, to: &text)
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

  private func condensed(_ condensing: CondensingOptions) -> CondensedDiagram {
    if let detail = condensing.detail { return Condenser.condensed(self, detail: detail) }
    return FittedDiagram(fitting: self, condensing)?.condensed ?? Condenser.condensed(self, detail: .low)
  }
}
