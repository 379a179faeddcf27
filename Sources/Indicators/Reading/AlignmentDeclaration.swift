import DataFormats

/// The target of another plan that an indicator is aligned with: `aligns-with: {plan: national, indicator: pm25}`.
package struct AlignmentDeclaration: Sendable {
  /// A plan of the site, or one that `other-plans` names; nil for an indicator of the site.
  package let plan: Located<String>?
  package let indicator: Located<String>
  /// Whether amounts that add up are of one area, so that more is more ambitious.
  package let isOfSameArea: Bool
}

extension FieldReader {
  /// One alignment, or a list of them.
  mutating func alignments() -> [AlignmentDeclaration] {
    guard let node = node("aligns-with") else { return [] }
    return (node.asSequence ?? [node]).compactMap { item in
      guard var fields = reader(of: item, describing: "an alignment") else { return nil }
      let plan = fields.string("plan")
      let indicator = fields.requiredString("indicator")
      let isOfSameArea = fields.flag("same-area")?.value ?? false
      fields.finish()
      return indicator.map { AlignmentDeclaration(plan: plan, indicator: $0, isOfSameArea: isOfSameArea) }
    }
  }
}
