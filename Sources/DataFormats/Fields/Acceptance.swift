import Diagnostics

/// A finding that the author accepts, with the reason.
package struct Acceptance: Hashable, Sendable {
  package let code: DiagnosticCode
  package let reason: String
  /// The range of the code.
  package let range: SourceRange
  /// The sentence that is accepted, if it is only one: `{extract.unquoted: {"quotation": reason}}`.
  package var quotation: String?

  /// The only errors that may be accepted: a row of a data file that is then left out.
  ///
  /// A target that differs from its snapshot is a warning, and still not accepted here: its history says why.
  package static let errors: Set<DiagnosticCode> = [.csvInvalidPeriod, .csvDuplicateObservation, .csvInvalidNumber]
}

extension FieldReader {
  /// Reads `accept: {audit.stale: "published every five years"}`. Reports an unknown code (`field.invalid-value`).
  package mutating func acceptances() -> [Acceptance] {
    guard var fields = mapping("accept", describing: "what is accepted") else { return [] }
    let sentences = fields.acceptedSentences()
    return sentences
      + fields.strings(where: { $0.asMapping == nil || sentences.isEmpty }).compactMap { entry in
        if let code = DiagnosticCode(rawValue: entry.key.value) {
          guard code != .snapshotTarget, code != .snapshotHistory, code != .snapshotGone,
            code != .snapshotValue
          else {
            fields.report(
              .invalidValue, "'\(code.rawValue)' cannot be accepted",
              hint: "write what has changed under 'earlier' or 'retired' of the indicator, where readers see it",
              at: entry.key.range)
            return nil
          }
          return Acceptance(code: code, reason: entry.value, range: entry.key.range)
        }
        fields.report(
          .invalidValue, "'\(entry.key.value)' is not the code of a finding",
          hint: didYouMean(entry.key.value, among: DiagnosticCode.allCases.map(\.rawValue))
            ?? "write a code as messages show it in brackets, such as 'audit.stale'", at: entry.key.range)
        return nil
      }
  }

  /// Reads `extract.unquoted: {"quotation": reason}`: sentences, each with its own reason.
  private mutating func acceptedSentences() -> [Acceptance] {
    guard let node = node("extract.unquoted"), node.asMapping != nil,
      var sentences = reader(of: node, describing: "the accepted sentences")
    else { return [] }
    return sentences.strings().map {
      Acceptance(code: .unquotedTarget, reason: $0.value, range: $0.key.range, quotation: $0.key.value)
    }
  }
}
