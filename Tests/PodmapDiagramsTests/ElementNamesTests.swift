import Testing

@testable import PodmapDiagrams

@Suite struct ElementNamesTests {
  @Test(
    "An id is readable as the identity that it comes from",
    arguments: [
      ("shop/Deployment/front-end/server", "shop__Deployment__front_end__server"),
      ("shop/Gadget.example.com/a", "shop__Gadget_example_com__a"), ("9lives", "n9lives"), ("", "n"), ("日本", "n__"),
      ("end", "n_end"), ("Graph", "n_Graph"), ("endpoint", "endpoint"), ("__proto__", "n__proto__"),
      ("legend_x", "n_legend_x"), ("legend/Pod/x", "legend__Pod__x"), ("a-b", "n_a_b"), ("a/b", "a__b"),
      ("web/style-guide", "web__styl_e_guide"), ("classDefs", "classDe_fs"),
    ])
  func readable(_ identity: String, _ id: String) {
    var names = ElementNames()
    #expect(names.name(for: identity).text == id)
  }

  @Test("The same identity has the same id, and two identities never share one")
  func unique() {
    var names = ElementNames()
    let identities = ["x-y", "x_y", "x.y", "x/y", "x__y", "x y", "X-Y", "x-y_" + "1"] + HostileTexts.all
    let ids = identities.map { names.name(for: $0) }
    for (_, sharers) in Dictionary(grouping: zip(ids, identities), by: \.0) {
      #expect(Set(sharers.map(\.1)).count == 1)
    }
    #expect(identities.map { names.name(for: $0) } == ids)
  }

  @Test("An id doesn't depend on how many others were changed before it")
  func stable() {
    var few = ElementNames()
    var many = ElementNames()
    _ = few.name(for: "x-y")
    _ = many.name(for: "x-y")
    _ = many.name(for: "x.y")
    #expect(few.name(for: "x y") == many.name(for: "x y"))
  }

  @Test("Every id fits the grammar of ids, whatever the identity", arguments: [HostileTexts.all])
  func grammar(_ identities: [String]) {
    var names = ElementNames()
    for identity in identities + Array(ElementNames.reserved) {
      let id = names.name(for: identity).text
      #expect(id.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil)
      #expect(id.count <= 120)
      #expect(!ElementNames.reserved.contains(id.lowercased()))
    }
  }
}
