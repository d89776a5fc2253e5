/// Icons for objects that act on others.
enum PolicyIcons {
  static let networkPolicy: [IconShape] = [
    .path("M12 2 L20 5 V11.5 C20 16.5 16.7 20 12 22 C7.3 20 4 16.5 4 11.5 V5 Z", .stroke),
    .path("M12 2 L4 5 V11.5 C4 16.5 7.3 20 12 22 Z", .fill),
  ]

  static let podDisruptionBudget: [IconShape] = [
    .path("M2 13.2 A10 10 0 0 1 22 13.2 Z M12 13.2 V19 A2.6 2.6 0 0 0 17.2 19 M12 3.2 V2", .stroke)
  ]

  static let horizontalPodAutoscaler: [IconShape] = [
    .rectangle(x: 1.5, y: 3, width: 5, height: 6.5, corner: 1, .fill),
    .rectangle(x: 9.5, y: 3, width: 5, height: 6.5, corner: 1, .fill),
    .rectangle(x: 17.5, y: 3, width: 5, height: 6.5, corner: 1, .fill),
    .path("M2 17 H22 M5.8 13.2 L2 17 L5.8 20.8 M18.2 13.2 L22 17 L18.2 20.8", .stroke),
  ]

  static let resourceQuota: [IconShape] = [
    .path("M3.6 18.5 A9.5 9.5 0 1 1 20.4 18.5 M12 14 L16.2 9", .stroke),
    .circle(x: 12, y: 14, radius: 2.2, .fill),
  ]

  static let priorityClass: [IconShape] = [
    .path("M3 11.5 L12 3.5 L21 11.5 M3 20.5 L12 12.5 L21 20.5", .stroke)
  ]

  static let admission: [IconShape] = [
    .path("M3 4 H21 L14 12.5 V20.5 L10 18 V12.5 Z", .stroke)
  ]
}
