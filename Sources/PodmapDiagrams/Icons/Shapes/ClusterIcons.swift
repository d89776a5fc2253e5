/// Icons for machines, the frames around objects, and every other kind.
enum ClusterIcons {
  static let cluster: [IconShape] = [
    .rectangle(x: 8.75, y: 1.5, width: 6.5, height: 6.5, corner: 1.5, .fill),
    .rectangle(x: 1.5, y: 15, width: 6.5, height: 6.5, corner: 1.5, .fill),
    .rectangle(x: 16, y: 15, width: 6.5, height: 6.5, corner: 1.5, .fill),
    .path("M5.6 6.6 A9 9 0 0 0 3.3 11.2 M18.4 6.6 A9 9 0 0 1 20.7 11.2 M10 21 A9 9 0 0 0 14 21", .stroke),
  ]

  static let node: [IconShape] = [
    .rectangle(x: 3, y: 3, width: 18, height: 7, corner: 2, .stroke),
    .rectangle(x: 3, y: 14, width: 18, height: 7, corner: 2, .stroke),
    .circle(x: 7.3, y: 6.5, radius: 1.5, .fill),
    .circle(x: 7.3, y: 17.5, radius: 1.5, .fill),
  ]

  static let namespace: [IconShape] = [
    .path("M3 7 V5 A2 2 0 0 1 5 3 H7 M17 3 H19 A2 2 0 0 1 21 5 V7 M21 17 V19 A2 2 0 0 1 19 21 H17", .stroke),
    .path("M7 21 H5 A2 2 0 0 1 3 19 V17 M11.25 3 H12.75 M11.25 21 H12.75 M3 11.25 V12.75", .stroke),
    .path("M21 11.25 V12.75", .stroke),
    .rectangle(x: 8.5, y: 8.5, width: 7, height: 7, corner: 1.5, .fill),
  ]

  static let device: [IconShape] = [
    .rectangle(x: 6, y: 6, width: 12, height: 12, corner: 2, .stroke),
    .rectangle(x: 10, y: 10, width: 4, height: 4, corner: 1, .fill),
    .path("M9.5 2.5 V6 M14.5 2.5 V6 M9.5 18 V21.5 M14.5 18 V21.5", .stroke),
    .path("M2.5 9.5 H6 M2.5 14.5 H6 M18 9.5 H21.5 M18 14.5 H21.5", .stroke),
  ]

  static let custom: [IconShape] = [
    .path("M3 8.2 H6.9 A3 3 0 1 1 12.1 8.2 H16 V12 A3 3 0 1 1 16 17.2 V21.2 H3 V17.2 A3 3 0 1 0 3 12 Z", .stroke)
  ]
}
