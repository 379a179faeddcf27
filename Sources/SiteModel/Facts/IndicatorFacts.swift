import Indicators

/// The only list of an indicator's facts. Pages, JSON, CSV, Data Package and CSVW are generated from it.
package enum IndicatorFacts {
  /// Facts that the author declared.
  enum Declared: FactList {
    typealias Subject = ResolvedIndicator

    @inline(__always)
    static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == ResolvedIndicator {
      v.fact(
        "id", FactColumn("id", "The indicator's id; # and a number for one without a page of its own"),
        page: .required("id", "its id, as in its address") { resolved, _ in resolved.indicator.id?.text ?? "" }
      ) { resolved, _ in resolved.indicator.id.map { .string($0.text) } ?? .place(resolved.place) }
      v.fact("plan", FactColumn("plan", "The path of its plan")) { resolved, context in
        .string(context.names.plans[resolved.plan].path)
      }
      v.fact(
        "name", FactColumn("name", "Its name"),
        page: .required("name") { resolved, _ in resolved.indicator.name }
      ) { resolved, _ in .string(resolved.indicator.name) }
      v.fact(
        "definition", FactColumn("definition", "What it measures"),
        page: .optional("definition") { resolved, _ in resolved.indicator.details?.definition }
      ) { resolved, _ in .text(resolved.indicator.details?.definition) }
      v.fact(
        "unit", FactColumn("unit", "Its unit"),
        page: .optional("unit") { resolved, _ in resolved.indicator.unit }
      ) { resolved, _ in .text(resolved.indicator.unit) }
      // In JSON, `series` are the parts.
      v.fact(
        "seriesName", FactColumn("series", "Which of the series of its data file leads"),
        page: .optional("series") { resolved, _ in
          resolved.indicator.seriesName
        }
      ) { resolved, _ in .text(resolved.indicator.seriesName) }
      v.fact(
        "kind", FactColumn("kind", "level, increase, floor, ceiling, rate or milestone"),
        page: .required("kind", "its kind in words") { IndicatorWords.word(for: $0.indicator.kind, $1) }
      ) { resolved, _ in .string(resolved.indicator.kind.rawValue) }
      v.fact("measure", FactColumn("measure", "What the values of an increase count: cumulative or annual")) {
        resolved, _ in
        resolved.indicator.kind == .increase ? .string(resolved.indicator.measure.rawValue) : .absent
      }
      v.fact(
        "nature", FactColumn("nature", "binding or anticipatory"),
        page: .optional("nature", "binding or anticipatory, in words") { resolved, language in
          resolved.indicator.nature.map { IndicatorWords.word(for: $0, language) }
        }
      ) { resolved, _ in .text(resolved.indicator.nature?.rawValue) }
      v.fact(
        "category", FactColumn("category", "Its category"),
        page: .optional("category") { resolved, _ in resolved.indicator.category }
      ) { resolved, _ in .text(resolved.indicator.category) }
      v.fact("direction", FactColumn("direction", "up or down: which way is better, if the author says so")) {
        resolved, _ in .text(resolved.indicator.direction?.rawValue)
      }
      v.fact("limit", FactColumn("limit", .number, "A natural bound of the values")) { resolved, _ in
        .decimal(resolved.indicator.limit)
      }
      v.fact("group", FactColumn("group", "The heading under which it is listed")) { resolved, _ in
        .text(resolved.indicator.group)
      }
      v.fact("programme", FactColumn("programme", "The id of its programme")) { resolved, context in
        .text(resolved.programme.map { context.names.programmes[$0].id })
      }
      v.fact("department", FactColumn("department", "The id of the department responsible for it")) {
        resolved, context in .text(resolved.lead.map { context.names.departments[$0].id })
      }
      v.fact(
        "supportDepartments",
        FactColumn("support_departments", "The ids of the departments that support the one responsible")
      ) { resolved, context in
        resolved.support.isEmpty ? .absent : .list(resolved.support.map { context.names.departments[$0].id })
      }
      v.visit("baseline", BaselineFacts.self) { $0.indicator.baseline }
      v.visit("target", TargetFacts.self) { resolved in
        resolved.indicator.target.map { TargetFacts.Subject(target: $0, indicator: resolved.indicator) }
      }
      v.fact(
        "interimTargets",
        FactColumn(
          "interim_targets", "The targets before the last, by which progress is expected: 10 (2023); 15 (2024)"),
        page: .optional("interim-targets", "the targets before the last, with their years") {
          IndicatorWords.path(of: $0.indicator, $1)
        }
      ) { resolved, _ in
        let targets = resolved.indicator.interimTargets
        return targets.isEmpty
          ? .absent : .cell(targets.map { "\($0.goal.inData) (\($0.period))" }.joined(separator: "; "))
      }
      v.fact(
        "earlierTargets",
        FactColumn(
          "earlier_targets",
          "What the target was before each change, in the site's language, and the baseline if that was changed with it: 20 (2030) until 2026-03"
        )
      ) { resolved, context in
        guard resolved.indicator.history != nil else { return .absent }
        return .cell(IndicatorWords.earlierTargets(of: resolved.indicator, context.language).joined(separator: "; "))
      }
      v.fact(
        "alignsWith",
        FactColumn(
          "aligns_with",
          "The targets of other plans that it is aligned with, and whether its own is at-least as ambitious, later, less, on-path or earlier (less by an earlier year) or not-comparable: national/pm25 (at-least)"
        )
      ) { resolved, context in
        context.alignments[ObjectIdentifier(resolved)].map { targets in
          .cell(targets.map(\.inData).joined(separator: "; "))
        } ?? .absent
      }
      v.fact("retired", FactColumn("retired", "When the indicator was given up")) { resolved, _ in
        resolved.indicator.retired.map { .period($0.on) } ?? .absent
      }
    }
  }

  /// Facts computed from the figures.
  enum Assessed: FactList {
    typealias Subject = ResolvedIndicator

    @inline(__always)
    static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == ResolvedIndicator {
      v.visit("latest", LatestFacts.self) { $0.indicator.latest }
      v.fact(
        "total",
        FactColumn(
          "total", .number, "Of amounts of single years, their sum so far, which target and progress are about")
      ) { resolved, _ in .number(resolved.indicator.kind == .increase ? resolved.total : nil) }
      v.fact(
        "timeProgress",
        FactColumn("time_progress", .number, "Share of the time that had passed at the value that is judged"),
        page: .optional("time-progress", "share of the time that has passed, in per cent") { resolved, language in
          resolved.indicator.isComparedWithTime
            ? resolved.assessment.timeProgress.map { NumberFormat.percent($0, language) } : nil
        }
      ) { resolved, _ in .number(resolved.assessment.timeProgress) }
      v.fact(
        "progress", FactColumn("progress", .number, "Share of the way to the target at the value that is judged"),
        page: .optional("progress", "share of the way to the target, in per cent, or that it is past it") {
          resolved, language in
          IndicatorWords.progress(of: resolved.indicator, resolved.assessment, language)
        }
      ) { resolved, _ in .number(resolved.assessment.progress) }
      v.fact(
        "expectedProgress",
        FactColumn(
          "expected_progress", .number, "Share of the way to the target that the interim targets expect by then"),
        page: .optional(
          "expected-progress", "share of the way to the target that the interim targets expect, in per cent"
        ) {
          resolved, language in
          IndicatorWords.expectedProgress(resolved.assessment, language)
        }
      ) { resolved, _ in .number(resolved.assessment.expectedProgress) }
      v.fact("status", FactColumn("status", "The status at the latest value up to the target's time")) { resolved, _ in
        .text(resolved.shownAssessment?.status.rawValue)
      }
      v.fact("class", FactColumn("class", "The class of the status: met, on-course, at-risk or cannot-say")) {
        resolved, _ in
        .text(resolved.shownAssessment?.status.statusClass.rawValue)
      }
      v.fact("reason", FactColumn("reason", "Why there is no verdict, or why it is on-track: within-range")) {
        resolved, _ in
        .text(resolved.shownAssessment?.reason?.rawValue)
      }
      v.fact("lastStatus", FactColumn("last_status", "The status at the last figure, if a newer one is overdue")) {
        resolved, _ in .text(resolved.shownAssessment?.lastStatus?.rawValue)
      }
      v.fact(
        "originalStatus", FactColumn("original_status", "The status by the original target, if it was changed"),
        page: .optional("original-target", "the target that the plan set first, if it was changed") {
          IndicatorWords.originalTarget(of: $0.indicator, $1)
        }
      ) { resolved, _ in .text(resolved.originalAssessment?.status.rawValue) }
      v.fact(
        "hasTurned", FactColumn("has_turned", .boolean, "Whether the last three figures move against the change so far")
      ) {
        resolved, _ in resolved.assessment.hasTurned ? .flag(true) : .absent
      }
      v.fact(
        "trend",
        FactColumn("trend", .number, "Change per year as a share of the first value, if the target is a direction"),
        page: .optional("trend", "change per year in per cent, if the target is a direction without a number") {
          resolved, language in
          resolved.assessment.trend.map { IndicatorWords.trend($0, of: resolved.indicator, language) }
        }
      ) { resolved, _ in .number(resolved.assessment.trend) }
      v.fact(
        "margin", FactColumn("margin", .number, "The distance from a floor or a ceiling"),
        page: .optional("margin", "distance from a floor or a ceiling") { resolved, language in
          resolved.assessment.margin.map { IndicatorWords.difference($0, of: resolved.indicator, language) }
        }
      ) { resolved, _ in .number(resolved.assessment.margin) }
      v.fact(
        "brokenPeriods",
        FactColumn("broken_periods", "The periods whose values are beyond their floor or ceiling: 2021; 2023"),
        page: .optional("broken-periods", "the periods in which a floor or a ceiling was not kept") {
          IndicatorWords.brokenPeriods(of: $0.indicator, $1)
        }
      ) { resolved, _ in
        let periods = resolved.indicator.brokenPeriods
        return periods.isEmpty ? .absent : .list(periods.map(\.description))
      }
      v.fact(
        "achievedAverage", FactColumn("achieved_average", .number, "The mean yearly growth achieved"),
        page: .optional("achieved-average", "mean yearly growth achieved") { resolved, language in
          resolved.assessment.achievedAverage.map { IndicatorWords.computed($0, of: resolved.indicator, language) }
        }
      ) { resolved, _ in .number(resolved.assessment.achievedAverage) }
      v.fact(
        "requiredChangePerYear",
        FactColumn("required_change_per_year", .number, "Change per year from the latest value to the target"),
        page: .optional(
          "required-change", "change needed per year to reach the target, where a year or more is left"
        ) { resolved, language in
          IndicatorWords.requiredChange(of: resolved.indicator, resolved.assessment, language)
        }
      ) { resolved, _ in .number(resolved.assessment.requiredChangePerYear) }
      v.fact(
        "projection",
        FactColumn("projection", .number, "The value in the target's period if the change so far continues"),
        page: .optional("projection", "value in the target's period if the change so far continues") {
          resolved, language in
          resolved.assessment.projection.map { IndicatorWords.projection($0, of: resolved.indicator, language) }
        }
      ) { resolved, _ in .number(resolved.assessment.projection) }
    }
  }

  /// Where the indicator and its figures come from. In JSON these follow the observations.
  enum Provenance: FactList {
    typealias Subject = ResolvedIndicator

    @inline(__always)
    static func visit<V: FactVisitor>(_ v: inout V) where V.Subject == ResolvedIndicator {
      v.visit(DetailFacts.self) { $0.indicator.details }
      v.visit("from", PromiseFacts.self) { $0.section != nil || $0.quote != nil ? $0 : nil }
      v.fact("url", FactColumn("url", "The address of the indicator's page")) { resolved, context in
        .text(resolved.route.map { context.links.absolute($0) ?? context.links.link(from: context.file, to: $0) })
      }
    }
  }

  /// All facts of an indicator, in JSON order.
  static let descriptions: [FactDescriptions<ResolvedIndicator>.Fact] = {
    var descriptions = FactDescriptions<ResolvedIndicator>()
    Declared.visit(&descriptions)
    Assessed.visit(&descriptions)
    Provenance.visit(&descriptions)
    return descriptions.facts
  }()

  /// The columns of `/data/indicators.csv`, in order: every fact of an indicator.
  package static let columns = Declared.columns + Assessed.columns + Provenance.columns

  /// The facts that have their own slot on an indicator's page, and what each says.
  package static let pageTexts: [(text: PageText, summary: String)] = descriptions.compactMap { fact in
    fact.page.map { ($0, fact.pageSummary) }
  }
}

extension ResolvedIndicator {
  /// Nil where there is nothing to judge, so that pages show no status either.
  fileprivate var shownAssessment: Assessment? { indicator.hasNoVerdict ? nil : assessment }
}

extension ResolvedIndicator {
  /// The sum of yearly amounts by which the status is judged. Nil for other figures.
  fileprivate var total: Double? {
    guard indicator.measure == .annual, assessment.progress != nil else { return nil }
    return (IndicatorWords.sumSoFar(of: indicator, assessment) ?? assessment.latest?.value)?.value
  }
}
