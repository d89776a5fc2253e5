import PodmapGraphviz
import PodmapManifests
import PodmapProject
import Testing

@Suite("Messages about pictures")
struct PictureMessageTests {
  @Test("Each remark about a picture is a message that says what it implies")
  func remarks() {
    func text(_ remark: RenderRemark) -> String { Diagnostic(remark, about: "shop", .png).description }
    #expect(
      text(.pluginsNotFound).hasPrefix("note: graphviz's plugins were not found next to its library, so text widths"))
    #expect(
      text(.drawnSmaller(scale: 0.5678)).hasPrefix(
        "warning: 'shop' is too large for png at this scale and was drawn at --scale 0.56; "))
    #expect(
      text(.noFonts).hasPrefix("warning: no font is installed, so png shows boxes instead of letters; install one"))
    #expect(text(.laidOutRoughly).hasPrefix("warning: 'shop' took too long to lay out well"))
    #expect(
      text(.drawnWithStraightLines).hasPrefix(
        "warning: graphviz can't draw 'shop' as it should be, so its lines are straight"))
    #expect(text(.complaint("Warning: odd", more: 0)) == "warning: graphviz says about 'shop': Warning: odd")
    #expect(
      text(.complaint("Warning: odd", more: 2))
        == "warning: graphviz says about 'shop': Warning: odd (and 2 more lines)")
  }
}
