import PodmapManifests

/// How a diagram is condensed.
package struct CondensingOptions: Sendable, Equatable {
  /// `nil` to choose the most detail that fits the page.
  package var detail: Detail?
  /// The width of the page in CSS pixels.
  package var pageWidth: Int

  package init(detail: Detail? = nil, pageWidth: Int = Limit.pageWidth.value) {
    self.detail = detail
    self.pageWidth = pageWidth
  }

  /// The widest picture, in points, whose smallest text has 9 pixels and whose names have 11 on the page.
  var pictureWidth: Int {
    // 10 points are 13⅓ pixels; at this width they are shown as 9.
    pageWidth * 10 / 9
  }
}
