/// Icons for accounts and permissions.
enum IdentityIcons {
  static let serviceAccount: [IconShape] = [
    .rectangle(x: 4, y: 5, width: 16, height: 17, corner: 2.5, .stroke),
    .path("M12 2 V5", .stroke),
    .circle(x: 12, y: 11.5, radius: 2.6, .fill),
    .path("M7 19 A5 4 0 0 1 17 19 Z", .fill),
  ]

  static let role: [IconShape] = [
    .circle(x: 7.6, y: 16.4, radius: 4.8, .stroke),
    .path("M11.2 12.8 L21 3 M16.2 7.8 L19.6 11.2", .stroke),
  ]

  static let roleBinding: [IconShape] = [
    .path("M6.9 9.6 L4.2 12.3 A5.3 5.3 0 0 0 11.7 19.8 L14.4 17.1", .stroke),
    .path("M17.1 14.4 L19.8 11.7 A5.3 5.3 0 0 0 12.3 4.2 L9.6 6.9 M9.2 14.8 L14.8 9.2", .stroke),
  ]

  static let user: [IconShape] = [
    .circle(x: 12, y: 7.5, radius: 4.5, .stroke),
    .path("M3.5 21 C3.5 16.8 7 14.8 12 14.8 C17 14.8 20.5 16.8 20.5 21", .stroke),
  ]
}
