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
    accent = ThemeOptions.readAccent(&reader)
    if var fonts = reader.mapping("fonts", describing: "the fonts") {
      textFonts = fonts.fontNames("text")
      headingFonts = fonts.fontNames("headings")
      fonts.finish()
    }
  }

  private static func readAccent(_ reader: inout FieldReader) -> Color? {
    guard let text = reader.string("accent") else { return nil }
    guard let color = Color(text.value) else {
      reader.report(
        .invalidValue, "'\(text.value)' is not a colour", hint: "write it as in 'accent: \"#1d3f75\"', with quotes",
        at: text.range)
      return nil
    }
    let contrast = color.contrast(with: .paper)
    guard contrast >= Color.readable else {
      let tenths = Int(contrast * 10)
      reader.report(
        .invalidValue,
        "'\(text.value)' is too light to be read on white: its contrast is \(tenths / 10).\(tenths % 10):1, and text needs 4.5:1",
        hint: "write \"\(color.readableOnPaper)\", the nearest darker colour that can be read", at: text.range)
      return nil
    }
    return color
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
