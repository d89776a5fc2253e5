import PodmapManifests
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "Texts are encoded and decoded (RFC 4648, section 10)",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func examples(text: String, letters: String) {
    #expect(Base64.encoded(Array(text.utf8)) == letters)
    #expect(Base64.decoded(letters) == text)
  }

  @Test("Every byte is encoded")
  func bytes() {
    #expect(Base64.encoded([0xFB, 0xEF, 0xFF, 0x00]) == "++//AA==")
  }

  @Test("Line ends and spaces are skipped")
  func spaces() {
    #expect(Base64.decoded("Zm9v\nYmFy \n") == "foobar")
  }

  @Test("Other letters, and bytes that aren't text, are not decoded", arguments: ["Zm9v!", "Zm9v-", "/w==", "é"])
  func wrong(_ letters: String) {
    #expect(Base64.decoded(letters) == nil)
  }
}
