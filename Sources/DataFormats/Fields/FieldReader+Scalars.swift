import Diagnostics

extension FieldReader {
  /// The text of any scalar. Nil if it is absent, null (`field.missing-key`), a list or a mapping (`field.wrong-type`).
  package mutating func string(_ key: FieldKey) -> Located<String>? {
    scalar(key, wanted: "text")
  }

  /// Like `string`, but reports an absent or empty value (`field.missing-key`).
  package mutating func requiredString(_ key: FieldKey) -> Located<String>? {
    requiredText(at: read(key), named: key.text)
  }

  /// `requiredString` for a key that is not a literal.
  package mutating func requiredString(named key: String) -> Located<String>? {
    requiredText(at: read(named: key), named: key)
  }

  /// `mutating` avoids a copy: a mutating function that calls a non-mutating one passes a copy of the whole reader.
  private mutating func requiredText(at position: Int?, named key: @autoclosure () -> String) -> Located<String>? {
    guard let position else {
      let key = key()
      if hasMisspelt(key) { return nil }
      report(.missingKey, "\(subject) needs '\(key)'", hint: "add a line '\(key): …'", at: range)
      return nil
    }
    guard case .scalar(let text, _) = entries[position].value.content else {
      reportWrongType(key(), wanted: "text", entries[position].value)
      return nil
    }
    if !text.isEmpty, !entries[position].value.isNull { return Located(text, at: entries[position].value.range) }
    let key = key()
    report(.missingKey, "'\(key)' is empty", hint: "write its text after '\(key):'", at: entries[position].key.range)
    return nil
  }

  /// All entries, each read like `string`; those whose value is left out by `isIncluded` are read otherwise.
  package mutating func strings(
    where isIncluded: (YAMLNode) -> Bool = { _ in true }
  ) -> [(key: Located<String>, value: String)] {
    var texts: [(key: Located<String>, value: String)] = []
    for entry in entries where isIncluded(entry.value) {
      if entry.value.isNull {
        reportEmpty(entry)
      } else if case .scalar(let text, _) = entry.value.content {
        texts.append((entry.key, text))
      } else {
        reportWrongType(entry.key.value, wanted: "text", entry.value)
      }
    }
    return texts
  }

  /// A whole number. Reports one outside `bounds` (`field.invalid-value`).
  package mutating func integer(_ key: FieldKey, in bounds: ClosedRange<Int>) -> Located<Int>? {
    guard let text = scalar(key, wanted: "a whole number") else { return nil }
    guard let value = Int(text.value) else {
      report(
        .wrongType, "'\(key)' must be a whole number, not '\(text.value)'",
        hint: DecimalNumber.hint(for: text.value, isWhole: true) ?? DecimalNumber.hintOnWords(in: text.value),
        at: text.range)
      return nil
    }
    guard bounds.contains(value) else {
      reportInvalid(key, "must be \(inWords(bounds)), not \(value)", at: text.range)
      return nil
    }
    return Located(value, at: text.range)
  }

  package mutating func number(_ key: FieldKey) -> Located<DecimalNumber>? {
    guard let text = scalar(key, wanted: "a number") else { return nil }
    if let number = DecimalNumber(text.value) {
      // Some programs read it as a number to the base of 8.
      if number.value != 0, let plain = text.value.withoutLeadingZeros {
        report(
          .wrongType, "'\(key)' begins with a zero, '\(text.value)'", hint: "write '\(key): \(plain)'", at: text.range)
      }
      return Located(number, at: text.range)
    }
    report(
      .wrongType, "'\(key)' must be a number, not '\(text.value)'", hint: ValueHint.number(text.value),
      at: text.range)
    return nil
  }

  /// `true` or `false`.
  package mutating func flag(_ key: FieldKey) -> Located<Bool>? {
    guard let text = scalar(key, wanted: "true or false") else { return nil }
    let meant: Bool
    switch text.value {
    case "true", "True", "TRUE": return Located(true, at: text.range)
    case "false", "False", "FALSE": return Located(false, at: text.range)
    case "yes", "Yes", "YES", "y", "Y", "on", "On", "ON", "1", "是", "约", "左右", "真", "对": meant = true
    case "no", "No", "NO", "n", "N", "off", "Off", "OFF", "0", "否", "假": meant = false
    default:
      report(.wrongType, "'\(key)' must be true or false, not '\(text.value)'", at: text.range)
      return nil
    }
    report(
      .wrongType, "'\(key)' must be true or false, not '\(text.value)'", hint: "write \(meant)", at: text.range)
    return nil
  }

