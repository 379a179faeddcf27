import DataFormats

/// An entry's declaration of some of its figures: of one unit, one series or one part.
struct PartDeclaration: Sendable {
  /// The cells that the figures have in the data file, where they differ from those that lead.
  let cells: [(column: Located<String>, value: String)]
  /// Target, baseline, unit, precision and judgement of those figures.
  let declaration: IndicatorDeclaration
}

extension FieldReader {
  /// Reads `parts: [{where: {Units: Persons}, target: 500}]`.
  mutating func parts() -> [PartDeclaration] {
    mappings("parts", describing: "a part").compactMap { given in
      var fields = given
      if !fields.has("where") {
        fields.report(
          .missingKey, "a part needs 'where'", hint: "say which cells it has, such as 'where: {Sex: female}'",
          at: fields.range)
      }
      var cells: [(column: Located<String>, value: String)] = []
      if var mapping = fields.mapping("where", describing: "the cells of a part") {
        cells = mapping.strings().map { ($0.key, $0.value) }
      }
      let name = fields.string("name")?.value ?? ""
      let declaration = IndicatorDeclaration(&fields, name: name)
      fields.finish()
      if declaration.hasOwnValues || declaration.id != nil {
        fields.report(
          .conflictingKeys, "a part has neither 'id' nor 'values'",
          hint: "its values are in the indicator's data file", at: fields.range)
      }
      return PartDeclaration(cells: cells, declaration: declaration)
    }
  }
}
