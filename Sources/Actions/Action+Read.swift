import DataFormats
import Diagnostics
import Indicators
import Markup

extension Action {
  /// Reads the list of a register or of a page's front matter. In a register each entry needs an id
  /// (`field.missing-key`).
  package static func list(
    _ node: YAMLNode, in source: SourceText, needsIDs: Bool, reportingTo sink: DiagnosticSink
  ) -> [Action] {
    FieldReader.items(of: node, in: source, describing: "an action", reportingTo: sink).compactMap { given in
      var reader = given
      if needsIDs, !reader.has("id"), !reader.hasMisspelt("id") {
        reader.report(
          .missingKey, "an action in a register needs 'id'",
          hint: "add a line such as 'id: tram-line-2'; it becomes the address of the action's page", at: reader.range)
      }
      let action = Action.read(&reader)
      reader.finish(hints: otherWords)
      return action
    }
  }

  /// Keys of indicators and pages, with hints.
  private static let otherWords: [String: Message] = [
    "from": "an action names its section with 'section'",
    "title": "use 'name'",
    "description": "use 'summary'",
    "lead": "use 'department'",
  ]

  private static func read(_ reader: inout FieldReader) -> Action? {
    let written = reader.string("id")
    let name = reader.requiredString("name")
    reader.checkQuotationMarks("name", name)
    var fields = ActionFields()
    fields.code = reader.string("code")?.value
    fields.summary = reader.string("summary")?.value
    fields.plan = reader.string("plan")
    fields.section = reader.string("section")
    fields.programme = reader.string("programme")
    (fields.lead, fields.support) = reader.departments()
    fields.start = reader.time("start")
    fields.due = reader.time("due")
    if fields.due == nil { fields.openDue = reader.node("due")?.asScalar.flatMap { ActionDate.openTime($0.value) } }
    fields.earlier = reader.earlierDates()
    fields.done = reader.node("done").flatMap { node in
      guard let text = node.asScalar, text.value != "true" else { return reader.reportDone(node) }
      return reader.time(text).map { Located($0, at: text.range) }
    }
    if reader.hasValue("state") { fields.reported = reader.choice("state", of: ReportedState.self) }
    fields.progress = reader.string("progress").flatMap { reader.share($0) }
    fields.steps = reader.steps()
    fields.budget = reader.amounts("budget")
    fields.spent = reader.amounts("spent")
    fields.indicators = reader.strings("indicators")
    fields.place = reader.string("place")?.value
    fields.source = reader.string("source")?.value
    fields.notes = reader.strings("note").map(\.value)
    fields.aliases = reader.strings("aliases").map(\.value)
    fields.updates = reader.updates()
    reader.check(fields)
    guard let name else { return nil }
    return Action(
      id: reader.id(written, orOf: name), name: name.value, facts: fields, range: reader.range)
  }

  /// An id made from a name, as a page's address is.
  package static func id(ofName name: String) -> String {
    let slug = Slug(String(name.prefix(60)))?.text ?? "action"
    return slug
  }
}

extension FieldReader {
  /// The written id, or else one made of the name. Reports an id that cannot be part of an address
  /// (`register.invalid-id`).
  fileprivate func id(_ written: Located<String>?, orOf name: Located<String>) -> Located<String> {
    guard let written else { return Located(Action.id(ofName: name.value), at: name.range) }
    if let valid = IndicatorID(written.value) { return Located(valid.text, at: written.range) }
    report(
      .invalidID, "'\(written.value)' is not a valid id",
      hint: "use letters, digits and '-', such as tram-line-2; the id becomes part of an address", at: written.range)
    return Located(Action.id(ofName: name.value), at: written.range)
  }

  /// Reads a time, in the spellings of tables of tasks too (`ActionDate`); nil for one without an end, such as
  /// `ongoing`. Reports a value that is not a time (`indicator.period`).
  fileprivate mutating func time(_ key: FieldKey) -> Period? {
    guard let node = node(key) else { return nil }
    guard let text = node.asScalar else { return dayOrPeriod(node) }
    return time(text)
  }

  func time(_ text: Located<String>) -> Period? {
    switch ActionDate.read(text.value) {
    case .period(let period): period
    case .open: nil
    case .unknown, .ambiguous: dayOrPeriod(text)
    }
  }

  fileprivate func reportDone(_ node: YAMLNode) -> Located<Period>? {
    report(
      .wrongType, "'done' must be the time at which the action was done",
      hint: "write 'done: 2026-06', or 'state: done' where nobody knows when", at: node.range)
    return nil
  }

