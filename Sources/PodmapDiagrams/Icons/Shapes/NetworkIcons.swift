/// Icons for networking.
enum NetworkIcons {
  static let service: [IconShape] = [
    .circle(x: 12, y: 12, radius: 3.6, .stroke),
    .circle(x: 4, y: 4, radius: 2.4, .fill),
    .circle(x: 20, y: 4, radius: 2.4, .fill),
    .circle(x: 4, y: 20, radius: 2.4, .fill),
    .circle(x: 20, y: 20, radius: 2.4, .fill),
    .path("M9.4 9.4 L4 4 M14.6 9.4 L20 4 M9.4 14.6 L4 20 M14.6 14.6 L20 20", .stroke),
  ]

  static let endpointSlice: [IconShape] = [
    .path("M12 22 C8.5 18.5 4.5 14.5 4.5 9.5 A7.5 7.5 0 0 1 19.5 9.5 C19.5 14.5 15.5 18.5 12 22 Z", .stroke),
    .circle(x: 12, y: 9.5, radius: 2.6, .fill),
  ]

  static let ingress: [IconShape] = [
    .path("M13 3 H18 A3 3 0 0 1 21 6 V18 A3 3 0 0 1 18 21 H13 M2 12 H14.5 M10 7.5 L14.5 12 L10 16.5", .stroke)
  ]

  static let gateway: [IconShape] = [
    .path("M3.5 21.5 V11 A8.5 8.5 0 0 1 20.5 11 V21.5 Z M12 2.5 V21.5", .stroke),
    .circle(x: 8.7, y: 14, radius: 1.4, .fill),
    .circle(x: 15.3, y: 14, radius: 1.4, .fill),
  ]

  static let route: [IconShape] = [
    .path("M2 12 H6.5 C11 12 10 6 15 6 H21 M6.5 12 C11 12 10 18 15 18 H21 M18 2.5 L21.5 6 L18 9.5", .stroke),
    .path("M18 14.5 L21.5 18 L18 21.5", .stroke),
  ]

  static let outside: [IconShape] = [
    .circle(x: 12, y: 12, radius: 9.5, .stroke),
    .path("M12 2.5 C9.2 5 8 8.5 8 12 C8 15.5 9.2 19 12 21.5 C14.8 19 16 15.5 16 12 C16 8.5 14.8 5 12 2.5 Z", .stroke),
    .path("M2.5 12 H21.5", .stroke),
  ]
}
