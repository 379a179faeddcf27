// swift-tools-version: 6.1

import Foundation
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

/// On Linux the program allocates with jemalloc. A sanitizer has its own allocator, so `Tests/run` leaves jemalloc out.
let allocator: [LinkerSetting] =
  Context.environment["PLANPRESS_SANITIZED"] != nil ? [] : [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]

/// The tests mirror the targets.
func tests(of name: String, _ more: Target.Dependency...) -> Target {
  .testTarget(
    name: "\(name.prefix(1).uppercased())\(name.dropFirst())Tests", dependencies: [.byName(name: name)] + more,
    swiftSettings: settings)
}

/// The files of the default theme. A test holds this list and `Templates/BuiltInTheme.swift` against the folder.
///
/// Listed by hand, because SwiftPM evaluates this file anew only when it changes: a list of the folder would miss a new
/// template until then, and its name in `BuiltInTheme.swift` would not compile. A page of the guide that
/// `otherDocumentation` misses costs only a warning.
let themeFiles = [
  "action-answer.mustache",
  "action.mustache",
  "actions.mustache",
  "alignment.mustache",
  "not-found.mustache",
  "answer-summary.mustache",
  "answer.mustache",
  "article.mustache",
  "base.mustache",
  "breadcrumbs.mustache",
  "changed-dates.mustache",
  "changed-targets.mustache",
  "chart-image.js",
  "department.mustache",
  "feed.mustache",
  "updates.mustache",
  "departments.mustache",
  "display.js",
  "language.js",
  "downloads.mustache",
  "earlier-figures.mustache",
  "embed.mustache",
  "filter.js",
  "footer.mustache",
  "full.mustache",
  "glossary.mustache",
  "header.mustache",
  "heading-entry.mustache",
  "home.mustache",
  "icon.svg",
  "indicator-account.mustache",
  "indicator-chart.mustache",
  "indicator-facet.mustache",
  "indicator-facets.mustache",
  "indicator-facts.mustache",
  "indicator-figures.mustache",
  "indicator-judging.mustache",
  "indicator-parts.mustache",
  "indicator.mustache",
  "indicators.mustache",
  "languages.mustache",
  "late-action.mustache",
  "late-update.mustache",
  "numbered-title.mustache",
  "page.mustache",
  "parts.mustache",
  "pages.mustache",
  "pager.mustache",
  "plan-entry.mustache",
  "plan-facts.mustache",
  "plan.mustache",
  "programme.mustache",
  "programmes.mustache",
  "progress.mustache",
  "rail-entry.mustache",
  "rail.mustache",
  "redirect.mustache",
  "report.mustache",
  "register-entry.mustache",
  "register-group.mustache",
  "reporting.mustache",
  "search-field.mustache",
  "search-key.js",
  "search.js",
  "search.mustache",
  "section.mustache",
  "site.css",
  "status-totals.mustache",
  "toc-entry.mustache",
  "words/zh-CN.yaml",
  "words/en.yaml",
  "words/fr.yaml",
  "words/ar.yaml",
  "words/es.yaml",
  "words/ru.yaml",
]

/// The pages of the guide that are embedded in the program.
let builtInPages = [
  "Content/2-content.md", "Content/4-indicators.md", "Content/6-registers.md", "Content/7-configuration.md",
  "Content/11-diagnostics.md", "Content/actions.md",
]

