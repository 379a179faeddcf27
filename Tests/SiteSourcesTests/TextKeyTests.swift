import DataFormats
import SiteSources
import Testing

/// The keys whose texts an edition marks or wants in its language, against the keys that readers of files know.
struct TextKeyTests {
  /// Texts that no language changes, and those that name something of the site or of a data file.
  private static let others: Set<String> = [
    // Ids, numbers and addresses.
    "id", "code", "url", "number", "slug", "phone", "image", "logo", "identification-code", "icp", "police",
    "report-errors", "started", "done", "start", "due", "date",
    // Names of something that has a name of its own.
    "programme", "plan", "department", "lead", "support", "section", "indicator", "indicators", "from", "parent",
    "continues", "continued-by", "aligns-with", "about", "follows", "original", "translation-of", "snapshot",
    "compared-with", "level",
    // Columns of data files, whose words are labels.
    "attributes", "dimensions", "units", "series", "ignore",
    // Texts that the writing system tells apart, or that pages show beside a name in the main language.
    "aliases", "english", "contact", "column-type", "headings",
  ]

  @Test(
    "Every key of texts is one that readers see, or one of those that they do not; write a new key into either list",
    arguments: ContentSchema.allCases)
  func everyKey(_ kind: ContentSchema) {
    let keys = textKeys(in: kind.json())
    #expect(keys.subtracting(UntranslatedTexts.keys).subtracting(TextKeyTests.others) == [])
  }

  @Test("No key is in both lists, and each is one that a file may have")
  func noOtherKey() {
    let known = ContentSchema.allCases.reduce(into: Set<String>()) { $0.formUnion(textKeys(in: $1.json())) }
    #expect(UntranslatedTexts.keys.intersection(TextKeyTests.others) == [])
    #expect(UntranslatedTexts.keys.union(TextKeyTests.others).subtracting(known) == [])
  }

  /// The keys that take any text, or a list of them.
  private func textKeys(in schema: JSONValue) -> Set<String> {
    switch schema {
    case .array(let items): return items.reduce(into: []) { $0.formUnion(textKeys(in: $1)) }
    case .object(let members):
      var keys: Set<String> = []
      for member in members {
        if member.key == "properties", case .object(let properties) = member.value {
          keys.formUnion(properties.filter { takesText($0.value) }.map(\.key))
          for property in properties { keys.formUnion(textKeys(in: property.value)) }
        } else {
          keys.formUnion(textKeys(in: member.value))
        }
      }
      return keys
    case .null, .bool, .integer, .string: return []
    }
  }

  private func takesText(_ schema: JSONValue) -> Bool {
    let forms = schema["anyOf"]?.asArray ?? [schema]
    return forms.contains { form in
      if form["type"]?.asArray?.compactMap(\.asString) == ["string", "number", "boolean"] { return true }
      return form["type"]?.asString == "array" && form["items"].map(takesText) ?? false
    }
  }
}
