import Testing

@testable import PodmapTopology

@Suite("Conditions of Traefik's routes")
struct TraefikRuleTests {
  private func words(_ text: String) -> [String] {
    TraefikRule(text).alternatives.map { "\($0.hosts.joined(separator: ",")) \($0.matches.joined(separator: ","))" }
  }

  @Test(
    "Hosts, paths and other conditions are read",
    arguments: [
      ("Host(`a.example`) && PathPrefix(`/x`)", ["a.example /x"]),
      ("Host(`a.example`, `b.example`)", ["a.example,b.example "]),
      ("Host(`a.example`) || Host(`b.example`)", ["a.example,b.example "]),
      ("Host(`a.example`) && (PathPrefix(`/x`) || Path(`/y`))", ["a.example /x,/y"]),
      ("Host(`a.example`) && PathPrefix(`/x`) || Host(`b.example`)", ["a.example /x", "b.example "]),
      ("Method(`GET`) && Path(`/x`) && Header(`env`, `test`)", [" GET /x with header env"]),
      ("HostSNI(\"*\")", ["* "]), ("!Path(`/x`)", [" not Path /x"]),
      ("Host(`a.example`) && !(Path(`/x`) || Path(`/y`))", ["a.example some requests"]),
      ("ClientIP(`10.0.0.0/8`)", [" from 10.0.0.0/8"]),
    ])
  func read(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    "A condition that can't be read is shown as it is",
    arguments: ["Host(`a", "Host(a)", "&& Host(`a`)", "Host(`a`) Host(`b`)", "", "((((", ")"])
  func unreadable(_ text: String) {
    #expect(words(text) == [" \(text)"])
  }

  @Test("Many alternatives, and deep nesting, are bounded")
  func bounds() {
    let pair = "(Path(`/a`) || Path(`/b`))"
    let product = Array(repeating: pair, count: 40).joined(separator: " && ")
    #expect(TraefikRule(product).alternatives.count == 1)
    let deep = String(repeating: "(", count: 10_000) + "Path(`/a`)" + String(repeating: ")", count: 10_000)
    #expect(TraefikRule(deep).alternatives.count == 1)
    let negated = String(repeating: "!", count: 10_000) + "Path(`/a`)"
    #expect(TraefikRule(negated).alternatives.count == 1)
  }
}
