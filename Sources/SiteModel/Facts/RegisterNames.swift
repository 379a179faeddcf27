import Indicators
import SiteSources
import Words

/// The names of plans, programmes and departments on pages and in data files, computed once for the site.
package struct RegisterNames: Sendable {
  package let plans: Table<PlanTag, Plan>
  package let programmes: Table<ProgrammeTag, Entry>
  package let departments: Table<DepartmentTag, Entry>

  package final class Plan: Sendable {
    /// The plan's path, or its title if the site itself is the plan.
    let path: String
    private let rules: [WordLanguage: (asOf: String, general: String)]
    private let tolerances: AssessmentRules

    init(path: String, rules: AssessmentRules, asOf: AsOf?, languages: Set<WordLanguage>) {
      self.path = path
      tolerances = rules
      self.rules = Dictionary(
        uniqueKeysWithValues: languages.map { language in
          let asOf = asOf.map { $0.text(language) + language[.fullStop] + language[.betweenSentences] } ?? ""
          return (language, (asOf: asOf, general: asOf + IndicatorWords.rule(rules, language)))
        })
    }

    /// The rule by which the statuses of the plan's indicators are assigned, in words. The figures of a report are of the time
    /// of its snapshot, and not of today.
    package func rule(_ language: WordLanguage, in report: ResolvedReport? = nil) -> String {
      let (asOf, general) = both(language)
      return self.asOf(language, in: report) + general.dropFirst(asOf.count)
    }

    /// The rules by which the indicators of a table are judged: those of their kinds alone where none follows the general one.
    package func rule(
      _ language: WordLanguage, of indicators: some Sequence<Indicator>, in report: ResolvedReport?
    ) -> (text: String, isGeneral: Bool) {
      var (isGeneral, hasLimits) = (false, false)
      var own: [Indicator] = []
      for indicator in indicators {
        guard IndicatorWords.hasRule(indicator) else {
          isGeneral = true
          continue
        }
        if indicator.kind == .increase { hasLimits = true }
        if !isGeneral { own.append(indicator) }
      }
      if isGeneral || own.isEmpty {
        let general = rule(language, in: report)
        guard hasLimits else { return (general, true) }
        return (general + language[.betweenSentences] + IndicatorWords.limitRule(tolerances, language), true)
      }
      var rules: [String] = []
      for rule in own.compactMap({ IndicatorWords.rule(tolerances, of: $0, language) }) where !rules.contains(rule) {
        rules.append(rule)
      }
      return (asOf(language, in: report) + rules.joined(separator: language[.betweenSentences]), false)
    }

    /// The time of the figures, as a sentence before the rule; of a report the one of its snapshot.
    private func asOf(_ language: WordLanguage, in report: ResolvedReport?) -> String {
      guard let report else { return both(language).asOf }
      let time = report.figures.time.flatMap { AsOf($0.description) }
      return time.map { $0.text(language) + language[.fullStop] + language[.betweenSentences] } ?? ""
    }

    /// The rule by which one of them is judged.
    package func rule(of indicator: Indicator, _ language: WordLanguage) -> String {
      let (asOf, general) = both(language)
      let rule = IndicatorWords.rule(tolerances, of: indicator, language).map { asOf + $0 } ?? general
      return withRangeRule(rule, indicator, language)
    }

    /// How the status of a direction without a number comes about.
    package func trendRule(of indicator: Indicator, _ language: WordLanguage) -> String {
      let rule = both(language).asOf + IndicatorWords.trendRule(tolerances, of: indicator, language)
      return withRangeRule(rule, indicator, language)
    }

    private func withRangeRule(_ rule: String, _ indicator: Indicator, _ language: WordLanguage) -> String {
      let hasRange = indicator.observations.contains { $0.range != nil }
      return hasRange ? rule + language[.betweenSentences] + language[.rangeRule] : rule
    }

    private func both(_ language: WordLanguage) -> (asOf: String, general: String) {
      guard let rule = rules[language] else { preconditionFailure("a rule is written in every language of the site") }
      return rule
    }
  }

  /// A class, so that reading one field does not copy the others.
  package final class Entry: Sendable {
    let id: String
    package let name: String
    /// The name in tables.
    package let shortName: String
    /// See `LinkStyle.pathFromRoot(of:)`.
    package let pathFromRoot: String

    init(id: String, name: String, shortName: String?, pathFromRoot: String) {
      self.id = id
      self.name = name
      self.shortName = shortName ?? name
      self.pathFromRoot = pathFromRoot
    }
  }

  package init(_ site: ResolvedSite) {
    let languages = Set(site.languages.map(\.words))
    plans = site.plans.mapRows { plan in
      let home = site.pages[plan.page]
      let path = home.route.bare
      return Plan(
        path: path.isEmpty ? home.title : path, rules: plan.rules, asOf: site.settings.asOf,
        languages: languages)
    }
    programmes = site.programmes.mapRows {
      Entry(
        id: $0.programme.id.value, name: $0.programme.name, shortName: nil,
        pathFromRoot: site.links.pathFromRoot(of: $0.route))
    }
    departments = site.departments.mapRows {
      Entry(
        id: $0.department.id.value, name: $0.department.name, shortName: $0.department.shortName,
        pathFromRoot: site.links.pathFromRoot(of: $0.route))
    }
  }
}
