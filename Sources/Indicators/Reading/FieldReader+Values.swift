import DataFormats
import Diagnostics

extension FieldReader {
  /// Reads `values:`, and `started:` and `done:` of a milestone.
  ///
  /// `periods` are the kinds of periods that the entry states. Reports a month that is a budget year beside the others
  /// (`indicator.period`).
  mutating func values(kind: IndicatorKind, periods: [PeriodReading] = []) -> ValueDeclaration {
    var declared: ValueDeclaration = .none
    acceptNull("values")
    if let node = node("values") {
      switch node.content {
      case .mapping(let entries):
        reportRepeatedPeriods(entries)
        let readings = kind == .milestone ? nil : pairs(entries, periods)
        declared = .dated(
          entries.enumerated().compactMap { index, entry in observation(entry, kind: kind, readings?[index]) })
      case .sequence(let items) where kind != .milestone: declared = .consecutive(consecutive(items, kind: kind))
      case .sequence, .scalar:
        report(
          .wrongType, "'values' must be a mapping from periods to values, not \(node.kindInWords)",
          hint: kind == .milestone ? "write 'values: {2022: started, 2023: done}'" : "write 'values: {2021: …}'",
          at: node.range)
      }
    }
    return kind == .milestone ? milestone(declared) : declared
  }

  /// The periods of the keys if some are two numbers, such as 2009-10; nil if none is, as in nearly all entries. A
  /// single one is a month, as everywhere in registers.
  private func pairs(_ entries: [YAMLEntry], _ stated: [PeriodReading]) -> [PeriodColumn.Reading]? {
    guard entries.contains(where: { $0.key.value.utf8.count == 7 && $0.key.value.utf8.dropFirst(4).first == 0x2D })
    else { return nil }
    var column = PeriodColumn()
    for entry in entries { _ = column.number(of: entry.key.value) }
    guard column.texts.count == entries.count else { return nil }
    var readings = column.read(as: stated, by: nil)
    for (index, entry) in entries.enumerated() {
      guard let month = Period(entry.key.value), case .month = month else { continue }
      switch readings[index] {
      case .ambiguous: readings[index] = .period(month, remark: nil)
      case .period(let period, _) where period != month && stated.isEmpty:
        let reading: PeriodReading = if case .range = period { .ranges } else { .fiscalYears }
        sink.report(
          .ambiguousPeriod(
            entry.key.value, [.months, reading], code: .indicatorPeriod, at: source.location(of: entry.key.range)))
        return nil
      case .period, .invalid: break
      }
    }
    return readings
  }

  /// Reports a period that is written in two ways, such as 2021/22 and 2021/2022. Equal keys are reported by the YAML
  /// parser.
  private func reportRepeatedPeriods(_ entries: [YAMLEntry]) {
    var first: [Period: SourceRange] = [:]
    for entry in entries {
      guard let period = Period(entry.key.value) else { continue }
      if let earlier = first[period] {
        report(
          .indicatorPeriod, "there are two values for \(period)",
          hint: "remove one of them; a value that was published earlier belongs under 'revisions'", at: entry.key.range,
          related: [.init("the other value is here", at: source.location(of: earlier))])
      } else {
        first[period] = entry.key.range
      }
    }
  }

  private func consecutive(_ items: [YAMLNode], kind: IndicatorKind) -> [DecimalNumber?] {
    var numbers: [DecimalNumber?] = []
    numbers.reserveCapacity(items.count)
    for index in items.indices {
      // Nearly all items are numbers, so this comes first. By index: copying a node takes as long as reading it.
      if case .scalar(let text, _) = items[index].content, let number = DecimalNumber(text) {
        if kind == .rate { checkRate(number, at: items[index].range) }
        numbers.append(number)
      } else {
        numbers.append(items[index].isNull ? nil : number(items[index]))
      }
    }
    return numbers
  }

  private func number(_ node: YAMLNode) -> DecimalNumber? {
    if case .scalar(let text, _) = node.content, let number = DecimalNumber(text) { return number }
    report(
      .wrongType, "a value must be a number, not \(node.asScalar.map { "'\($0.value)'" } ?? node.kindInWords)",
      hint: hint(forValue: node), at: node.range)
    return nil
  }

