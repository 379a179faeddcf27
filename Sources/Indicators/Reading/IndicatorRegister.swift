import DataFormats
import Diagnostics

/// Reads lists of indicators: register files, and `indicators:` in a section's front matter.
package enum IndicatorRegister {
  /// Reads a register file, which is one list of indicators. Reports `field.missing-key` for an indicator without an id.
  package static func decode(
    _ source: SourceText, in languages: TextLanguages? = nil
  ) -> Checked<[IndicatorDeclaration]> {
    let document = YAMLParser.parse(source).text(in: languages, of: source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    let sink = DiagnosticSink()
    let readers = FieldReader.items(of: node, in: source, describing: "an indicator", reportingTo: sink)
    for reader in readers where !reader.has("id") && !reader.hasMisspelt("id") {
      reader.report(
        .missingKey, "an indicator in a register needs 'id'",
        hint: "add a line such as 'id: skilled-workers'; it becomes the address of the indicator's page",
        at: reader.range)
    }
    return Checked(declarations(readers), document.diagnostics + sink.diagnostics)
  }

  /// Reads the list under `indicators:` in front matter, where only an indicator with a page of its own needs an id.
  package static func decode(
    rows node: YAMLNode, in source: SourceText, reportingTo sink: DiagnosticSink
  ) -> [IndicatorDeclaration] {
    declarations(FieldReader.items(of: node, in: source, describing: "an indicator", reportingTo: sink))
  }

  // MARK: One entry

  private static func declarations(_ readers: consuming [FieldReader]) -> [IndicatorDeclaration] {
    var declarations: [IndicatorDeclaration] = []
    declarations.reserveCapacity(readers.count)
    var readers = readers
    for index in readers.indices {
      if let declaration = read(&readers[index]) { declarations.append(declaration) }
    }
    return declarations
  }

  private static func read(_ reader: inout FieldReader) -> IndicatorDeclaration? {
    let name = reader.requiredString("name")
    reader.checkQuotationMarks("name", name)
    let declaration = IndicatorDeclaration(&reader, name: name?.value ?? "")
    checkJudgement(declaration, &reader)
    checkNeeds(declaration, &reader)
    reader.finish(hints: otherWords)
    return name == nil ? nil : declaration
  }

  /// Keys of actions, programmes and pages, with hints.
  private static let otherWords: [String: Message] = [
    "section": "an indicator names its section with 'from'",
    "quote": "write 'from: {section: …, quote: …}'",
    "title": "use 'name'",
    "description": "use 'definition'",
    "summary": "use 'definition'",
    "lead": "use 'department'",
  ]

  private static func checkJudgement(_ declaration: IndicatorDeclaration, _ reader: inout FieldReader) {
    guard declaration.details?.judgement != nil, let judgement = reader.node("judgement") else { return }
    let isPhrase = declaration.targets.allSatisfy { target in
      switch target.goal {
      case .phrase, .direction: true
      case .value, .change, .relative, .between, .every, .done: false
      }
    }
    if !isPhrase {
      reader.report(
        .indicatorTarget, "'judgement' only applies to a target without a number",
        hint: "remove 'judgement': the status follows from the figures", at: judgement.range)
    }
  }

  private static func checkNeeds(_ declaration: IndicatorDeclaration, _ reader: inout FieldReader) {
    if declaration.baseline == nil, declaration.kind != .increase {
      for target in declaration.targets where target.goal.needsBaseline {
        reader.report(
          .indicatorTarget, "a target that is a change needs a baseline",
          hint: "add 'baseline: {year: …, value: …}', or set 'kind: increase'", at: target.range)
      }
    }
    for target in declaration.targets { checkGoal(target, of: declaration, reader) }
    checkPath(of: declaration, reader)
    if declaration.kind == .rate, let rate = declaration.baseline?.value, let baseline = reader.node("baseline") {
      reader.checkRate(rate, at: baseline.range)
    }
    if declaration.kind == .milestone, let baseline = reader.node("baseline") {
      reader.report(.indicatorKind, "a milestone has no baseline", hint: "remove 'baseline'", at: baseline.range)
    }
  }
}

extension FieldReader {
  mutating func indicatorID() -> Located<IndicatorID>? {
    guard let id = string("id") else { return nil }
    guard let valid = IndicatorID(id.value) else {
      report(
        .invalidID, "'\(id.value)' is not a valid id",
        hint: "use letters, digits and '-', such as skilled-workers; the id becomes part of an address", at: id.range)
      return nil
    }
    return Located(valid, at: id.range)
  }

  mutating func measure(kind: IndicatorKind) -> Measure {
    guard hasValue("measure"), let measure = choice("measure", of: Measure.self) else { return .cumulative }
    if kind != .increase {
      report(
        .indicatorKind, "'measure' only applies to 'kind: increase', and this is 'kind: \(kind.rawValue)'",
        hint: "set 'kind: increase', or remove 'measure'", at: measure.range)
    }
    return measure.value
  }
}
