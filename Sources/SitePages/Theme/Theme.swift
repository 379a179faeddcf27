import BuiltInTheme
import Bytes
import Diagnostics
import Files
import SiteModel
import SiteSources
import Templates

/// The compiled templates and the assets of a site. The site's own files override files of the built-in theme by name.
package struct Theme: Sendable {
  let templates: TemplateSet
  /// Sorted by name.
  let assets: [Asset]

  struct Asset: Sendable {
    let name: String
    let bytes: [UInt8]
    let route: Route

    /// The route contains the content's fingerprint, so that a host can let browsers cache the file forever.
    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      let ending = name.pathExtension
      let path = "assets/\(name.withoutPathExtension).\(Fingerprint(bytes).text)"
      self.route = Route(file: ending.isEmpty ? path : "\(path).\(ending)")
    }
  }

  func asset(_ name: String) -> Asset {
    guard let asset = assets.first(where: { $0.name == name }) else {
      preconditionFailure("the built-in theme has the asset '\(name)'")
    }
    return asset
  }

  /// The theme with the colour and the fonts of the site at the end of its style sheet.
  package func styled(_ options: ThemeOptions) -> Theme {
    guard options.changesStyles else { return self }
    return Theme(
      templates: templates,
      assets: assets.map { asset in
        asset.name == "site.css" ? Asset(name: asset.name, bytes: asset.bytes + options.styles.utf8) : asset
      })
  }

  /// Every page template with the shape of its view.
  static let roots = PageTemplate.allCases.map { TemplateSet.Root(name: $0.rawValue, shape: $0.shape) }

  /// The extension of templates in `Templates/`; all other files there are assets.
  private static let templateEnding = "mustache"
}

// MARK: - Loading

extension Theme {
  package static func load(_ tree: SourceTree) throws -> Checked<Theme> {
    var diagnostics: [Diagnostic] = []
    var templates: [String: SourceText] = [:]
    var assets: [String: [UInt8]] = [:]
    for file in builtInTheme {
      if file.name.pathExtension == templateEnding {
        templates[file.name.withoutPathExtension] = SourceText(path: "built-in/\(file.name)", bytes: file.bytes)
      } else {
        assets[file.name] =
          switch file.name.pathExtension {
          case "js": compactScript(file.bytes)
          case "css": compactStyle(file.bytes)
          default: file.bytes
          }
      }
    }
    var own: Set<String> = []
    let loader = SourceLoader(tree.folders)
    for file in tree.templates where file.path.pathExtension != "swift" && !Languages.isWords(file.path) {
      let path = "\(SourceTree.templatesFolder)/\(file.path)"
      if file.path.pathExtension == templateEnding {
        let source = try loader.text(of: path)
        diagnostics += source.diagnostics
        // If a template cannot be read, that is reported and the built-in one is checked instead.
        if let text = source.value { templates[file.path.withoutPathExtension] = text }
        own.insert(file.path.withoutPathExtension)
      } else {
        assets[file.path] = try FileSystem.contents(of: tree.folders.path(of: path))
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

extension ThemeOptions {
  /// The site's own colour and fonts, in CSS.
  fileprivate var styles: String {
    var styles = "\n/* ---- Of the site ---- */\n\n"
    if let accent {
      styles += ":root { --accent: \(accent); --accent-strong: \(accent.stronger); }\n"
      styles += """
        @media (prefers-color-scheme: dark) {
          :root { --accent: \(accent.onDark); --accent-strong: \(accent.strongerOnDark); }
        }

        """
    }
    // Before the fonts of the language, whose rule `:root:lang(…)` is otherwise the more specific one.
    for (property, fonts, family) in [("--sans", textFonts, "sans-serif"), ("--serif", headingFonts, "serif")]
    where !fonts.isEmpty {
      styles += ":root:root:root { \(property): \(fonts.map { "\"\($0)\"" }.joined(separator: ", ")), \(family); }\n"
    }
    return styles
  }
}
