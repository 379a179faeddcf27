// swift-tools-version: 6.1

import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "planpress",
  platforms: [.macOS(.v15)],
  targets: [
    // System libraries: the module map and nothing else.
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    // The arrows only go down; siblings never import each other. ARCHITECTURE.md says why.
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Markup", swiftSettings: settings),
    .target(name: "DataFormats", dependencies: ["Diagnostics", "CYAML"], swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["Diagnostics", "Markup", "CCommonMark"],
      swiftSettings: settings),
    .target(name: "Templates", dependencies: ["Diagnostics", "Markup"], swiftSettings: settings),
    .target(
      name: "Indicators", dependencies: ["Diagnostics", "DataFormats"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "Markup"], swiftSettings: settings),
  ]
)
