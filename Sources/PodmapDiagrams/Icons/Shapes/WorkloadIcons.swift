/// Icons for workloads and pods. A filled square represents one pod or container.
enum WorkloadIcons {
  static let pod: [IconShape] = [
    .rectangle(x: 2, y: 4.5, width: 20, height: 15, corner: 7, .stroke),
    .rectangle(x: 8.25, y: 8.25, width: 7.5, height: 7.5, corner: 1.5, .fill),
  ]

  static let container: [IconShape] = [
    .path("M12 2.5 L20.5 7.25 V16.75 L12 21.5 L3.5 16.75 V7.25 Z M3.5 7.25 L12 12 L20.5 7.25", .stroke),
    .path("M12 12 V21.5", .stroke),
  ]

  static let deployment: [IconShape] = [
    .path("M3.4 10 A8.8 8.8 0 0 1 19.2 7 M20 2.8 V7.3 H15.5 M20.6 14 A8.8 8.8 0 0 1 4.8 17", .stroke),
    .path("M4 21.2 V16.7 H8.5", .stroke),
    .rectangle(x: 9.5, y: 9.5, width: 5, height: 5, corner: 1, .fill),
  ]

  static let replicaSet: [IconShape] = [
    .rectangle(x: 2.5, y: 10, width: 11.5, height: 11.5, corner: 2, .stroke),
    .path("M6.5 6 H16 A2 2 0 0 1 18 8 V17.5 M10.5 2.2 H19.8 A2 2 0 0 1 21.8 4.2 V13.5", .stroke),
  ]

  static let statefulSet: [IconShape] = [
    .rectangle(x: 2, y: 1.5, width: 4.6, height: 4.6, corner: 1, .fill),
    .rectangle(x: 9.7, y: 1.5, width: 4.6, height: 4.6, corner: 1, .fill),
    .rectangle(x: 17.4, y: 1.5, width: 4.6, height: 4.6, corner: 1, .fill),
    .path("M3 12.8 A9 3.3 0 0 1 21 12.8 A9 3.3 0 0 1 3 12.8 Z", .stroke),
    .path("M3 12.8 V18.4 A9 3.3 0 0 0 21 18.4 V12.8", .stroke),
  ]

  static let daemonSet: [IconShape] = [
    .path("M4 9 V3.5 H20 V9 M12 3.5 V9", .stroke),
    .rectangle(x: 1.5, y: 8, width: 5, height: 5.5, corner: 1, .fill),
    .rectangle(x: 9.5, y: 8, width: 5, height: 5.5, corner: 1, .fill),
    .rectangle(x: 17.5, y: 8, width: 5, height: 5.5, corner: 1, .fill),
    .rectangle(x: 1.5, y: 17.5, width: 5, height: 3, corner: 1, .fill),
    .rectangle(x: 9.5, y: 17.5, width: 5, height: 3, corner: 1, .fill),
    .rectangle(x: 17.5, y: 17.5, width: 5, height: 3, corner: 1, .fill),
  ]

  static let job: [IconShape] = [
    .rectangle(x: 3, y: 3, width: 18, height: 18, corner: 3, .stroke),
    .path("M8 12.5 L11 15.5 L16.5 9", .stroke),
  ]

  static let cronJob: [IconShape] = [
    .path("M20.9 13 A9 9 0 1 1 19.3 6.8 M20 2.5 V7 H15.5 M12 7.5 V12.5 L15.5 14.5", .stroke)
  ]
}