  private func hint(forValue node: YAMLNode) -> Message? {
    if let entry = node.asMapping?.first, Period(entry.key.value) != nil {
      return "write 'values:' without '-': '\(entry.key.value): …' on a line of its own"
    }
    guard let text = node.asScalar?.value else { return nil }
    if let hint = DecimalNumber.hint(for: text) ?? DecimalNumber.hintOnWords(in: text)
      ?? DecimalNumber.hintOnScale(in: text)
    {
      return hint
    }
    return "leave out a value that is not known"
  }

  /// The correction of `{2021: 29,5}`, where YAML takes the decimals for a key of its own.
  private func decimals(_ entry: YAMLEntry) -> Message? {
    let key = entry.key.value
    let bytes = source.bytes
    let start = Int(entry.key.range.start)
    guard key.count < 4, key.allSatisfy(\.isNumber), start > 1, bytes[start - 1] == UInt8(ascii: ",") else {
      return nil
    }
    var first = start - 1
    while first > 0, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[first - 1] { first -= 1 }
    guard first < start - 1 else { return nil }
    return "write \(String(decoding: bytes[first..<start - 1], as: UTF8.self)).\(key)"
  }

  /// Reads `2021: 0.3` or `2021: {value: 0.3, source: …, note: …, status: …, low: …, high: …}`.
  private func observation(
    _ entry: YAMLEntry, kind: IndicatorKind, _ reading: PeriodColumn.Reading?
  ) -> Observation? {
    var known: Period?
    if case .period(let period, remark: nil)? = reading { known = period }
    if entry.value.isNull, known == nil, let hint = decimals(entry) {
      report(.indicatorPeriod, "'\(entry.key.value)' is not a period", hint: hint, at: entry.key.range)
      return nil
    }
    guard let period = known ?? (kind == .milestone ? dayOrPeriod(entry.key) : period(entry.key)) else { return nil }
    guard case .mapping = entry.value.content else {
      if kind == .milestone {
        return state(entry.value).map { Observation(period: period, value: nil, state: $0) }
      }
      if entry.value.isNull { return Observation(period: period, value: nil) }
      guard let value = number(entry.value) else { return nil }
      if kind == .rate { checkRate(value, at: entry.value.range) }
      return Observation(period: period, value: value)
    }
    guard var fields = reader(of: entry.value, describing: "a value") else { return nil }
    fields.acceptNull(kind == .milestone ? "state" : "value")
    let state = kind == .milestone ? fields.node("state").flatMap { self.state($0) } : nil
    let value = kind == .milestone ? nil : fields.number("value")
    if kind == .rate, let value { checkRate(value.value, at: value.range) }
    let source = fields.string("source")?.value
    let note = fields.string("note")?.value
    guard kind != .milestone else {
      fields.finish()
      return Observation(period: period, value: nil, state: state, source: source, note: note)
    }
    let low = fields.number("low")
    if kind == .rate, let low,
      let finding = Diagnostic.impossibleRange(low.value, at: self.source.location(of: low.range))
    {
      sink.report(finding)
    }
    let quality = ObservationQuality(
      status: fields.string("status"), low: low, high: fields.number("high"), value: value,
      of: period.description, in: TableSource(self.source), reportingTo: sink)
    fields.finish()
    return Observation(
      period: period, value: quality.status == .suppressed ? nil : value?.value, state: state, source: source,
      note: note, status: quality.status, range: quality.range)
  }

  /// Reports growth of −100 % or less, which leaves nothing that could grow (`indicator.kind`).
  func checkRate(_ number: DecimalNumber, at range: SourceRange) {
    guard let finding = Diagnostic.impossibleRate(number, at: source.location(of: range)) else { return }
    sink.report(finding)
  }

