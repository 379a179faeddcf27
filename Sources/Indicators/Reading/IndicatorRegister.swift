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
    return Checked(readers.compactMap(IndicatorRegister.read), document.diagnostics + sink.diagnostics)
  }

  /// The list under `indicators:` in front matter, where an id is needed for a page only.
  package static func decode(
    rows node: YAMLNode, in source: SourceText, reportingTo sink: DiagnosticSink
  ) -> [IndicatorDeclaration] {
    FieldReader.items(of: node, in: source, describing: "an indicator", reportingTo: sink)
      .compactMap(IndicatorRegister.read)
  }

  // MARK: One entry

  private static func read(_ given: FieldReader) -> IndicatorDeclaration? {
    var reader = given
    let name = reader.requiredString("name")
    var declaration = IndicatorDeclaration(name: name?.value ?? "", range: reader.range)
    declaration.id = readID(&reader)
    declaration.unit = reader.string("unit")?.value
    declaration.kind = reader.choice("kind", of: IndicatorKind.self)?.value ?? .level
    readWords(&reader, into: &declaration)
    declaration.measure = readMeasure(&reader, kind: declaration.kind)
    declaration.baseline = reader.baseline()
    declaration.targets = reader.targets(kind: declaration.kind)
    declaration.values = reader.values(kind: declaration.kind)
    declaration.columns = reader.columnRoles()
    declaration.programme = reader.string("programme")
    declaration.plan = reader.string("plan")
    (declaration.lead, declaration.support) = reader.departments()
    (declaration.section, declaration.quote) = reader.promise()
    declaration.precision = reader.integer("precision", in: 0...9)?.value
    declaration.breaks = reader.periods("breaks")
    declaration.revisions = reader.revisions()
    declaration.periodNotes = reader.periodTexts("notes")
    declaration.notes = reader.strings("note").map(\.value)
    declaration.judgement = reader.judgement()
    checkJudgement(declaration, &reader)
    checkNeeds(declaration, &reader)
    reader.finish()
    return name == nil ? nil : declaration
  }

  private static func readWords(_ reader: inout FieldReader, into declaration: inout IndicatorDeclaration) {
    declaration.shortName = reader.string("short-name")?.value
    declaration.definition = reader.string("definition")?.value
    declaration.nature = reader.choice("nature", of: Nature.self)?.value
    declaration.category = reader.string("category")?.value
    declaration.group = reader.string("group")?.value
    declaration.source = reader.string("source")?.value
  }

  private static func readID(_ reader: inout FieldReader) -> Located<String>? {
    guard let id = reader.string("id") else { return nil }
    if IndicatorID(id.value) == nil {
      reader.report(
        .invalidID, "'\(id.value)' cannot be an id",
        hint: "use letters, digits and '-', as in skilled-workers; it becomes the address of a page", at: id.range)
      return nil
    }
    return id
  }

  private static func readMeasure(_ reader: inout FieldReader, kind: IndicatorKind) -> Measure {
    guard let measure = reader.choice("measure", of: Measure.self) else { return .cumulative }
    if kind != .increase {
      reader.report(
        .indicatorKind, "'measure' is for the kind 'increase', and this indicator is of the kind '\(kind.rawValue)'",
        hint: "say 'kind: increase', or take 'measure' away", at: measure.range)
    }
    return measure.value
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
    for target in declaration.targets {
      if case .change = target.goal, declaration.kind != .increase, declaration.baseline == nil {
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
