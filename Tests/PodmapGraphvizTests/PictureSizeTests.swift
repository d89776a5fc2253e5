import Foundation
import PodmapGraphviz
import PodmapTestSupport
import Testing

@Suite("Sizes of pictures")
struct PictureSizeTests {
  @Test("At scale 1 PNG has as many pixels as SVG in a browser; other scales multiply them")
  func scale() throws {
    let dot = Graphs.box(inchesWide: 3, high: 2)
    let svg = try RenderedImage(svg: GraphvizRendering.render(dot, as: .svg))
    let one = try RenderedImage(png: GraphvizRendering.render(dot, as: .png))
    #expect((svg.width, svg.height) == (216, 144))
    // Cairo adds a pixel for a line that ends between two.
    #expect((288...289).contains(one.width) && (192...193).contains(one.height), "\(one)")
    for scale in [0.1, 0.5, 2, 8] {
      let picture = try GraphvizRendering.picture(of: dot, PictureRequest(.png, scale: scale))
      let image = try RenderedImage(png: picture.bytes)
      #expect(
        abs(Double(image.width) - 288 * scale) <= 1.5 && abs(Double(image.height) - 192 * scale) <= 1.5, "\(image)")
      #expect(picture.remarks.isEmpty)
    }
  }

  @Test("The scale doesn't affect formats without pixels")
  func noPixels() throws {
    for format in [PictureFormat.svg, .pdf] {
      let usual = try GraphvizRendering.picture(of: Graphs.small, PictureRequest(format))
      #expect(try GraphvizRendering.picture(of: Graphs.small, PictureRequest(format, scale: 4)) == usual)
    }
  }

  @Test("A picture with a side that is too long is drawn smaller, and a remark says how much")
  func longSide() throws {
    let dot = Graphs.box(inchesWide: 1000, high: 0.5)
    let png = try GraphvizRendering.picture(of: dot, PictureRequest(.png))
    let image = try RenderedImage(png: png.bytes)
    #expect((32_000...32_767).contains(image.width), "\(image)")
    guard case .drawnSmaller(let scale)? = png.remarks.first else { throw Failure("\(png.remarks)") }
    #expect((0.33...0.342).contains(scale))
    // A WebP file allows only half of that.
    let webp = try GraphvizRendering.picture(of: dot, PictureRequest(.webp))
    guard case .drawnSmaller(let scale)? = webp.remarks.first else { throw Failure("\(webp.remarks)") }
    #expect((0.16...0.171).contains(scale))
  }

  @Test("A picture with too many pixels is drawn smaller")
  func manyPixels() throws {
    let picture = try GraphvizRendering.picture(
      of: Graphs.box(inchesWide: 100, high: 100), PictureRequest(.png, scale: 8))
    let image = try RenderedImage(png: picture.bytes)
    #expect((49_000_000...50_000_000).contains(image.width * image.height), "\(image)")
    #expect(picture.remarks.count == 1)
  }
}
