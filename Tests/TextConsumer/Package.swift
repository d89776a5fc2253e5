// swift-tools-version: 6.2
// A package that draws text alone: it must build and run on a machine without Graphviz.
import PackageDescription

let package = Package(
  name: "TextConsumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Podmap", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "text-consumer", dependencies: [.product(name: "Podmap", package: "Podmap")], path: "Sources")
  ]
)
