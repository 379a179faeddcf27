import Bytes
import DataFormats
import Diagnostics

extension WordFile {
  /// Reads a file of words.
  ///
  /// `base`: the file of planpress in this language, which this file adds to, if there is one. `isChecked`: whether
  /// each text is compared with the English one. Findings: `words.unknown`, `words.place`, `words.plural`,
  /// `words.missing`, `field.wrong-type` and `field.invalid-value`.
  package static func parse(_ source: SourceText, over base: WordFile? = nil, isChecked: Bool = true) -> Checked<
    WordFile
  > {
    let document = YAMLParser.parse(source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    guard let entries = node.asMapping else {
      return Checked(
        failed: document.diagnostics + [
          Diagnostic(
            .error, .wrongType, "a file of words is a list of names with their texts",
            hint: "write for example 'contents: \"Sommaire\"'", at: source.location(of: node.range))
        ])
    }
    var reader = WordFileReader(source, base: base, isChecked: isChecked)
    for entry in entries where entry.key.value == "plurals" { reader.readPlurals(entry) }
    for entry in entries where entry.key.value != "plurals" { reader.read(entry) }
    let file = base.map(reader.file.completed) ?? reader.file
    if isChecked { reader.reportMissing(in: file) }
    return Checked(file, document.diagnostics + reader.diagnostics)
  }
}

private struct WordFileReader {
  let source: SourceText
  let base: WordFile?
  let isChecked: Bool
  var file = WordFile()
  var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, base: WordFile?, isChecked: Bool) {
    self.source = source
    self.base = base
    self.isChecked = isChecked
  }

  private var rules: PluralRules { file.plurals ?? base?.plurals ?? .none }

