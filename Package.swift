// swift-tools-version: 6.2
import PackageDescription

// The program that libFuzzer drives (`make fuzz`); everything else is built without its instrumentation.
let isFuzzing = Context.environment["PODMAP_FUZZ"] == "1"

// Strict builds (`make test` and CI) turn every warning into an error; a user's build with a newer
// compiler must not fail for one.
let isStrict = Context.environment["PODMAP_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "Podmap",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Podmap", targets: ["Podmap"]),
    .executable(name: "podmap", targets: ["podmap-cli"]),
  ],
  traits: [
    .trait(name: "Graphviz", description: "Draw SVG, PNG, PDF and WebP; loads Graphviz's library at run time."),
    .default(enabledTraits: ["Graphviz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "PodmapManifests", dependencies: ["CLibYAML"], swiftSettings: settings),
    .target(name: "PodmapLayout", swiftSettings: settings),
    .target(name: "PodmapTopology", dependencies: ["PodmapManifests"], swiftSettings: settings),
    .target(
      name: "PodmapDiagrams",
      dependencies: ["PodmapLayout", "PodmapTopology", "PodmapManifests"],
      swiftSettings: settings
    ),
    .target(
      name: "PodmapComparison",
      dependencies: ["PodmapDiagrams", "PodmapTopology", "PodmapManifests"],
      swiftSettings: settings
    ),
    .target(
      name: "PodmapConversion", dependencies: ["PodmapTopology", "PodmapManifests"], swiftSettings: settings),
    .target(name: "PodmapProcesses", swiftSettings: settings),
    .target(name: "CGraphvizShim"),
    .target(
      name: "PodmapGraphviz",
      dependencies: ["PodmapProcesses", .target(name: "CGraphvizShim", condition: .when(traits: ["Graphviz"]))],
      swiftSettings: settings
    ),
    .target(
      name: "Podmap",
      dependencies: [
        "PodmapProject", "PodmapComparison", "PodmapDiagrams", "PodmapTopology", "PodmapManifests",
        .target(name: "PodmapGraphviz", condition: .when(traits: ["Graphviz"])),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "PodmapTemplates",
      path: "templates",
      exclude: ["README.md"],
      resources: [
        .embedInCode("application.md"), .embedInCode("pod-vs-container.md"), .embedInCode("comparison.md"),
        .embedInCode("pull-request.md"), .embedInCode("merge-request.md"), .embedInCode("gallery.html"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "PodmapProject",
      dependencies: [
        "PodmapComparison", "PodmapConversion", "PodmapDiagrams", "PodmapTopology", "PodmapManifests",
        "PodmapGraphviz", "PodmapProcesses", "PodmapTemplates",
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "podmap-cli",
      dependencies: [
        "PodmapManifests", "PodmapTopology", "PodmapDiagrams", "PodmapComparison", "PodmapConversion",
        "PodmapGraphviz", "PodmapProcesses", "PodmapProject",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "podmap-benchmark",
      dependencies: ["CLibYAML"],
      path: "Benchmarks/podmap-benchmark",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "readme-example", dependencies: ["Podmap"], path: "Tests/ReadmeExample", swiftSettings: settings),
    .target(
      name: "PodmapTestSupport", path: "Tests/PodmapTestSupport",
      swiftSettings: settings),
    .target(
      name: "PodmapComparisonTestSupport",
      dependencies: ["PodmapComparison", "PodmapProject", "PodmapTopology", "PodmapManifests", "PodmapTestSupport"],
      path: "Tests/PodmapComparisonTestSupport",
      swiftSettings: settings),
    .target(
      name: "PodmapFuzzing",
      dependencies: [
        "Podmap", "PodmapConversion", "PodmapLayout", "PodmapManifests", "PodmapProject", "PodmapTopology",
      ],
      path: "Fuzzing/Harnesses", swiftSettings: settings),
    .target(name: "CAllocationCount", path: "Tests/AllocationCount"),
    .executableTarget(
      name: "podmap-work", dependencies: ["CAllocationCount", "Podmap"], path: "Tests/Work", swiftSettings: settings),
    .testTarget(
      name: "PodmapGrowthTests", dependencies: ["podmap-work", "PodmapTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PodmapFuzzingTests", dependencies: ["PodmapFuzzing", "PodmapTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PodmapTests",
      dependencies: ["Podmap", "PodmapDiagrams", "podmap-cli", "readme-example", "PodmapTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PodmapCommandTests", dependencies: ["podmap-cli", "PodmapTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PodmapGraphvizTests",
      dependencies: [
        "PodmapGraphviz", "PodmapProject", "PodmapDiagrams", "podmap-cli", "PodmapManifests", "PodmapTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PodmapDiagramsTests",
      dependencies: ["PodmapDiagrams", "PodmapTopology", "PodmapManifests", "PodmapTestSupport"],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PodmapComparisonTests",
      dependencies: [
        "PodmapComparison", "PodmapDiagrams", "PodmapTopology", "PodmapManifests", "PodmapTestSupport",
        "PodmapComparisonTestSupport",
      ],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PodmapConversionTests",
      dependencies: [
        "PodmapConversion", "PodmapComparison", "PodmapTopology", "PodmapManifests", "PodmapTestSupport",
        "PodmapComparisonTestSupport",
      ],
      exclude: ["Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PodmapProjectTests",
      dependencies: [
        "PodmapProject", "PodmapDiagrams", "PodmapTopology", "PodmapManifests", "PodmapTestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(name: "PodmapLayoutTests", dependencies: ["PodmapLayout"], swiftSettings: settings),
    .testTarget(name: "PodmapManifestsTests", dependencies: ["PodmapManifests"], swiftSettings: settings),
    .testTarget(
      name: "PodmapTopologyTests", dependencies: ["PodmapTopology", "PodmapManifests"], swiftSettings: settings),
  ]
    + (isFuzzing
      ? [
        .executableTarget(
          name: "podmap-fuzz", dependencies: ["PodmapFuzzing"], path: "Fuzzing/Program",
          swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
      ] : [])
)
