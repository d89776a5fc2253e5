import Testing

@testable import PodmapGraphviz

@Suite("Dates in a PDF")
struct PDFDatesTests {
  private func removed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    PDFDates.remove(from: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Dates become spaces, and no other byte moves")
  func removal() {
    #expect(removed("<< /CreationDate (D:20260101) >>") == "<<                            >>")
    #expect(removed("/ModDate (D:1)/Producer (cairo)") == "              /Producer (cairo)")
  }

  @Test(
    "A file without one stays unchanged", arguments: ["", "%PDF-1.7", "/CreationDate 5 0 R", "/CreationDate (D:2026"])
  func without(_ text: String) {
    #expect(removed(text) == text)
  }
}
