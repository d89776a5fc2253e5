/// Turns coordinates along the axes of a part into points of the picture.
struct Canvas {
  let direction: LayoutInput.Direction
  let crossStart: Int

  func point(cross: Int, main: Int) -> Point {
    direction == .topToBottom ? Point(x: cross - crossStart, y: main) : Point(x: main, y: cross - crossStart)
  }

  func direction(cross: Int, main: Int) -> Point {
    let main = cross == 0 ? main : 0
    return direction == .topToBottom ? Point(x: cross, y: main) : Point(x: main, y: cross)
  }

  func size(cross: Int, main: Int) -> (width: Int, height: Int) {
    direction == .topToBottom ? (cross, main) : (main, cross)
  }

  func rect(cross: Int, main: Int, _ crossSize: Int, _ mainSize: Int) -> Rect {
    let corner = point(cross: cross, main: main)
    let size = size(cross: crossSize, main: mainSize)
    return Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)
  }
}