  private func state(_ node: YAMLNode) -> MilestoneState? {
    guard let text = node.asScalar else {
      report(
        .wrongType, "a milestone's state must be a word, not \(node.kindInWords)",
        hint: "write planned, started or done", at: node.range)
      return nil
    }
    if let state = MilestoneState(rawValue: text.value) { return state }
    report(
      .invalidValue, "'\(text.value)' is not a milestone state",
      hint: didYouMean(text.value, among: MilestoneState.allCases.map(\.rawValue))
        ?? "write planned, started or done", at: node.range)
    return nil
  }

  /// Reads the short forms `started: 2022` and `done: 2023-06`, and adds them to `values:`.
  private mutating func milestone(_ declared: ValueDeclaration) -> ValueDeclaration {
    var observations: [Observation] = []
    if case .dated(let given) = declared { observations = given }
    for (key, state) in [("started" as FieldKey, MilestoneState.started), ("done", .done)] {
      if let period = dayOrPeriod(key) {
        observations.append(Observation(period: period, value: nil, state: state))
      }
    }
    checkOrder(observations)
    return observations.isEmpty ? .none : .dated(observations)
  }
}

extension FieldReader {
  /// Reports a milestone that is begun after it is done (`indicator.period`).
  private mutating func checkOrder(_ observations: [Observation]) {
    guard let done = observations.filter({ $0.state == .done }).map(\.period).max(),
      let later = observations.first(where: { observation in
        observation.state.map { $0 != .done } ?? false && isAtLeast(observation.period.start, done.end)
      }), let state = later.state
    else { return }
    report(
      .indicatorPeriod, "a milestone that is done in \(done) cannot be \(state.rawValue) in \(later.period)",
      hint: "correct one of the two dates", at: node("started")?.range ?? node("values")?.range ?? range)
  }
}

// MARK: - Departments, promises, revisions, judgements

extension FieldReader {
  /// Reads `department: name` or `department: {lead: …, support: […]}`.
  package mutating func departments() -> (lead: Located<String>?, support: [Located<String>]) {
    guard let node = node("department") else { return (nil, []) }
    if case .scalar = node.content { return (string("department"), []) }
    guard var fields = mapping("department", describing: "a department") else { return (nil, []) }
    let lead = fields.string("lead")
    let support = fields.strings("support")
    fields.finish()
    return (lead, support)
  }

  /// Reads `from: section` or `from: {section: …, quote: …}`.
  mutating func promise() -> (section: Located<String>?, quote: Located<String>?) {
    guard let node = node("from") else { return (nil, nil) }
    if case .scalar = node.content { return (string("from"), nil) }
    guard var fields = mapping("from", describing: "'from'") else { return (nil, nil) }
    let section = fields.string("section")
    let quote = fields.string("quote")
    fields.finish()
    return (section, quote)
  }

  /// Reads `revisions: [{period: 2021, value: 8.1, source: …}]`.
  mutating func revisions() -> [Revision] {
    mappings("revisions", describing: "a revision").compactMap { given in
      var fields = given
      let period = fields.period("period") ?? fields.period("year")
      let value = fields.requiredNumber("value")
      let source = fields.string("source")?.value
      fields.finish()
      guard let period, let value else { return nil }
      return Revision(period: period, value: value, source: source)
    }
  }

  /// Reads `frequency: every 5 years`.
  mutating func frequency() -> Frequency? {
    guard let text = string("frequency") else { return nil }
    if let frequency = Frequency(text.value) { return frequency }
    report(
      .invalidValue, "'\(text.value)' is not a frequency",
      hint: Frequency.spelling(of: text.value).map { "write 'frequency: \($0)'" }
        ?? "write yearly, quarterly, monthly or 'every 5 years'",
      at: text.range)
    return nil
  }

  /// Reads `judgement: {status: on-track, by: …, on: 2023-12-26}`.
  mutating func judgement() -> Judgement? {
    guard var fields = mapping("judgement", describing: "a judgement") else { return nil }
    let status = fields.choice("status", of: IndicatorStatus.self)
    if !fields.has("status") {
      fields.report(
        .missingKey, "a judgement needs 'status'", hint: "add a status, such as 'status: on-track'", at: fields.range)
    }
    let by = fields.string("by")?.value
    let day = fields.date("on")?.value
    fields.finish()
    return status.map { Judgement(status: $0.value, by: by, on: day) }
  }
}
