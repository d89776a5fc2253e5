import Testing

@testable import PodmapDiagrams

@Suite struct TextWidthTests {
  @Test(
    "Characters are as wide as in Liberation Sans",
    arguments: [
      ("i", 222, 278), ("W", 944, 944), (" ", 278, 278), ("\u{a0}", 278, 278), ("a", 556, 556), ("b", 556, 611),
      ("é", 556, 556), ("ß", 611, 611), ("ł", 222, 278), ("Œ", 1000, 1000), ("Ω", 748, 802), ("Я", 722, 719),
      ("ж", 669, 709), ("ế", 556, 556), ("–", 556, 556), ("—", 1000, 1000), ("…", 1000, 1000), ("•", 350, 350),
      ("·", 333, 333), ("×", 584, 584), ("“", 333, 500), ("’", 222, 278), ("≥", 549, 549), ("−", 584, 584),
      ("→", 1000, 1000), ("↔", 1000, 1000), ("▲", 990, 990), ("€", 556, 556),
    ])
  func known(_ text: String, _ regular: Int, _ bold: Int) {
    #expect(TextWidth.points(text, size: 1000) == regular)
    #expect(TextWidth.boldPoints(text, size: 1000) == bold)
  }

  @Test(
    "What these fonts lack is as wide as the font size, and an emoji is wider",
    arguments: [
      ("漢", 1000), ("か", 1000), ("한", 1000), ("Ａ", 1000), ("✕", 1000), ("⇄", 1000), ("\u{E000}", 1000), ("🚀", 1400),
      ("⌚", 1400), ("❤️", 1400),
    ])
  func others(_ text: String, _ width: Int) {
    #expect(TextWidth.points(text, size: 1000) == width)
    #expect(TextWidth.boldPoints(text, size: 1000) == width)
  }

  @Test("Combining marks and invisible characters have no width")
  func marks() {
    #expect(TextWidth.points("e\u{301}", size: 1000) == 556)
    #expect(TextWidth.points("क\u{94D}", size: 1000) == 1000)
    #expect(TextWidth.points("a\u{200B}\u{2060}\u{FEFF}\u{7}a", size: 1000) == 1112)
  }

  @Test("Widths are rounded up to whole points")
  func rounding() {
    #expect(TextWidth.points("", size: 14) == 0)
    #expect(TextWidth.points("i", size: 14) == 4)
    #expect(TextWidth.points("storefront → cart", size: 10) == 75)
    #expect(TextWidth.boldPoints("storefront", size: 14) == 67)
  }

  @Test(
    "Other fonts are fitted to a width that is known, or nearly",
    arguments: [
      ("", 0, 0), ("Web", 2056, 2111), ("Заказ", 2612, 2735), ("→ a", 1834, 1834), ("注文 한글", 4278, 4278),
      ("e\u{301}", 556, 556), ("reviewed ✓", 5279, 5558),
    ])
  func fitting(_ text: String, _ regular: Int, _ bold: Int) {
    #expect(TextWidth.fitting(text, isBold: false) == regular)
    #expect(TextWidth.fitting(text, isBold: true) == bold)
  }

  @Test(
    "What may be narrower than its bound is not stretched",
    arguments: ["🚀 launch", "❤️", "خدمة", "सेवा", "บริการ v2", "✓ ok"])
  func notFitting(_ text: String) {
    #expect(TextWidth.fitting(text, isBold: false) == nil)
  }

  @Test("The table has a width for each character of its blocks, and the blocks ascend")
  func complete() {
    for widths in [TextWidthTables.regular, TextWidthTables.bold] {
      #expect(widths.map(\.count) == TextWidthTables.blocks.map(\.count))
    }
    #expect(TextWidthTables.blocks.first == 0...0x7F)
    for (one, next) in zip(TextWidthTables.blocks, TextWidthTables.blocks.dropFirst()) {
      #expect(one.upperBound < next.lowerBound)
    }
  }
}
