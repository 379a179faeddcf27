import Diagnostics
import Markdown

/// The attributes of `::indicators` and `::actions` that choose rows: `department=transport`.
struct DirectiveFilters<Row> {
  typealias Filter = (Row) -> Bool

  /// How to show the rows of a draft: `its indicators are shown once you remove …`.
  private let hintOnDraft: Message
  private var filters: [Filter] = []
  private var isValid = true

  init(hintOnDraft: Message) {
    self.hintOnDraft = hintOnDraft
  }

  /// The filters, all of which a row must pass. Nil if an attribute names something that does not exist.
  var complete: [Filter]? { isValid ? filters : nil }

  mutating func append(_ filter: @escaping Filter) { filters.append(filter) }

  /// Notes that an attribute has a wrong value, which the caller reports.
  mutating func reject() { isValid = false }

  /// Takes the attribute `key`, which names `what`, a word such as `department`. Reports a name that does not exist
  /// with `code`. A draft is a warning, and has no rows.
  mutating func take<Found>(
    _ key: String, _ what: Message, _ code: DiagnosticCode, from attributes: inout DirectiveAttributes,
    _ lookUp: (String) -> Lookup<Found>, isDraft: (String) -> Bool = { _ in false }, _ filter: (Found) -> Filter
  ) {
    guard let attribute = attributes.take(key) else { return }
    switch lookUp(attribute.value) {
    case .found(let found): append(filter(found))
    case .unknown where isDraft(attribute.value):
      attributes.report(
        .warning, .draftReference, "\(what) '\(attribute.value)' is a draft, which is not published",
        hint: hintOnDraft, at: attribute.valueLocation)
      append { _ in false }
    case .unknown(let near):
      reject()
      attributes.report(
        .error, code, "\(what) '\(attribute.value)' does not exist",
        hint: near?.hint ?? "name a \(what) that exists, or remove '\(key)='", at: attribute.valueLocation,
        fix: near?.fix)
    }
  }

  /// Takes the attribute `key`, whose value is one of the words of a type.
  mutating func take<Word: RawRepresentable & CaseIterable>(
    _ key: String, from attributes: inout DirectiveAttributes, _ filter: (Word) -> Filter
  ) where Word.RawValue == String {
    guard let attribute = attributes.take(key) else { return }
    if let word = Word(rawValue: attribute.value) { return append(filter(word)) }
    reject()
    let words = Word.allCases.map(\.rawValue)
    attributes.report(
      .error, .invalidAttribute, "'\(key)' cannot be '\(attribute.value)'",
      hint: didYouMean(attribute.value, among: words) ?? "use \(words.joined(separator: ", "))",
      at: attribute.valueLocation)
  }
}