  /// A day written as `YYYY-MM-DD`; a time of day after it is ignored.
  package mutating func date(_ key: FieldKey) -> Located<CalendarDate>? {
    var time: TimeOfDay?
    return date(key, time: &time)
  }

  /// `date`, and the time of day after it.
  package mutating func date(_ key: FieldKey, time: inout TimeOfDay?) -> Located<CalendarDate>? {
    guard let text = scalar(key, wanted: "a date") else { return nil }
    if let date = CalendarDate(text.value) {
      if text.value.utf8.count > 10 { time = CalendarDate.time(in: text.value) }
      return Located(date, at: text.range)
    }
    if CalendarDate.isWrittenAsDate(text.value) {
      reportInvalid(key, "is '\(text.value)', a day that does not exist", at: text.range)
    } else {
      report(
        .wrongType, "'\(key)' must be a date, not '\(text.value)'",
        hint: CalendarDate.meant(by: text.value).map { "write \($0)" } ?? "write it as YYYY-MM-DD, such as 2021-03-11",
        at: text.range)
    }
    return nil
  }

  /// One of the words of an enum. Reports any other word and lists the valid ones (`field.invalid-value`).
  ///
  /// For a key that is rarely present, check `hasValue` first: this generic function takes ten times as long.
  package mutating func choice<T: RawRepresentable & CaseIterable>(_ key: FieldKey, of type: T.Type) -> Located<T>?
  where T.RawValue == String {
    guard let node = node(key) else { return nil }
    if let text = node.asScalar, let value = T(rawValue: text.value) { return Located(value, at: text.range) }
    let words = T.allCases.map { $0.rawValue }
    guard let text = node.asScalar else {
      reportWrongType(key.text, wanted: list(words), node)
      return nil
    }
    report(
      .invalidValue, "'\(key)' must be \(list(words)), not '\(text.value)'",
      hint: ChineseKeys.value(text.value, among: words).map { "write '\(key): \($0)'" }
        ?? ValueHint.word(text.value, among: words).map { "write '\(key): \($0)'" }
        ?? didYouMean(text.value, among: words),
      at: text.range)
    return nil
  }

  @inline(__always)
  private mutating func scalar(_ key: FieldKey, wanted: Message) -> Located<String>? {
    guard let position = position(key) else { return nil }
    guard case .scalar(let text, _) = entries[position].value.content else {
      reportWrongType(key.text, wanted: wanted, entries[position].value)
      return nil
    }
    return Located(text, at: entries[position].value.range)
  }

  private func reportInvalid(_ key: FieldKey, _ rule: Message, at range: SourceRange) {
    report(.invalidValue, "'\(key)' \(rule)", at: range)
  }
}

private func inWords(_ bounds: ClosedRange<Int>) -> Message {
  if bounds.upperBound == .max { return bounds.lowerBound == .min ? "a number" : "\(bounds.lowerBound) or more" }
  if bounds.lowerBound == .min { return "\(bounds.upperBound) or less" }
  return "between \(bounds.lowerBound) and \(bounds.upperBound)"
}

/// `'a', 'b' or 'c'`.
private func list(_ words: [String]) -> Message {
  let quoted: [Message] = words.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return "\(quoted.first ?? "")" }
  return "\(list: quoted.dropLast()) or \(last)"
}

extension String {
  /// `10` for 010 and `-7` for -007; nil for a number without a zero before another digit.
  fileprivate var withoutLeadingZeros: String? {
    let sign = hasPrefix("-") || hasPrefix("+") ? String(prefix(1)) : ""
    let digits = dropFirst(sign.count)
    guard digits.first == "0", digits.dropFirst().first?.isNumber == true else { return nil }
    let rest = digits.drop { $0 == "0" }
    return sign + (rest.first?.isNumber == true ? String(rest) : "0" + rest)
  }
}
