import Indicators

/// One fact of an indicator: its key in JSON, its column in CSV, its name and words on the indicator's page.
///
/// The one list of facts: pages, CSV, JSON, Data Package and CSVW are written from it.
package struct IndicatorFact: Sendable {
  /// The JSON object that holds the key; nil for a key of the indicator itself. Facts of one object are neighbours.
  package let object: StaticString?
  package let key: StaticString
  /// Nil for a fact that the CSV does not have.
  package let column: FactColumn?
  /// Nil for a fact that the page does not show as a text of its own.
  package let page: PageText?
  package let value: @Sendable (ResolvedIndicator, FactContext) -> FactValue

  /// How the indicator's page shows a fact.
  package struct PageText: Sendable {
    /// The name that templates use.
    package let name: String
    package let summary: String
    package let isOptional: Bool
    package let words: @Sendable (ResolvedIndicator, WordLanguage) -> String?

    static func required(
      _ name: String, _ summary: String, _ words: @escaping @Sendable (ResolvedIndicator, WordLanguage) -> String?
    ) -> PageText {
      PageText(name: name, summary: summary, isOptional: false, words: words)
    }

    static func optional(
      _ name: String, _ summary: String, _ words: @escaping @Sendable (ResolvedIndicator, WordLanguage) -> String?
    ) -> PageText {
      PageText(name: name, summary: summary, isOptional: true, words: words)
    }
  }

  init(
    in object: StaticString? = nil, _ key: StaticString, _ column: FactColumn? = nil, page: PageText? = nil,
    _ value: @escaping @Sendable (ResolvedIndicator, FactContext) -> FactValue
  ) {
    self.object = object
    self.key = key
    self.column = column
    self.page = page
    self.value = value
  }
}

/// What the facts of an indicator need beside the indicator.
package struct FactContext: Sendable {
  let names: RegisterNames
  let pages: Table<PageTag, ResolvedPage>
  let links: LinkStyle
  /// The file that the facts are written to: addresses are relative to it where the site has no base URL.
  let file: Route

  package init(_ site: ResolvedSite, _ names: RegisterNames, file: Route) {
    self.names = names
    pages = site.pages
    links = site.links
    self.file = file
  }
}

// MARK: - The facts

extension IndicatorFact {
  /// In the order of the JSON, and of the columns but for those of an observation, which stand between `declared` and
  /// `assessed`.
  package static let all = declared + assessed + provenance

  /// What the author declared.
  package static let declared: [IndicatorFact] =
    [
      .init(
        "id", FactColumn("id", "The indicator's id; empty for one without a page of its own"),
        page: .required("id", "its id, as in its address") { indicator, _ in indicator.indicator.id?.text ?? "" }
      ) { resolved, _ in .text(resolved.indicator.id?.text) },
      .init("plan", FactColumn("plan", "The path of its plan")) { .string($1.names.plans[$0.plan].path) },
      .init("name", FactColumn("name", "Its name"), page: .required("name", "its name") { i, _ in i.indicator.name }) {
        resolved, _ in .string(resolved.indicator.name)
      },
      .init("definition", page: .optional("definition", "what it measures") { i, _ in i.indicator.details?.definition })
      {
        resolved, _ in .text(resolved.indicator.details?.definition)
      },
      .init("unit", FactColumn("unit", "Its unit"), page: .optional("unit", "its unit") { i, _ in i.indicator.unit }) {
        resolved, _ in .text(resolved.indicator.unit)
      },
      .init(
        "kind", FactColumn("kind", "level, increase, floor, ceiling, rate or milestone"),
        page: .required("kind", "its kind in words") { IndicatorWords.word(for: $0.indicator.kind, $1) }
      ) { resolved, _ in .string(resolved.indicator.kind.rawValue) },
      .init("measure") { resolved, _ in
        guard case .increase = resolved.indicator.kind else { return .absent }
        return .string(resolved.indicator.measure.rawValue)
      },
      .init(
        "nature", FactColumn("nature", "binding or anticipatory"),
        page: .optional("nature", "binding or anticipatory, in words") { indicator, language in
          indicator.indicator.nature.map { IndicatorWords.word(for: $0, language) }
        }
      ) { resolved, _ in .text(resolved.indicator.nature?.rawValue) },
      .init(
        "category", FactColumn("category", "Its category"),
        page: .optional("category", "its category") { i, _ in i.indicator.category }
      ) { resolved, _ in .text(resolved.indicator.category) },
      .init("group") { resolved, _ in .text(resolved.indicator.group) },
      .init("programme", FactColumn("programme", "The id of its programme")) { resolved, context in
        .text(resolved.programme.map { context.names.programmes[$0].id })
      },
      .init("department", FactColumn("department", "The id of the department that answers for it")) {
        resolved, context in .text(resolved.lead.map { context.names.departments[$0].id })
      },
      .init("supportDepartments") { resolved, context in
        resolved.support.isEmpty ? .absent : .list(resolved.support.map { context.names.departments[$0].id })
      },
      .init(in: "baseline", "year", FactColumn("baseline_period", "The period of the baseline")) { resolved, _ in
        resolved.indicator.baseline.map { .year($0.period) } ?? .absent
      },
      .init(
        in: "baseline", "value", FactColumn("baseline_value", .number, "The baseline"),
        page: .optional("baseline", "baseline with unit and year") { IndicatorWords.baseline(of: $0.indicator, $1) }
      ) { resolved, _ in .decimal(resolved.indicator.baseline?.value) },
    ] + TargetFact.all.map(IndicatorFact.init)

