/// What a picture consists of, without any text: cards with sizes, frames around them, and lines between them.
///
/// Cards, lines and frames refer to each other by index. Positions depend on the cards' and frames' ids, never on
/// the order of the arrays.
package struct LayoutInput: Hashable, Sendable {
  /// The cards, in any order.
  package var cards: [Card]
  /// The lines, in any order.
  package var lines: [Line]
  /// The frames, in any order.
  package var frames: [Frame]
  /// The room there is.
  package var page: Page
  /// The direction in which lines lead; `nil` to choose the better one for each connected part.
  package var direction: Direction?
  /// How much room there is between cards and lines.
  package var spacing: Spacing
  /// Whether the first two frames are columns to compare, the left one first; then the order of their cards counts.
  package var isSideBySide = false
  /// Where cards were in an earlier picture; `nil` to start from scratch.
  package var hint: LayoutHint?
  /// How good the drawing of each part should be.
  package var effort: Effort = .full

  package init(
    cards: [Card], lines: [Line] = [], frames: [Frame] = [], page: Page = Page(), direction: Direction? = nil,
    spacing: Spacing = .wide, hint: LayoutHint? = nil
  ) {
    self.cards = cards
    self.lines = lines
    self.frames = frames
    self.page = page
    self.direction = direction
    self.spacing = spacing
    self.hint = hint
  }

  /// Whether there is little room between cards and lines.
  var isTight: Bool { spacing != .wide }

  /// The distance between two lines that run side by side between layers.
  var trackGap: Int { isTight ? 8 : 12 }

  /// The number of cards whose lines to one row have an arrow each; those of more share a trunk.
  var mostArrows: Int {
    switch spacing {
    case .wide: 4
    case .narrow: 3
    case .least: 1
    }
  }
}

extension LayoutInput {
  /// The direction in which most lines lead.
  package enum Direction: Hashable, Sendable, CaseIterable {
    /// Lines leave a card at its lower side.
    case topToBottom
    /// Lines leave a card at its right side.
    case leftToRight
  }

  /// How much room there is between cards and lines.
  package enum Spacing: Hashable, Sendable, CaseIterable {
    /// As much as is pleasant.
    case wide
    /// Gaps are small.
    case narrow
    /// Gaps are small, and lines that lead to one row always share a trunk.
    case least
  }

  /// How many drawings of each part are compared.
  package enum Effort: Hashable, Sendable {
    /// One for each direction: enough to tell that there is a drawing of some size.
    case low
    /// As many as find a good one.
    case full
  }

  /// Where a card belongs in the picture.
  package enum Rank: Int, Hashable, Sendable, CaseIterable {
    /// Traffic comes in here: before all others.
    case entry
    /// A card like most others.
    case work
    /// Nothing leads on from here: after the cards that use it.
    case data
    /// A table without lines, after all cards.
    case table
    /// A table without lines that spans the picture, below all others.
    case tray
  }

  /// A box with rows of text.
  package struct Card: Hashable, Sendable {
    /// The identity; the order of cards depends on it. No two cards share one.
    package var id: String
    /// The width, at least 1.
    package var width: Int
    /// The height, at least 1.
    package var height: Int
    /// The height of the first row; a line to a row above this enters from above if lines lead down.
    package var firstRowHeight: Int
    /// The index of the innermost frame around this card.
    package var frame: Int?
    /// Where the card belongs.
    package var rank: Rank
    /// The cards of one group in one frame that have no lines form a grid with equal columns.
    package var gridGroup: Int?

    package init(
      id: String, width: Int, height: Int, firstRowHeight: Int = 20, frame: Int? = nil, rank: Rank = .work,
      gridGroup: Int? = nil
    ) {
      self.id = id
      self.width = width
      self.height = height
      self.firstRowHeight = firstRowHeight
      self.frame = frame
      self.rank = rank
      self.gridGroup = gridGroup
    }
  }

  /// A line from one card to another, or to itself.
  package struct Line: Hashable, Sendable {
    /// The index of the card where the line starts.
    package var from: Int
    /// The distance of the row where the line starts from its card's upper edge; `nil` if it starts at the side.
    package var fromOffset: Int?
    /// The index of the card where the line ends.
    package var to: Int
    /// The distance of the row where the line ends from its card's upper edge; `nil` if it ends at the side.
    package var toOffset: Int?
    /// The kind of line. Lines of one kind that end at one row of one card share a trunk.
    package var net: Int
    /// The width of the label; 0 if there is none.
    package var labelWidth: Int
    /// The height of the label; 0 if there is none.
    package var labelHeight: Int
    /// The card whose lines have an end of their own at the row; `nil` if they share it with those of other cards.
    var ownEnd: Int?

    package init(
      from: Int, fromOffset: Int? = nil, to: Int, toOffset: Int? = nil, net: Int = 0, labelWidth: Int = 0,
      labelHeight: Int = 0
    ) {
      self.from = from
      self.fromOffset = fromOffset
      self.to = to
      self.toOffset = toOffset
      self.net = net
      self.labelWidth = labelWidth
      self.labelHeight = labelHeight
    }

    /// Whether the line has a label.
    var hasLabel: Bool { labelWidth > 0 && labelHeight > 0 }
  }

  /// A frame with a title around cards and other frames.
  package struct Frame: Hashable, Sendable {
    /// The identity; the order of frames depends on it. No two frames share one.
    package var id: String
    /// The index of the frame around this one.
    package var parent: Int?
    /// The width of the title; 0 if there is none.
    package var titleWidth: Int
    /// The height of the title; 0 if there is none.
    package var titleHeight: Int
    /// The distance between the frame and what is in it.
    package var padding: Int

    package init(id: String, parent: Int? = nil, titleWidth: Int = 0, titleHeight: Int = 0, padding: Int = 10) {
      self.id = id
      self.parent = parent
      self.titleWidth = titleWidth
      self.titleHeight = titleHeight
      self.padding = padding
    }
  }

  /// The room for the picture, without margins.
  package struct Page: Hashable, Sendable {
    /// The largest width at which text has its full size; wider pictures are possible but avoided.
    package var width: Int
    /// A picture narrower than this is no better than one of this width.
    package var preferredMinimumWidth: Int
    /// The height in per cent of the width from which a picture counts as too tall.
    package var maximumAspect: Int
    /// The height in per cent of the width below which a picture counts as too flat.
    package var minimumAspect: Int

    package init(width: Int = 894, preferredMinimumWidth: Int = 780, maximumAspect: Int = 150, minimumAspect: Int = 59)
    {
      self.width = width
      self.preferredMinimumWidth = preferredMinimumWidth
      self.maximumAspect = maximumAspect
      self.minimumAspect = minimumAspect
    }
  }
}
