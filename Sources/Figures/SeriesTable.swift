import Bytes
import DataFormats
import Indicators
import Markup
import Words

/// The headline series of an indicator as a table, with the baseline.
package struct SeriesTable {
  private let indicator: Indicator
  private let baseline: Baseline?
  private let language: WordLanguage
  private let words: SeriesTableWords
  private let labels: DataLabels

  package init(_ indicator: Indicator, language: WordLanguage, words: SeriesTableWords, labels: DataLabels = .none) {
    self.indicator = indicator
    baseline = indicator.comparableBaseline
    self.labels = labels
    self.language = language
    self.words = words
  }

  /// All observations, or some of them, the newest first. Empty without observations. A comparison that shares no
  /// period with them, such as one by year beside figures by month, has a table of its own below the newest.
  package func html(of range: Range<Int>? = nil) -> HTML {
    var bytes = ByteBuffer()
    guard !indicator.observations.isEmpty || !indicator.comparisons.isEmpty else { return HTML() }
    let shown = range.map(observations) ?? withBaseline(indicator.observations)
    let periods = sharedPeriods(shown)
    var (beside, apart): ([ComparedSeries], [ComparedSeries]) = ([], [])
    for comparison in indicator.comparisons {
      let isBeside = indicator.observations.isEmpty || comparison.values.contains { periods.contains($0.period) }
      if isBeside { beside.append(comparison) } else { apart.append(comparison) }
    }
    let rows = range == nil ? withPeriods(of: beside) : shown
    if !rows.isEmpty { append(rows.reversed(), caption: words.caption, beside, to: &bytes) }
    if range.map({ $0.upperBound == indicator.observations.count }) ?? true { append(apart, to: &bytes) }
    return HTML(bytes: bytes.array)
  }

  /// The periods at which a comparison can be beside the figures. The baseline's period counts only if it is as long as
  /// those of the figures: a comparison by year has nothing to compare with figures by month.
  private func sharedPeriods(_ rows: [Observation]) -> Set<Period> {
    var periods = Set(rows.map(\.period))
    guard let baseline = baseline?.period, let first = indicator.observations.first?.period,
      abs((baseline.end - baseline.middle) - (first.end - first.middle)) > 0.01
    else { return periods }
    periods.remove(baseline)
    return periods
  }

  /// Some of the observations, with the baseline before the first.
  private func observations(_ range: Range<Int>) -> [Observation] {
    let rows = Array(indicator.observations[range])
    return range.lowerBound == 0 ? withBaseline(rows) : rows
  }

  /// Comparisons alone, as a table of their periods.
  private func append(_ comparisons: [ComparedSeries], to bytes: inout ByteBuffer) {
    guard !comparisons.isEmpty else { return }
    let format = FigureFormat(
      indicator, comparisons.flatMap { $0.values.map(\.number) }, scale: indicator.scale(language), language)
    let caption = comparisons.map(\.name).joined(separator: language[.listSeparator])
    openTable(caption: caption, frame: caption, unit: headUnit(format), to: &bytes)
    appendHeading(words.period, "col-period", to: &bytes)
    for comparison in comparisons { appendHeading(comparison.name, "col-value", to: &bytes) }
    bytes.append(markup: "</tr>\n</thead>\n<tbody>\n")
    let paddings = comparisons.map { padding($0.values.map(\.number), format) }
    // sorted: reaches output
    for period in Set(comparisons.flatMap { $0.values.map(\.period) }).sorted(by: >) {
      bytes.append(markup: "<tr><th scope=\"row\">")
      bytes.appendEscaped(period.text(language))
      bytes.append(markup: "</th>")
      for (comparison, padding) in zip(comparisons, paddings) {
        appendCell(of: comparison, at: period, format, padding, to: &bytes)
      }
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(markup: "</tbody>\n</table>\n</div>\n")
  }

  /// The headline series with the baseline, and with an empty observation for each period that only a comparison has.
  private func withPeriods(of comparisons: [ComparedSeries]) -> [Observation] {
    var observations = withBaseline(indicator.observations)
    guard !comparisons.isEmpty else { return observations }
    var known = Set(observations.map(\.period))
    for comparison in comparisons {
      for (period, _) in comparison.values where known.insert(period).inserted {
        observations.append(Observation(period: period, value: nil))
      }
    }
    return observations.sorted { $0.period < $1.period }
  }

  /// Observations with the baseline at its place, unless one of them is the baseline.
  private func withBaseline(_ observations: [Observation]) -> [Observation] {
    guard let baseline, !observations.contains(where: isBaseline) else {
      return observations
    }
    var rows = observations
    let place = rows.firstIndex { $0.period >= baseline.period } ?? rows.endIndex
    rows.insert(Observation(period: baseline.period, value: baseline.value), at: place)
    return rows
  }

  private func isBaseline(_ observation: Observation) -> Bool {
    guard let baseline else { return false }
    return observation.period == baseline.period && observation.value?.value == baseline.value.value
  }

  private func append(
    _ observations: [Observation], caption: String, _ comparisons: [ComparedSeries] = [], to bytes: inout ByteBuffer
  ) {
    let hasSources = observations.contains { $0.source != nil }
    var attributes: [String] = []
    for attribute in observations.lazy.flatMap(\.attributes) where !attributes.contains(attribute.name) {
      attributes.append(attribute.name)
    }
    let hasStatus = observations.contains { $0.status != nil }
    let hasRanges = observations.contains { $0.range != nil }
    let hasRevisions = observations.contains { !$0.revisions.isEmpty }
    let format = FigureFormat(
      indicator, observations.compactMap(\.value), scale: indicator.scale(language), language)
    let inRanges = indicator.hasLongUnit ? indicator.besideUnit : indicator
    let breaks = Set(breaks(in: observations))
    let hasNotes =
      observations.contains { $0.note != nil } || !breaks.isEmpty
      || observations.contains { isBroken($0, in: caption) || isOtherBaseline($0) }
    openTable(
      caption: caption, frame: caption == words.caption ? words.frame : caption,
      unit: indicator.hasLongUnit ? headUnit(format) : nil, to: &bytes)
    appendHeading(words.period, "col-period", to: &bytes)
    appendHeading(heading(format), "col-value", to: &bytes)
    for comparison in comparisons { appendHeading(comparison.name, "col-value", to: &bytes) }
    if hasStatus { appendHeading(words.status, "col-status", to: &bytes) }
    if hasRanges { appendHeading(words.range, "col-range", to: &bytes) }
    if hasRevisions { appendHeading(words.revisions, "col-revisions", to: &bytes) }
    if hasSources { appendHeading(words.source, "col-source", to: &bytes) }
    for name in attributes { appendHeading(labels[name], "col-attribute", to: &bytes) }
    if hasNotes { appendHeading(words.note, "col-note", to: &bytes) }
    bytes.append(markup: "</tr>\n</thead>\n<tbody>\n")
    let padding = padding(observations.map(\.value), format)
    let comparedPaddings = comparisons.map { self.padding($0.values.map(\.number), format) }
    for observation in observations {
      let isBreak = breaks.contains(observation.period)
      bytes.append(markup: isBreak ? "<tr class=\"break\"><th scope=\"row\">" : "<tr><th scope=\"row\">")
      bytes.appendEscaped(observation.writtenPeriod ?? observation.period.text(language))
      if isBaseline(observation) {
        bytes.append(markup: " <span class=\"row-mark\">")
        bytes.appendEscaped(ChartWords.baseline(language))
        bytes.append(markup: "</span>")
      }
      bytes.append(markup: "</th><td class=\"num\">")
      bytes.appendEscaped(value(of: observation, format))
      padding.append(behind: digits(of: observation.value, format), to: &bytes)
      bytes.append(markup: "</td>")
      for (comparison, padding) in zip(comparisons, comparedPaddings) {
        appendCell(of: comparison, at: observation.period, format, padding, to: &bytes)
      }
      if hasStatus { appendCell(observation.status.map { IndicatorWords.word(for: $0, language) }, to: &bytes) }
      if hasRanges {
        appendCell(observation.range.map { IndicatorWords.range($0, of: inRanges, language) }, to: &bytes)
      }
      if hasRevisions { appendCell(revisions(of: observation), to: &bytes) }
      if hasSources { appendCell(observation.source, to: &bytes) }
      for name in attributes {
        appendCell(observation.attributes.first { $0.name == name }.map { labels[$0.value] }, to: &bytes)
      }
      if hasNotes {
        let mark = isBreak ? IndicatorWords.breakMark(language) : nil
        let broken = isBroken(observation, in: caption) ? IndicatorWords.brokenMark(language) : nil
        let other = isOtherBaseline(observation) ? IndicatorWords.besideBaseline(of: indicator, language) : nil
        let texts = [broken, mark, other, observation.note].compactMap(\.self)
        appendCell(texts.isEmpty ? nil : texts.joined(separator: " "), to: &bytes)
      }
      bytes.append(markup: "</tr>\n")
    }
    bytes.append(markup: "</tbody>\n</table>\n</div>\n")
  }

  /// Appends the start tags of the table, of its heading and of the heading's row.
  private func openTable(caption: String, frame: String, unit: String?, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", frame)
    bytes.append(markup: ">\n<table class=\"history\">\n<caption>")
    bytes.appendEscaped(caption)
    if let unit {
      bytes.append(markup: " <span class=\"unit\">")
      bytes.appendEscaped(unit)
      bytes.append(markup: "</span>")
    }
    bytes.append(markup: "</caption>\n<thead>\n<tr>")
  }

  /// All figures in one scale have the same number of decimals.
  private func digits(of number: DecimalNumber?, _ format: FigureFormat) -> DecimalPadding.Digits? {
    guard let number, format.scale == nil else { return nil }
    return DecimalPadding.Digits(decimals: indicator.writtenDecimals(of: number))
  }

  private func padding(_ numbers: [DecimalNumber?], _ format: FigureFormat) -> DecimalPadding {
    DecimalPadding(numbers.map { digits(of: $0, format) })
  }

  private func appendCell(
    of comparison: ComparedSeries, at period: Period, _ format: FigureFormat, _ padding: DecimalPadding,
    to bytes: inout ByteBuffer
  ) {
    let number = comparison.values.first { $0.period == period }?.number
    bytes.append(markup: "<td class=\"num\">")
    bytes.appendEscaped(number.map { text(of: $0, format) } ?? "—")
    padding.append(behind: digits(of: number, format), to: &bytes)
    bytes.append(markup: "</td>")
  }

  /// Whether a figure of the headline series is beyond the bound of its period.
  private func isBroken(_ observation: Observation, in caption: String) -> Bool {
    caption == words.caption && indicator.isBroken(observation)
  }

  /// Whether it is the baseline of a period that also has a different published figure.
  private func isOtherBaseline(_ observation: Observation) -> Bool {
    isBaseline(observation) && indicator.figureBesideBaseline != nil
  }

  /// The first period of each redefined series, among those in the table, in which the newest come first.
  private func breaks(in observations: [Observation]) -> [Period] {
    indicator.breaks.compactMap { mark in observations.last { $0.period >= mark }?.period }
  }

  /// The unit that the column's heading states once, with its scale, or the caption if the unit is long; nil for a sign
  /// such as %, which is beside each figure.
  private func headUnit(_ format: FigureFormat) -> String? {
    format.head ?? indicator.shownUnit(language).flatMap { IndicatorWords.isSign(unit: $0) ? nil : $0 }
  }

  private func text(of number: DecimalNumber, _ format: FigureFormat) -> String {
    headUnit(format) == nil ? format.text(of: number) : format.bareText(of: number)
  }

  /// The heading of a column with the unit of its numbers, as in `Value (million t)`.
  private func heading(_ format: FigureFormat) -> String {
    guard !indicator.hasLongUnit, let head = headUnit(format) else { return words.value }
    return words.value + language.text(.inBrackets, [.text: head])
  }

  private func value(of observation: Observation, _ format: FigureFormat) -> String {
    if let state = observation.state { return IndicatorWords.word(for: state, language) }
    return observation.value.map { text(of: $0, format) } ?? "—"
  }

  /// The figures that were published before, each with its source: `8.1 (NBS 2022)`. Nil without any.
  private func revisions(of observation: Observation) -> String? {
    let texts = observation.revisions.map { revision in
      IndicatorWords.value(revision.value, of: indicator, language)
        + (revision.source.map { language.text(.inBrackets, [.text: $0]) } ?? "")
    }
    return texts.isEmpty ? nil : texts.joined(separator: language[.semicolon])
  }

  private func appendHeading(_ text: String, _ className: StaticString, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<th scope=\"col\" class=\"")
    bytes.append(markup: className)
    bytes.append(markup: "\">")
    bytes.appendEscaped(text)
    bytes.append(markup: "</th>")
  }

  private func appendCell(_ text: String?, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<td>")
    if let text { bytes.appendEscaped(text) }
    bytes.append(markup: "</td>")
  }
}

/// The words in a history table, in the page's language.
package struct SeriesTableWords: Sendable {
  package let caption: String
  package let period: String
  package let value: String
  /// The heading of the column with *provisional*, *estimated*, *revised* and *suppressed*.
  package let status: String
  package let range: String
  /// The heading of the column with figures that were published earlier.
  package let revisions: String
  package let source: String
  package let note: String
  /// The accessible name of the scrolling frame.
  package let frame: String

  package init(
    caption: String, period: String, value: String, status: String, range: String, revisions: String, source: String,
    note: String, frame: String
  ) {
    self.caption = caption
    self.period = period
    self.value = value
    self.status = status
    self.range = range
    self.revisions = revisions
    self.source = source
    self.note = note
    self.frame = frame
  }
}
