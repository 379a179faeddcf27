import Indicators
import Markdown

/// An indicator with its assessment and what it refers to.
///
/// Each reference takes four bytes, and rare fields are stored separately. This saves five megabytes on a site of
/// 10,000 pages.
package final class ResolvedIndicator: Sendable {
  package let indicator: Indicator
  package let assessment: Assessment
  private let packedPlan, packedSection, packedLead, number: Int32
  private let rare: RareFields?

  private final class RareFields: Sendable {
    let quote: String?
    let programme: ProgrammeRef?
    let support: [DepartmentRef]
    let route: Route?
    let original: Assessment?
    let facets: [ResolvedIndicator]
    let dataFile: String?
    let partsLayout: PartsLayout?
    let formerLead: String?

    init(
      quote: String?, programme: ProgrammeRef?, support: [DepartmentRef], route: Route?, original: Assessment?,
      facets: [ResolvedIndicator], dataFile: String?, partsLayout: PartsLayout?, formerLead: String? = nil
    ) {
      self.formerLead = formerLead
      self.partsLayout = partsLayout
      self.dataFile = dataFile
      self.original = original
      self.facets = facets
      self.quote = quote
      self.programme = programme
      self.support = support
      self.route = route
    }
  }

  /// Whether its page has a chart of what was observed; then the progress summary of its plan shows it, and it can be had as a
  /// file. A milestone is drawn with its due date.
  package var hasChart: Bool {
    route != nil && indicator.isInRange && indicator.latest != nil
      && (indicator.kind != .milestone || indicator.target != nil)
  }

  /// The definition without its markup.
  package var definitionText: String? { indicator.details?.definition.map { MarkdownDocument.plainText(ofPlain: $0) } }

  init(
    _ indicator: Indicator, _ assessment: Assessment, _ ref: IndicatorRef, plan: PlanRef, _ names: JudgedRows.Names,
    original: Assessment? = nil, facets: [ResolvedIndicator] = [], dataFile: String? = nil
  ) {
    number = Int32(ref.index)
    self.indicator = indicator
    self.assessment = assessment
    packedPlan = Int32(plan.index)
    packedSection = names.section.map { Int32($0.index) } ?? -1
    packedLead = names.lead.map { Int32($0.index) } ?? -1
    let partsLayout = names.route == nil ? nil : PartsLayout(indicator)
    let isPlain =
      original == nil && names.quote == nil && names.programme == nil && names.support.isEmpty && names.route == nil
      && facets.isEmpty && dataFile == nil
    rare =
      isPlain
      ? nil
      : RareFields(
        quote: names.quote, programme: names.programme, support: names.support, route: names.route, original: original,
        facets: facets, dataFile: dataFile, partsLayout: partsLayout)
  }

  /// `other` with the changes of its target added that only a snapshot records.
  init(
    _ other: ResolvedIndicator, adding undeclared: [EarlierTarget], unconfirmed: [EarlierTarget],
    quotation: (quote: String?, until: Period)?, by rules: AssessmentRules
  ) {
    let complete = quotation.map { other.indicator.quoting($0.quote, until: $0.until) } ?? other.indicator
    indicator = complete.adding(undeclared: undeclared, unconfirmed: unconfirmed, quote: other.quote)
    assessment = other.assessment
    (packedPlan, packedSection, packedLead) = (other.packedPlan, other.packedSection, other.packedLead)
    number = other.number
    rare = RareFields(
      quote: other.quote, programme: other.programme, support: other.support, route: other.route,
      original: indicator.assessmentByOriginalTarget(by: rules), facets: other.facets,
      dataFile: other.dataFile, partsLayout: other.partsLayout)
  }

  /// `other` with other figures and their assessment.
  package convenience init(_ other: ResolvedIndicator, showing indicator: Indicator, _ assessment: Assessment) {
    self.init(
      other, showing: indicator, assessment, lead: other.lead, formerLead: nil, section: other.section,
      programme: other.programme)
  }

  /// `other` as a snapshot has it. `formerLead` is the name of the department then, if the site has none of that name.
  init(
    _ other: ResolvedIndicator, showing indicator: Indicator, _ assessment: Assessment, lead: DepartmentRef?,
    formerLead: String?, section: PageRef?, programme: ProgrammeRef?
  ) {
    self.indicator = indicator
    self.assessment = assessment
    (packedPlan, packedSection) = (other.packedPlan, section.map { Int32($0.index) } ?? -1)
    packedLead = lead.map { Int32($0.index) } ?? -1
    number = other.number
    rare = RareFields(
      quote: other.quote, programme: programme, support: other.support, route: other.route, original: nil,
      facets: [], dataFile: nil, partsLayout: nil, formerLead: formerLead)
  }

  /// One that only a snapshot has.
  init(gone indicator: Indicator, _ assessment: Assessment, plan: PlanRef, lead: DepartmentRef?, formerLead: String?) {
    self.indicator = indicator
    self.assessment = assessment
    packedPlan = Int32(plan.index)
    packedSection = -1
    packedLead = lead.map { Int32($0.index) } ?? -1
    number = -1
    rare = formerLead.map {
      RareFields(
        quote: nil, programme: nil, support: [], route: nil, original: nil, facets: [], dataFile: nil,
        partsLayout: nil, formerLead: $0)
    }
  }

  /// Its row in the site; nil for one that only a snapshot has.
  package var ref: IndicatorRef? { number < 0 ? nil : IndicatorRef(Int(number)) }
  /// The name of the department in charge then, of one in a report whose department the site does not have under that name.
  package var formerLead: String? { rare?.formerLead }
  /// Everything that it promises today.
  var terms: TargetTerms { indicator.terms(quote: quote) }
  /// The status in the words for readers.
  package var verdict: Verdict { Verdict(assessment, of: indicator) }
  /// The assessment by the original target, if it was changed and is in the same unit.
  package var originalAssessment: Assessment? { rare?.original }
  /// Its figures in other units, of other series, and of parts with a target; parallel to `indicator.facets`.
  package var facets: [ResolvedIndicator] { rare?.facets ?? [] }
  /// Its CSV file, as messages show its path; nil if it has none.
  package var dataFile: String? { rare?.dataFile }
  /// Where its parts are listed; nil for one that has none, or no page.
  package var partsLayout: PartsLayout? { rare?.partsLayout }
  /// Its place among the site's indicators, from 1, which tells it apart in data files if it has no id.
  var place: Int { Int(number) + 1 }
  package var plan: PlanRef { PlanRef(Int(packedPlan)) }
  /// The section that promises the indicator.
  package var section: PageRef? { packedSection < 0 ? nil : PageRef(Int(packedSection)) }
  /// The department responsible for the indicator.
  package var lead: DepartmentRef? { packedLead < 0 ? nil : DepartmentRef(Int(packedLead)) }
  /// The sentence that makes the promise.
  package var quote: String? { rare?.quote }
  package var programme: ProgrammeRef? { rare?.programme }
  package var support: [DepartmentRef] { rare?.support ?? [] }
  /// The route of the indicator's page; nil for an indicator without an id.
  package var route: Route? { rare?.route }
}
