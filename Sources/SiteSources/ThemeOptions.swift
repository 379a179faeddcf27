import DataFormats

/// The options under `theme:` in `site.yaml`.
package struct ThemeOptions: Sendable {
  /// The path of an image next to `site.yaml`, shown before the site's title.
  package var logo: Located<String>?
  /// The path of an image next to `site.yaml` that a link to the site is shown with, where people share it.
  package var image: Located<String>?
  /// Text at the foot of every page.
  package var footer: String?
  /// The colour of links, rules and numbers; readable on white.
  package var accent: Color?
  /// Fonts before those of the theme, for text and for headings.
  package var textFonts: [String] = []
  package var headingFonts: [String] = []

  /// Whether it changes the style sheet.
  package var changesStyles: Bool { accent != nil || !textFonts.isEmpty || !headingFonts.isEmpty }
}

extension ThemeOptions {
  init(_ reader: inout FieldReader) {
    logo = reader.string("logo")
    image = reader.string("image")
    footer = reader.string("footer")?.value
    accent = Color.readAccent(from: &reader)
    if var fonts = reader.mapping("fonts", describing: "the fonts") {
      textFonts = fonts.fontNames("text")
      headingFonts = fonts.fontNames("headings")
      fonts.finish()
    }
  }
}

extension FieldReader {
  /// Names of fonts: letters, digits, spaces, `-` and `.`, since they are written into the style sheet.
  fileprivate mutating func fontNames(_ key: FieldKey) -> [String] {
    strings(key).compactMap { name in
      guard !name.value.isEmpty, name.value.allSatisfy({ $0.isLetter || $0.isNumber || " -.".contains($0) }) else {
        report(
          .invalidValue, "'\(name.value)' is not the name of a font",
          hint: "write one name an entry, without quotes of its own, as in '\(key): [Source Han Serif SC, Georgia]'",
          at: name.range)
        return nil
      }
      return name.value
    }
  }
}