  /// What follows from the figures.
  package static let assessed: [IndicatorFact] = [
    .init(in: "latest", "period") { resolved, _ in resolved.assessment.latest.map { .period($0.period) } ?? .absent },
    .init(
      in: "latest", "value",
      page: .optional("latest", "latest value with unit and period") {
        IndicatorWords.latest(of: $0.indicator, $0.assessment, $1)
      }
    ) { resolved, _ in .decimal(resolved.assessment.latest?.value) },
    .init(in: "latest", "state") { resolved, _ in .text(resolved.assessment.latest?.state?.rawValue) },
    .init(
      "timeProgress", FactColumn("time_progress", .number, "Share of the time that had passed at the latest value"),
      page: .optional("time-progress", "share of the time that has passed, in per cent") { indicator, _ in
        indicator.assessment.timeProgress.map(IndicatorWords.percent)
      }
    ) { resolved, _ in .number(resolved.assessment.timeProgress) },
    .init(
      "progress", FactColumn("progress", .number, "Share of the way to the target at the latest value"),
      page: .optional("progress", "share of the way to the target, in per cent") { indicator, _ in
        indicator.assessment.progress.map(IndicatorWords.percent)
      }
    ) { resolved, _ in .number(resolved.assessment.progress) },
    .init("status", FactColumn("status", "The status at the latest value")) { resolved, _ in
      .string(resolved.assessment.status.rawValue)
    },
    .init("reason", FactColumn("reason", "Why there is no judgement")) { resolved, _ in
      .text(resolved.assessment.reason?.rawValue)
    },
    .init(
      "margin",
      page: .optional("margin", "distance from a floor or a ceiling") { resolved, language in
        resolved.assessment.margin.map { IndicatorWords.difference($0, of: resolved.indicator, language) }
      }
    ) { resolved, _ in .number(resolved.assessment.margin) },
    .init(
      "achievedAverage",
      page: .optional("achieved-average", "mean yearly growth achieved") { resolved, language in
        resolved.assessment.achievedAverage.map { IndicatorWords.computed($0, of: resolved.indicator, language) }
      }
    ) { resolved, _ in .number(resolved.assessment.achievedAverage) },
    .init(
      "requiredChangePerYear",
      FactColumn("required_change_per_year", .number, "Change per year from the latest value to the target"),
      page: .optional("required-change", "change needed per year to reach the target") { resolved, language in
        resolved.assessment.requiredChangePerYear.map {
          IndicatorWords.difference($0, of: resolved.indicator, language)
        }
      }
    ) { resolved, _ in .number(resolved.assessment.requiredChangePerYear) },
    .init(
      "projection",
      FactColumn("projection", .number, "The value in the target's period on the straight line so far"),
      page: .optional("projection", "value in the target year at the pace so far") { resolved, language in
        resolved.assessment.projection.map { IndicatorWords.computed($0, of: resolved.indicator, language) }
      }
    ) { resolved, _ in .number(resolved.assessment.projection) },
  ]

  /// Where it comes from. In JSON the observations come before.
  package static let provenance: [IndicatorFact] = [
    .init("source", page: .optional("source", "where its figures come from") { i, _ in i.indicator.source }) {
      resolved, _ in .text(resolved.indicator.source)
    },
    .init(in: "from", "section") { resolved, context in
      resolved.section.map { .path(context.pages[$0].route) } ?? .absent
    },
    .init(in: "from", "quote", page: .optional("quote", "the sentence of the promise") { i, _ in i.quote }) {
      resolved, _ in .text(resolved.quote)
    },
    .init("url", FactColumn("url", "The address of the indicator's page")) { resolved, context in
      .text(resolved.route.map { context.links.absolute($0) ?? context.links.link(from: context.file, to: $0) })
    },
  ]

  /// The columns of CSV files, in their order.
  package static let columns =
    declared.compactMap(\.column) + ObservationFact.columns + (assessed + provenance).compactMap(\.column)
}
