import Testing

@testable import PodmapDiagrams

@Suite struct MermaidTextTests {
  @Test(
    "Names, images, addresses and ports of manifests stay unchanged",
    arguments: [
      "front-end", "shop.example.com", "nginx:1.27-alpine", "10.0.0.1", "8080/TCP http", "80 → 8080", "a_b",
      "LOG_LEVEL",
      "Deployment · 3 replicas", "/etc/nginx/conf.d", "registry.example.com/shop/cart", "app.kubernetes.io/name",
      "1.27",
    ])
  func plain(_ text: String) {
    #expect(MermaidText(text).text == text)
  }

  @Test(
    "Characters that mean something to Mermaid, Markdown or HTML become entity codes",
    arguments: [
      ("\"", "#34;"), ("#", "#35;"), ("&amp;", "#38;amp;"), ("<b>", "#60;b#62;"), ("_x_", "#95;x#95;"),
      ("http://x", "http#58;//x"), ("www.x", "www#46;x"), ("1. x", "1#46; x"), ("- x", "#45; x"),
      ("fa:fa-x", "fa#58;fa-x"),
      ("style", "#115;tyle"), ("classDef", "#99;lassDef"), ("direction LR", "#100;irection LR"),
      ("%%{x}%%", "#37;#37;{x}#37;#37;"),
    ])
  func codes(_ raw: String, _ escaped: String) {
    #expect(MermaidText(raw).text == escaped)
  }
}
