import DataFormats
import Diagnostics

/// Reads lists of indicators: register files and the rows in a section's front matter. DESIGN §4.
package enum IndicatorRegister {
  /// A whole file: a list of indicators.
  package static func decode(_ source: SourceText) -> Checked<[IndicatorDeclaration]> {
    let document = YAMLParser.parse(source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    let sink = DiagnosticSink()
    let readers = FieldReader.items(of: node, in: source, describing: "an indicator", reportingTo: sink)
    for reader in readers where !reader.has("id") {
      reader.report(
        .missingKey, "an indicator in a register needs 'id'",
        hint: "add a line such as 'id: skilled-workers'; it becomes the address of the indicator's page",
        at: reader.range)
    }
    return Checked(declarations(readers), document.diagnostics + sink.diagnostics)
  }

  /// The list under `indicators:` in front matter, where an id is needed for a page only.
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
    for place in readers.indices {
      if let declaration = read(&readers[place]) { declarations.append(declaration) }
    }
    return declarations
  }

  private static func read(_ reader: inout FieldReader) -> IndicatorDeclaration? {
    let name = reader.requiredString("name")
    let declaration = IndicatorDeclaration(&reader, name: name?.value ?? "")
    checkJudgement(declaration, &reader)
    checkNeeds(declaration, &reader)
    reader.finish()
    return name == nil ? nil : declaration
  }

  private static func checkJudgement(_ declaration: IndicatorDeclaration, _ reader: inout FieldReader) {
    guard declaration.judgement != nil, let judgement = reader.node("judgement") else { return }
    let isPhrase = declaration.targets.allSatisfy { if case .phrase = $0.goal { true } else { false } }
    if !isPhrase {
      reader.report(
        .indicatorTarget, "a judgement by hand is for a target without a number",
        hint: "take 'judgement' away: the figures are judged by the rule", at: judgement.range)
    }
  }

  private static func checkNeeds(_ declaration: IndicatorDeclaration, _ reader: inout FieldReader) {
    if declaration.baseline == nil, declaration.kind != .increase {
      for target in declaration.targets {
        guard case .change = target.goal else { continue }
        reader.report(
          .indicatorTarget, "a target that is a change needs a baseline to be added to",
          hint: "add 'baseline: {year: …, value: …}', or say 'kind: increase'", at: target.range)
      }
    }
    if declaration.kind == .milestone, let baseline = reader.node("baseline") {
      reader.report(.indicatorKind, "a milestone has no baseline", hint: "take 'baseline' away", at: baseline.range)
    }
  }
}

extension FieldReader {
  mutating func indicatorID() -> Located<String>? {
    guard let id = string("id") else { return nil }
    if IndicatorID(id.value) == nil {
      report(
        .invalidID, "'\(id.value)' is not a valid id",
        hint: "use letters, digits and '-', such as skilled-workers; the id becomes part of an address", at: id.range)
      return nil
    }
    return id
  }

  mutating func measure(kind: IndicatorKind) -> Measure {
    guard holds("measure"), let measure = choice("measure", of: Measure.self) else { return .cumulative }
    if kind != .increase {
      report(
        .indicatorKind, "'measure' is for the kind 'increase', and this indicator is of the kind '\(kind.rawValue)'",
        hint: "say 'kind: increase', or take 'measure' away", at: measure.range)
    }
    return measure.value
  }
}