/// The files of `Documentation/` that are not embedded in the program. SwiftPM requires each to be excluded by name.
let otherDocumentation = ["", "Content/"].flatMap { folder in
  let path = "\(Context.packageDirectory)/Documentation/\(folder)"
  return (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted().map { folder + $0 } ?? []
}.filter { !(["Content", "BuiltInGuide.swift"] + builtInPages).contains($0) && !$0.hasPrefix(".") }

let package = Package(
  name: "planpress",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "planpress", targets: ["planpress"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // System libraries: the module map and nothing else.
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CMiniZip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"])]),

    .target(name: "CMemory", linkerSettings: allocator),
    // System calls on files that Swift does not expose.
    .target(name: "CFiles"),
    // Look-ups of sixteen bytes at a time, which Swift does not expose.
    .target(name: "CByteScan"),
    // libcmark's parser on memory that is freed all at once.
    .target(name: "CCommonMarkArena", dependencies: ["CCommonMark"]),
    // minizip on memory.
    .target(name: "CZip", dependencies: ["CMiniZip"], linkerSettings: [.linkedLibrary("z")]),

    // The arrows only go down; siblings never import each other. ARCHITECTURE.md says why.
    .target(name: "Diagnostics", dependencies: ["CByteScan"], swiftSettings: settings),
    .target(name: "Bytes", swiftSettings: settings),
    .target(name: "Markup", dependencies: ["Diagnostics", "Bytes"], swiftSettings: settings),
    .target(name: "DataFormats", dependencies: ["Diagnostics", "Bytes", "CYAML"], swiftSettings: settings),
    .target(
      name: "Markdown",
      dependencies: ["Diagnostics", "Markup", "Bytes", "CByteScan", "CCommonMark", "CCommonMarkArena"],
      swiftSettings: settings),
    .target(name: "Templates", dependencies: ["Diagnostics", "Markup", "Bytes"], swiftSettings: settings),
    // Reader-facing texts by language.
    .target(
      name: "Words", dependencies: ["BuiltInTheme", "DataFormats", "Diagnostics", "Bytes"], swiftSettings: settings),
    .target(
      name: "Indicators", dependencies: ["Words", "Diagnostics", "DataFormats", "Bytes"], swiftSettings: settings),
    // Actions: the work that a plan announces, and its state.
    .target(
      name: "Actions", dependencies: ["Indicators", "Words", "Markup", "Diagnostics", "DataFormats"],
      swiftSettings: settings),
    .target(
      name: "Figures", dependencies: ["Actions", "Indicators", "Words", "Markup", "DataFormats", "Bytes"],
      swiftSettings: settings),
    // Excel workbooks, from bytes and to bytes.
    .target(name: "Workbooks", dependencies: ["Diagnostics", "Bytes", "CZip", "CExpat"], swiftSettings: settings),
    // A planner's own text as sections.
    .target(
      name: "Manuscripts", dependencies: ["Workbooks", "DataFormats", "Diagnostics", "Bytes"],
      swiftSettings: settings),
    // The folder of the theme, whose files are embedded in the program.
    .target(
      name: "BuiltInTheme", path: "Templates", sources: ["BuiltInTheme.swift"],
      resources: themeFiles.map { .embedInCode($0) }, swiftSettings: settings),
    // The guide's pages on keys and messages, embedded in the program.
    .target(
      name: "BuiltInGuide", path: "Documentation", exclude: otherDocumentation,
      sources: ["BuiltInGuide.swift"], resources: builtInPages.map { .embedInCode($0) },
      swiftSettings: settings),
    // The file system, and work on many threads.
    .target(name: "Files", dependencies: ["Bytes", "CFiles"], swiftSettings: settings),
    // The files of a site, each read and parsed on its own.
    .target(
      name: "SiteSources",
      dependencies: [
        "Files", "DataFormats", "Markdown", "Actions", "Indicators", "Words", "Workbooks", "Markup", "Diagnostics",
        "Bytes",
      ],
      swiftSettings: settings),
    // The whole site: tree, addresses, links, registers, statuses.
    .target(
      name: "SiteModel",
      dependencies: [
        "SiteSources", "Files", "Workbooks", "DataFormats", "Markdown", "Actions", "Indicators", "Words", "Markup",
        "Diagnostics",
        "Bytes",
      ],
      swiftSettings: settings),
    // Writes files into a folder, all or none.
    .target(name: "SiteOutput", dependencies: ["Files", "Diagnostics", "Bytes"], swiftSettings: settings),
    // The site as HTML.
    .target(
      name: "SitePages",
      dependencies: [
        "SearchIndex", "SiteModel", "SiteSources", "SiteOutput", "Files", "Templates", "Figures", "BuiltInTheme",
        "DataFormats",
        "Markdown", "Actions", "Indicators", "Words", "Markup", "Diagnostics", "Bytes",
      ],
      swiftSettings: settings),
    // The figures of the site as CSV and JSON.
    .target(
      name: "SiteData",
      dependencies: [
        "SiteModel", "SiteSources", "SiteOutput", "Files", "Workbooks", "DataFormats", "Actions", "Indicators", "Words",
        "Bytes",
      ],
      swiftSettings: settings),
    // The index that the search page loads: terms and results.
    .target(
      name: "SearchIndex",
      dependencies: [
        "SiteModel", "SiteSources", "SiteOutput", "Files", "DataFormats", "Markdown", "Actions", "Indicators", "Words",
        "Markup",
        "Bytes",
      ],
      swiftSettings: settings),
    // Builds, checks and previews a site: the only target that joins all others.
    .target(
      name: "SiteEngine",
      dependencies: [
        "SitePages", "SiteData", "SearchIndex", "SiteModel", "SiteOutput", "SiteSources", "Files", "Manuscripts",
        "Workbooks", "DataFormats", "BuiltInGuide",
        "Markdown", "Actions", "Indicators", "Words", "Markup", "Diagnostics", "Bytes",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "planpress",
      dependencies: [
        "SiteEngine", "SiteOutput", "SiteSources", "Files", "Diagnostics", "DataFormats", "Indicators", "Words",
        "Markup",
        "Bytes", "CMemory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      resources: [.embedInCode("Preview/preview.js"), .embedInCode("Preview/preview.css")], swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "TestSupport"),
    tests(of: "Diagnostics", "CByteScan", "TestSupport"),
    tests(of: "Bytes", "TestSupport"),
    tests(of: "Markup", "Bytes", "TestSupport"),
    tests(of: "DataFormats", "Diagnostics", "Bytes", "TestSupport"),
    tests(of: "Markdown", "Diagnostics", "Markup", "Bytes", "TestSupport"),
    tests(of: "Templates", "Diagnostics", "Markup", "Bytes", "TestSupport"),
    tests(of: "Words", "BuiltInTheme", "Diagnostics", "TestSupport"),
    tests(of: "Indicators", "Words", "Diagnostics", "DataFormats", "Bytes", "TestSupport"),
    tests(of: "Actions", "Indicators", "Diagnostics", "DataFormats", "TestSupport"),
    tests(of: "Workbooks", "Diagnostics", "Bytes", "CMiniZip", "TestSupport"),
    tests(of: "Manuscripts", "Diagnostics", "TestSupport"),
    tests(of: "Figures", "Words", "Indicators", "Markup", "Bytes", "Diagnostics", "DataFormats", "TestSupport"),
    tests(of: "Files", "Bytes", "CFiles", "TestSupport"),
    tests(of: "SiteSources", "DataFormats", "Files", "TestSupport"),
    tests(of: "SiteModel", "SiteSources", "TestSupport"),
    tests(of: "SiteOutput", "TestSupport"),
    tests(of: "SitePages", "BuiltInTheme", "SiteSources", "DataFormats", "TestSupport"),
    tests(of: "SearchIndex", "SiteModel", "SiteSources", "SiteOutput", "TestSupport"),
    tests(of: "SiteData", "SiteModel", "SiteSources", "SiteOutput", "TestSupport"),
    tests(
      of: "SiteEngine", "SitePages", "SiteModel", "SiteOutput", "SiteSources", "Files", "Templates", "Manuscripts",
      "Workbooks",
      "Indicators",
      "DataFormats", "Diagnostics",
      "BuiltInTheme", "Words", "CZip", "TestSupport"),
    tests(of: "planpress", "TestSupport"),
  ]
)

// libFuzzer has its own `main`, so nothing else may be built with it; `Tests/fuzz` asks for it.
if Context.environment["PLANPRESS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Markdown", "DataFormats", "Templates", "Workbooks", "Diagnostics", "Bytes", "CZip"],
      path: "Tests/Fuzz",
      swiftSettings: settings))
}