  /// A share: `45%`, or a number from 0 to 1.
  fileprivate func share(_ text: Located<String>) -> Double? {
    if let share = ActionShare.read(text.value) { return share }
    report(
      .invalidValue, "'progress' must be a share from 0% to 100%, not '\(text.value)'",
      hint: DecimalNumber(text.value).flatMap {
        (0...100).contains($0.value) ? "write 'progress: \(text.value)%'" : nil
      }
        ?? "write it as 'progress: 45%'", at: text.range)
    return nil
  }

  fileprivate mutating func steps() -> [ActionStep] {
    mappings("steps", describing: "a step").compactMap { given in
      var fields = given
      let name = fields.requiredString("name")
      let due = fields.time("due")
      var (isDone, doneOn) = (false, nil as Period?)
      if let done = fields.node("done")?.asScalar {
        switch done.value {
        case "true": isDone = true
        case "false": break
        default:
          doneOn = fields.time(done)
          isDone = doneOn != nil
        }
      }
      let earlier = fields.earlierDates(ofStep: true)
      fields.finish()
      return name.map { ActionStep(name: $0.value, due: due, doneOn: doneOn, isDone: isDone, earlier: earlier) }
    }
  }

  /// One amount or a list of them: `{value: 1200, unit: 万元, source: …, year: 2026}`, or `1200 万元`.
  fileprivate mutating func amounts(_ key: FieldKey) -> [ActionAmount] {
    guard let node = node(key) else { return [] }
    return (node.asSequence ?? [node]).compactMap { item in
      if let text = item.asScalar {
        if let amount = ActionShare.amount(text.value) { return amount }
        report(
          .invalidValue, "'\(key)' does not begin with a number: '\(text.value)'",
          hint: "write '\(key): {value: 1200, unit: million, source: …}'", at: text.range)
        return nil
      }
      guard var fields = reader(of: item, describing: "'\(key)'") else { return nil }
      let value = fields.number("value")
      let amount = value.map {
        ActionAmount(
          value: $0.value, unit: fields.string("unit")?.value, source: fields.string("source")?.value,
          time: fields.time("year"))
      }
      if amount == nil, !fields.has("value") {
        fields.report(.missingKey, "'\(key)' needs 'value'", hint: "add 'value: 1200'", at: item.range)
      }
      if amount != nil { fields.finish() }
      return amount
    }
  }

  /// Reports dates and states that contradict each other.
  fileprivate func check(_ fields: ActionFields) {
    // Only the site's settings say when a budget year begins.
    if !fields.hasFiscalYears, let contradiction = fields.contradiction {
      report(.invalidValue, contradiction, hint: "write the earlier time as 'start'", at: range)
    }
    if let entry = fields.entryWithoutChange {
      report(
        .invalidValue, "the entry of 'earlier' until \(entry.until) has the dates that follow it",
        hint: "write the date before the change, or remove the entry", at: range)
    }
    if let done = fields.done, let reported = fields.reported, reported.value != .done {
      report(
        .conflictingKeys, "'done: \(done.value)' and 'state: \(reported.value.rawValue)' contradict each other",
        hint: "remove one of them", at: reported.range)
    }
  }
}

/// Shares and amounts as authors write them.
package enum ActionShare {
  /// `45%` and `0.45` as a fraction. Nil for anything else.
  package static func read(_ text: String) -> Double? {
    let bare = text.trimmed
    let isPercent = bare.hasSuffix("%") || bare.hasSuffix("％")
    let digits = isPercent ? String(bare.dropLast()).trimmed : bare
    guard let number = DecimalNumber(digits), number.value >= 0, number.value <= (isPercent ? 100 : 1) else {
      return nil
    }
    return isPercent ? number.value / 100 : number.value
  }

  /// The amount in a cell below a column heading that names its unit: 12000 below 投资（万元）.
  package static func amount(_ text: String, under head: String) -> ActionAmount? {
    guard let amount = amount(text) else { return nil }
    guard amount.unit == nil, let open = head.lastIndex(where: { "（(".contains($0) }),
      let close = head[open...].firstIndex(where: { "）)".contains($0) })
    else { return amount }
    let unit = String(head[head.index(after: open)..<close]).trimmed
    guard !unit.isEmpty else { return amount }
    return ActionAmount(value: amount.value, unit: unit, source: amount.source, time: amount.time)
  }

  /// A number and the unit after it: `1,200 万元`. Nil without a number.
  package static func amount(_ text: String) -> ActionAmount? {
    var bare = text.trimmed
    // £2m: the currency belongs to the unit.
    let currency = bare.first.map { "£$€¥￥".contains($0) } == true ? String(bare.removeFirst()) : ""
    let digits = bare.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard let value = DecimalNumber(String(digits.filter { $0 != "," })) else { return nil }
    let unit = currency + String(bare.dropFirst(digits.count)).trimmed
    return ActionAmount(value: value, unit: unit.isEmpty ? nil : unit, source: nil, time: nil)
  }
}
