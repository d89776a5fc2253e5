/// Icons for storage.
enum StorageIcons {
  static let persistentVolumeClaim: [IconShape] = [
    .path("M4 5.5 A8 3 0 0 1 20 5.5 A8 3 0 0 1 4 5.5 Z M4 5.5 V18.5 A8 3 0 0 0 20 18.5 V5.5", .stroke),
    .path("M12 12 V17.6 M9.2 14.8 H14.8", .stroke),
  ]

  static let persistentVolume: [IconShape] = [
    .path("M3 5 A9 3.2 0 0 1 21 5 A9 3.2 0 0 1 3 5 Z", .fill),
    .path("M3 8.5 A9 3.2 0 0 0 21 8.5 V12 A9 3.2 0 0 1 3 12 Z", .fill),
    .path("M3 15.5 A9 3.2 0 0 0 21 15.5 V19 A9 3.2 0 0 1 3 19 Z", .fill),
  ]

  static let storageClass: [IconShape] = [
    .path("M12 2.5 L21 7.5 L12 12.5 L3 7.5 Z", .stroke),
    .path("M12 2.5 L21 7.5 L12 12.5 L3 7.5 Z", .fill),
    .path("M3 12 L12 17 L21 12 M3 16.5 L12 21.5 L21 16.5", .stroke),
  ]

  static let volume: [IconShape] = [
    .path("M3 6 A2 2 0 0 1 5 4 H9.5 L12 7 H19 A2 2 0 0 1 21 9 V18 A2 2 0 0 1 19 20 H5 A2 2 0 0 1 3 18 Z", .stroke)
  ]
}
