/// Icons for configuration and credentials.
enum ConfigurationIcons {
  static let configMap: [IconShape] = [
    .path("M3 5 H21 M3 12 H21 M3 19 H21", .stroke),
    .circle(x: 8, y: 5, radius: 3, .fill),
    .circle(x: 16, y: 12, radius: 3, .fill),
    .circle(x: 9.5, y: 19, radius: 3, .fill),
  ]

  static let secret: [IconShape] = [
    .rectangle(x: 4, y: 10.5, width: 16, height: 11, corner: 2.5, .stroke),
    .path("M7.5 10.5 V7 A4.5 4.5 0 0 1 16.5 7 V10.5", .stroke),
    .circle(x: 12, y: 16, radius: 1.9, .fill),
  ]

  static let certificate: [IconShape] = [
    .circle(x: 12, y: 9, radius: 6.8, .stroke),
    .circle(x: 12, y: 9, radius: 2.4, .fill),
    .path("M8 14.8 V21.8 L12 19.3 L16 21.8 V14.8", .stroke),
  ]
}
