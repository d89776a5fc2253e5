import PodmapManifests
import PodmapProject
import Testing

@Suite("Diagrams in podmap.yaml")
struct ProjectDiagramTests {
  private func project(_ text: String) -> ProjectFile { ProjectFile(Array(text.utf8), name: "podmap.yaml") }

  @Test("A diagram has everything that is written")
  func whole() throws {
    let project = project(
      """
      index: docs/index.json
      diagrams:
        - name: shop_1-a
          inputs: [./deploy/../deploy, more//here/]
          view: lifecycle
          title: "A: title"
          direction: LR
          legend: false
          namespaces: [shop]
          selector: app=web,tier!=cache
          kinds: [Deployment]
          exclude: ["*-test"]
          focus: [web]
          depth: 2
          steps: simple
          phase: start
          from: a
          to: b
          files: [docs/a.svg, ./a.mmd]
          blocks:
            - README.md
            - {file: docs/x.md, image: docs/a.svg}
        - {name: other, inputs: [.], files: [b.dot]}
      """)
    #expect(project.diagnostics.isEmpty, "\(project.diagnostics)")
    #expect(project.index?.text == "docs/index.json" && project.diagrams.map(\.name) == ["shop_1-a", "other"])
    let diagram = try #require(project.diagrams.first)
    #expect(diagram.inputs.map(\.text) == ["deploy", "more/here"] && project.diagrams[1].inputs.map(\.text) == ["."])
    #expect(diagram.view == "lifecycle" && diagram.picture.title == "A: title")
    #expect(!diagram.picture.showsLegend && project.diagrams[1].picture.showsLegend)
    #expect(diagram.picture.direction == "LR" && diagram.selection.depth == 2)
    let selection = diagram.selection
    #expect(selection.namespaces == ["shop"] && selection.selector == "app=web,tier!=cache")
    #expect(selection.kinds == ["Deployment"] && selection.excluded == ["*-test"] && selection.focus == ["web"])
    #expect([diagram.steps, diagram.phase, diagram.from, diagram.to] == ["simple", "start", "a", "b"])
    #expect(diagram.picture.files.map(\.path.text) == ["docs/a.svg", "a.mmd"])
    #expect(diagram.picture.blocks.map(\.file.text) == ["README.md", "docs/x.md"])
    #expect(diagram.picture.blocks.map { $0.image?.text } == [nil, "docs/a.svg"])
  }

  @Test(
    "Invalid values are errors with their locations",
    arguments: [
      ("{name: a, inputs: [b], file: [c.svg]}", "2:28 unknown key 'file' in the diagram; did you mean 'files'? "),
      ("{name: a, inputs: [b]}", "2:5 the diagram 'a' has neither 'files' nor 'blocks'"),
      ("{inputs: [b], files: [c.svg]}", "2:5 a diagram has no 'name'"),
      ("{name: a, files: [c.svg]}", "2:5 a diagram has no 'inputs'"),
      ("{name: a b, inputs: [b], files: [c.svg]}", "2:12 'a b' can't be the name of a diagram"),
      ("{name: a, inputs: b, files: [c.svg]}", "2:23 'inputs' of the diagram 'a' must be a list"),
      ("{name: a, inputs: [../b], files: [c.svg]}", "2:24 the input '../b' leaves the folder of podmap.yaml"),
      ("{name: a, inputs: [b], files: [a/../../c.svg]}", "2:36 the file 'a/../../c.svg' leaves the folder"),
      ("{name: a, inputs: [b], files: [/c.svg]}", "2:36 the file '/c.svg' leaves the folder"),
      ("{name: a, inputs: [b], blocks: [../c.md]}", "2:37 the file of the block '../c.md' leaves the folder"),
      ("{name: a, inputs: [b], blocks: [{image: c.svg}]}", "2:37 a block has no 'file'"),
      ("{name: a, inputs: [b], blocks: [{file: c.md, picture: c.svg}]}", "2:50 unknown key 'picture' in the block"),
      ("{name: a, inputs: [b], files: [c.svg], legend: no}", "2:52 'legend' of the diagram 'a' can't be 'no'"),
      ("{name: a, inputs: [b], files: [c.svg], depth: 1001}", "2:51 'depth' of the diagram 'a' can't be '1001'"),
      ("{name: z, inputs: [b], files: [c.svg]}", "3:5 two diagrams or comparisons are called 'z'"),
    ])
  func wrong(_ diagram: String, _ message: String) {
    let project = project("diagrams:\n  - \(diagram)\n  - {name: z, inputs: [b], files: [d.svg]}\n")
    let messages = project.diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)" }
    #expect(messages.first?.hasPrefix(message) == true, "\(messages)")
  }

  @Test("An index outside the folder is refused")
  func index() {
    let message = project("index: ../x.json\n").diagnostics.first?.message
    #expect(message == "'index' '../x.json' leaves the folder of podmap.yaml; write a relative path below it")
  }

  @Test("A path is written relative to another file")
  func relative() throws {
    func path(_ text: String) throws -> ProjectPath { try #require(ProjectPath(text)) }
    #expect(try path("docs/a.svg").relative(to: path("README.md")) == "docs/a.svg")
    #expect(try path("docs/a.svg").relative(to: path("docs/guide/x.md")) == "../a.svg")
    #expect(try path("a.svg").relative(to: path("docs/guide/x.md")) == "../../a.svg")
    #expect(try path("docs/a.svg").lies(in: path("docs")))
    #expect(try !path("docsy/a.svg").lies(in: path("docs")))
  }
}
