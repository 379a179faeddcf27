import DataFormats
import Diagnostics
import Files
import Indicators

/// Reads the copies of other sites' plans.
package struct OtherPlanReader: Sendable {
  /// In bytes. The data of a site of 45,000 indicators are about 30 MB.
  package static let largest = 64 << 20

  private let siteDirectory: String

  package init(siteDirectory: String) {
    self.siteDirectory = siteDirectory
  }

  /// The plan in `other-plans/<name>.json`. Reports a file that planpress did not write, or that is damaged
  /// (`alignment.invalid`).
  package func read(_ name: String) throws -> Checked<OtherPlan> {
    let path = "\(SourceTree.otherPlansFolder)/\(name).json"
    let loaded = try SourceLoader(siteDirectory: siteDirectory).text(of: path, limit: OtherPlanReader.largest)
    guard let source = loaded.value else { return Checked(failed: loaded.diagnostics) }
    let sink = DiagnosticSink()
    let document = YAMLParser.parse(source)
    guard let node = document.value, document.diagnostics.isEmpty,
      var reader = FieldReader(node, in: source, describing: "a copy of a plan", reportingTo: sink),
      reader.string("format")?.value == OtherPlan.format
    else { return Checked(failed: [OtherPlanReader.invalid(path, document.diagnostics.first?.location)]) }
    if let version = reader.integer("version", in: 1...Int.max), version.value > OtherPlan.version {
      return Checked(failed: [OtherPlanReader.invalid(path, source.location(of: version.range))])
    }
    let targets = reader.mappings("indicators", describing: "an indicator").compactMap { given -> OtherPlan.Target? in
      var fields = given
      return fields.targetOfOtherPlan()
    }
    guard sink.diagnostics.isEmpty else {
      return Checked(failed: [OtherPlanReader.invalid(path, sink.diagnostics.first?.location)])
    }
    return Checked(OtherPlan(targets: targets))
  }

  private static func invalid(_ path: String, _ location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, .alignmentInvalid, "the copy of a plan '\(path)' is damaged, or of a newer planpress",
      hint: "fetch it again with 'planpress refresh'", at: location ?? SourceLocation(file: path))
  }
}

extension FieldReader {
  /// An indicator with a target; nil for one without.
  fileprivate mutating func targetOfOtherPlan() -> OtherPlan.Target? {
    guard let id = requiredString("id")?.value, let name = requiredString("name")?.value else { return nil }
    let url = string("url")?.value
    var facts: [PromiseFact] = []
    if let target = node("target")?.asMapping {
      facts += target.map { PromiseFact($0.key.value, PromiseValue($0.value)) }
    }
    for key in ["baseline", "kind", "measure", "unit", "direction"] as [FieldKey] {
      if let node = node(key) { facts.append(PromiseFact(key.text, PromiseValue(node))) }
    }
    let years = PlanPeriod(start: 2001, end: 2005)
    return Indicator(named: name, promising: facts, in: years).map { OtherPlan.Target(id: id, url: url, indicator: $0) }
  }
}