  private mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message?, at range: SourceRange,
    as severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(Diagnostic(severity, code, message, hint: hint, at: source.location(of: range)))
  }

  mutating func reportMissing(in file: WordFile) {
    let missing = file.missing
    guard !missing.isEmpty else { return }
    let shown = missing.prefix(5).map { "'\($0)'" }
    report(
      .wordsMissing,
      missing.count == 1
        ? "the words are not complete: \(list: shown) appears in English"
        : "the words are not complete: \(missing.count) appear in English, such as \(list: shown)",
      hint: "Templates/words/en.yaml of planpress has them all; 'planpress words en' prints it",
      at: SourceRange(start: 0, end: 0), as: .warning)
  }

  // MARK: Entries

  mutating func read(_ entry: YAMLEntry) {
    switch entry.key.value {
    case "language": file.name = text(of: entry)
    case "direction":
      guard let text = text(of: entry) else { return }
      file.direction = TextDirection(rawValue: text)
      if file.direction == nil {
        report(
          .invalidValue, "'\(text)' is not a direction", hint: "write ltr or rtl", at: entry.value.range)
      }
    case "numbers": readNumbers(entry)
    case "scales": readScales(entry)
    case "scale-decimals": file.scaleDecimals = number(of: entry, in: 0...12)
    case "language-names":
      for part in mapping(of: entry, hint: "write for example language-names: {fr: French}") ?? [] {
        if let name = text(of: part) { file.languageNames[part.key.value] = name }
      }
    case "scale-from": file.scaleFrom = number(of: entry, in: 1000...1_000_000_000)
    case "units": readUnits(entry)
    case "months-alone": file.monthsAlone = texts(of: entry, count: 12)
    case "months": file.months = texts(of: entry, count: 12)
    case "quarters": file.quarters = texts(of: entry, count: 4)
    case "first-day": file.firstDay = text(of: entry)
    default: readWord(entry)
    }
  }

  private mutating func readWord(_ entry: YAMLEntry) {
    switch EntryName.all[entry.key.value] {
    case .word(let word):
      guard let text = text(of: entry) else { return }
      file.words[word.rawValue] = text
      if isChecked, let english = BuiltInWords.english.words[word.rawValue] {
        compare(Pattern.read(text), with: Pattern.read(english).pattern, of: entry, at: entry.value.range)
      }
    case .sentence(let sentence): file.sentences[sentence.rawValue] = forms(of: sentence, entry)
    case nil:
      report(
        .wordsUnknown, "planpress has no word '\(entry.key.value)'",
        hint: didYouMean(entry.key.value, among: EntryName.all.keys.sorted()) ?? "remove the line",
        at: entry.key.range)
    }
  }

  private mutating func forms(of sentence: Sentence, _ entry: YAMLEntry) -> SentenceForms? {
    guard let categories = entry.value.asMapping else {
      guard let text = text(of: entry) else { return nil }
      let pattern = Pattern.read(text)
      check(pattern, of: sentence, entry, at: entry.value.range)
      return SentenceForms(other: pattern.pattern, rules: rules)
    }
    var patterns: [PluralCategory: Pattern] = [:]
    for form in categories {
      guard let category = category(of: form), let text = text(of: form) else { continue }
      let pattern = Pattern.read(text)
      check(pattern, of: sentence, entry, at: form.value.range, isPlural: true)
      patterns[category] = pattern.pattern
    }
    let absent = (rules.categories + [.other]).filter { patterns[$0] == nil }
    guard let other = patterns[.other], absent.isEmpty else {
      report(
        .wordsPlural,
        absent.count == 1
          ? "'\(entry.key.value)' lacks the form \(list: absent.map { "'\($0.rawValue)'" })"
          : "'\(entry.key.value)' lacks the forms \(list: absent.map { "'\($0.rawValue)'" })",
        hint: "add \(absent.map { "\($0.rawValue): \"…\"" }.joined(separator: ", "))", at: entry.key.range)
      return nil
    }
    // Sorted in the order of the plural rules.
    return SentenceForms(
      other: other, more: rules.categories.compactMap { category in patterns[category].map { (category, $0) } },
      rules: rules)
  }

  /// The form of a plural that an entry is for.
  private mutating func category(of form: YAMLEntry) -> PluralCategory? {
    if let category = PluralCategory(rawValue: form.key.value),
      category == .other || rules.categories.contains(category)
    {
      return category
    }
    let known = rules.categories.map(\.rawValue) + ["other"]
    report(
      .wordsPlural, "'\(form.key.value)' is not a form of this language's plurals",
      hint: "its forms are \(list: known); 'plurals' at the beginning of the file has the rules",
      at: form.key.range)
    return nil
  }

  // MARK: Places

  private mutating func check(
    _ read: (pattern: Pattern, unknown: [String]), of sentence: Sentence, _ entry: YAMLEntry, at range: SourceRange,
    isPlural: Bool = false
  ) {
    guard isChecked, let english = BuiltInWords.english.sentences[sentence.rawValue] else { return }
    compare(read, with: english.other, of: entry, at: range, isPlural: isPlural)
  }

  /// A form for one number, such as `one`, need not say it.
  private mutating func compare(
    _ read: (pattern: Pattern, unknown: [String]), with english: Pattern, of entry: YAMLEntry, at range: SourceRange,
    isPlural: Bool = false
  ) {
    let (known, found) = (english.things, read.pattern.things)
    let names = known.map { "{\($0.rawValue)}" }.sorted()
    let unknown = read.unknown + found.subtracting(known).map(\.rawValue).sorted()
    for name in unknown {
      report(
        .wordsPlace, "'\(entry.key.value)' has no place {\(name)}",
        hint: names.isEmpty ? "it has none" : "it has \(list: names)", at: range)
    }
    let lost = known.subtracting(found).filter { !(isPlural && $0 == .count) }.map { "{\($0.rawValue)}" }.sorted()
    guard unknown.isEmpty, !lost.isEmpty else { return }
    report(
      .wordsPlace, "'\(entry.key.value)' does not say \(list: lost)",
      hint: "the English text is \"\(english.written)\"", at: range, as: .warning)
  }

  // MARK: Values

  private mutating func text(of entry: YAMLEntry) -> String? {
    guard let text = entry.value.asScalar, !entry.value.isNull else {
      report(
        .wrongType, "'\(entry.key.value)' must be a text", hint: "write \(entry.key.value): \"…\"",
        at: entry.value.isNull ? entry.key.range : entry.value.range)
      return nil
    }
    return text.value
  }

  private mutating func texts(of entry: YAMLEntry, count: Int) -> [String]? {
    let texts = entry.value.asSequence?.compactMap { $0.asScalar?.value } ?? []
    guard texts.count == count else {
      report(
        .wrongType, "'\(entry.key.value)' must be a list of \(count) names", hint: nil, at: entry.key.range)
      return nil
    }
    return texts
  }

  private mutating func number(of entry: YAMLEntry, in range: ClosedRange<Int>) -> Int? {
    guard let number = entry.value.asScalar.flatMap({ Int($0.value) }), range.contains(number) else {
      report(
        .invalidValue, "'\(entry.key.value)' must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        hint: nil, at: entry.value.range)
      return nil
    }
    return number
  }

  private mutating func mapping(of entry: YAMLEntry, hint: Message) -> [YAMLEntry]? {
    // A mapping without entries is written {}.
    if let entries = entry.value.asMapping { return entries }
    report(.wrongType, "'\(entry.key.value)' must be names with values", hint: hint, at: entry.value.range)
    return nil
  }

  mutating func readPlurals(_ entry: YAMLEntry) {
    guard let entries = mapping(of: entry, hint: "write for example plurals: {one: \"n = 1\"}") else { return }
    var rules = PluralRules.none
    for rule in entries {
      guard let category = PluralCategory(rawValue: rule.key.value), category != .other else {
        report(
          .wordsPlural, "'\(rule.key.value)' is not a form of plurals",
          hint: "CLDR has zero, one, two, few and many; what no rule holds for is other", at: rule.key.range)
        continue
      }
      guard let text = text(of: rule) else { continue }
      if !rules.add(category, text) {
        report(
          .wordsPlural, "'\(text)' is not a rule of plurals",
          hint: "write it as CLDR does, such as \"n % 10 = 2..4 and n % 100 != 12..14\"", at: rule.value.range)
      }
    }
    file.plurals = rules
  }

  private mutating func readNumbers(_ entry: YAMLEntry) {
    let hint: Message =
      "write for example numbers: {decimal: \",\", group: \"\u{202F}\", group-from: 10000, percent: \" %\"}"
    guard let entries = mapping(of: entry, hint: hint) else { return }
    var style = base?.numbers ?? NumberStyle()
    for part in entries {
      switch part.key.value {
      case "decimal":
        guard let text = text(of: part) else { continue }
        style.decimal = text
        if text.isEmpty {
          report(.invalidValue, "'decimal' must not be empty", hint: hint, at: part.value.range)
          style.decimal = "."
        }
      case "group": if let text = text(of: part) { style.group = text }
      case "minus": if let text = text(of: part) { style.minus = text }
      case "percent": if let text = text(of: part) { style.percent = text }
      case "currency":
        guard let text = text(of: part) else { continue }
        if let place = CurrencyPlace(rawValue: text) {
          style.currency = place
        } else {
          report(
            .invalidValue, "'\(text)' is not a place of the sign of a currency", hint: "write before or after",
            at: part.value.range)
        }
      case "group-from":
        switch text(of: part) {
        case "1000": style.grouping = .fromThousand
        case "10000": style.grouping = .fromTenThousand
        case nil: break
        case let text?:
          report(
            .invalidValue, "'\(text)' is not a size from which digits are grouped", hint: "write 1000 or 10000",
            at: part.value.range)
        }
      default:
        report(
          .wordsUnknown, "numbers have no '\(part.key.value)'",
          hint: "they have decimal, group, group-from, minus, percent and currency",
          at: part.key.range)
      }
    }
    if style.decimal == style.group {
      report(
        .invalidValue, "'decimal' and 'group' are the same, so that nobody can tell 1,234 from 1.234",
        hint: "give them different signs, or 'group: \"\"' for none", at: entry.value.range)
      style.group = ""
    }
    file.numbers = style
  }

  private mutating func readScales(_ entry: YAMLEntry) {
    guard let entries = mapping(of: entry, hint: "write for example scales: {million: 6, thousand: 3}") else { return }
    var scales: [NumberScale] = []
    for part in entries {
      guard let forms = part.value.asMapping else {
        guard let exponent = number(of: part, in: 1...15) else { continue }
        scales.append(NumberScale(exponent: exponent, name: CountedWord(usual: part.key.value)))
        continue
      }
      guard let power = forms.first(where: { $0.key.value == "power" }) else {
        report(
          .missingKey, "'\(part.key.value)' lacks its 'power' of ten",
          hint: "write for example millions: {power: 6, one: million}", at: part.key.range)
        continue
      }
      guard let exponent = number(of: power, in: 1...15) else { continue }
      let name = countedWord(part.key.value, forms.filter { $0.key.value != "power" })
      scales.append(NumberScale(exponent: exponent, name: name))
    }
    file.scales = scales.sorted { $0.exponent > $1.exponent }
  }

  private mutating func readUnits(_ entry: YAMLEntry) {
    guard let entries = mapping(of: entry, hint: "write for example units: {years: {one: year}}") else { return }
    for part in entries {
      let hint: Message = "write for example units: {years: {one: year}}"
      guard let forms = mapping(of: part, hint: hint) else { continue }
      file.units[part.key.value] = countedWord(part.key.value, forms)
    }
  }

  /// A word with the forms that differ from it.
  private mutating func countedWord(_ word: String, _ entries: [YAMLEntry]) -> CountedWord {
    var forms: [CountedWord.Form] = []
    for form in entries {
      guard let category = category(of: form), let text = text(of: form) else { continue }
      forms.append(CountedWord.Form(category: category, text: text))
    }
    return CountedWord(usual: word, more: forms, rules: rules)
  }
}
