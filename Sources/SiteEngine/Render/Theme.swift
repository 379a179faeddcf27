import BuiltInTheme
import Diagnostics
import Templates

/// The compiled templates and the assets of a site: the built-in theme, with the site's own files in place of those
/// of the same name.
struct Theme: Sendable {
  let templates: TemplateSet
  /// By name of a root template.
  private let used: [String: UsedFields]
  /// By name; sorted.
  let assets: [Asset]

  struct Asset: Sendable {
    let name: String
    let bytes: [UInt8]
    let route: Route

    /// The name carries the content's fingerprint, so that a host may let browsers keep the file for ever.
    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      let ending = name.pathExtension
      let stem = "assets/\(name.withoutPathExtension).\(Fingerprint(bytes).text)"
      self.route = Route(file: ending.isEmpty ? stem : "\(stem).\(ending)")
    }
  }

  init(templates: TemplateSet, assets: [Asset]) {
    self.templates = templates
    self.assets = assets
    used = Dictionary(uniqueKeysWithValues: Theme.roots.map { ($0.name, UsedFields(templates, in: $0.name)) })
  }

  func asset(_ name: String) -> Asset {
    guard let asset = assets.first(where: { $0.name == name }) else {
      preconditionFailure("the built-in theme has the asset '\(name)'")
    }
    return asset
  }

  /// What a page made from a template shows: the rest is not worked out.
  func used(in template: String) -> UsedFields {
    guard let fields = used[template] else { preconditionFailure("'\(template)' is no root template") }
    return fields
  }

  func isUsedAnywhere(_ field: (UsedFields) -> Bool) -> Bool { used.values.contains(where: field) }

  /// Every template that a page is made with, and what it may use.
  static let roots: [TemplateSet.Root] = [
    .init(name: "home", shape: HomeView.shape),
    .init(name: "plan", shape: PlanPageView.shape),
    .init(name: "section", shape: SectionPageView.shape),
    .init(name: "page", shape: SectionPageView.shape),
    .init(name: "full", shape: FullPageView.shape),
    .init(name: "progress", shape: ProgressPageView.shape),
    .init(name: "indicators", shape: IndicatorsPageView.shape),
    .init(name: "indicator", shape: IndicatorPageView.shape),
    .init(name: "programmes", shape: RegisterPageView.shape),
    .init(name: "programme", shape: RegisterEntryPageView.shape),
    .init(name: "departments", shape: RegisterPageView.shape),
    .init(name: "department", shape: RegisterEntryPageView.shape),
    .init(name: "glossary", shape: GlossaryPageView.shape),
    .init(name: "not-found", shape: PlainPageView.shape),
    .init(name: "redirect", shape: RedirectView.shape),
  ]

  /// What ends so in `Templates/` is a template; all else is an asset.
  private static let templateEnding = "mustache"
}

// MARK: - Loading

extension Theme {
  static func load(_ tree: SourceTree) throws -> Checked<Theme> {
    var diagnostics: [Diagnostic] = []
    var templates: [String: SourceText] = [:]
    var assets: [String: [UInt8]] = [:]
    for file in builtInTheme {
      if file.name.pathExtension == templateEnding {
        templates[file.name.withoutPathExtension] = SourceText(path: "built-in/\(file.name)", bytes: file.bytes)
      } else {
        assets[file.name] = file.bytes
      }
    }
    var own: Set<String> = []
    let loader = SourceLoader(siteDirectory: tree.siteDirectory)
    for file in tree.templates where file.path.pathExtension != "swift" {
      let path = "\(SourceTree.templatesFolder)/\(file.path)"
      if file.path.pathExtension == templateEnding {
        let source = try loader.text(of: path)
        diagnostics += source.diagnostics
        // One that cannot be read is reported, and the built-in one checked in its place.
        if let text = source.value { templates[file.path.withoutPathExtension] = text }
        own.insert(file.path.withoutPathExtension)
      } else {
        assets[file.path] = try FileSystem.contents(of: "\(tree.siteDirectory)/\(path)")
      }
    }
    let compiled = TemplateSet.compile(templates, roots: roots, siteProvided: own)
    diagnostics += compiled.diagnostics
    guard let set = compiled.value else { return Checked(failed: diagnostics) }
    let sorted = assets.sorted { $0.key.precedes($1.key) }
    return Checked(
      Theme(templates: set, assets: sorted.map { Asset(name: $0.key, bytes: $0.value) }), diagnostics)
  }
}
