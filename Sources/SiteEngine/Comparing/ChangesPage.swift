import Actions
import Indicators
import Manuscripts
import Words

/// A page of Markdown that tells readers what changed between two states, for its author to say why.
package struct ChangesPage {
  private let difference: SiteDifference
  private let language: WordLanguage
  /// The snapshot whose indicators and actions the page refers to, so that it keeps what it shows.
  private let frozen: SiteState.Frozen?
  private let times: (old: Period, new: Period)?
  private let plans: [String]

  /// `language` is that of the page where neither state names one, as two snapshots do not.
  package init(from old: SiteState, to new: SiteState, language: WordLanguage? = nil) {
    difference = SiteDifference(from: old, to: new)
    times = if let before = old.time, let after = new.time, before != after { (before, after) } else { nil }
    // A snapshot does not have the titles of plans.
    plans = new.plans.filter { $0.name != $0.key && !new.referencePlans.contains($0.key) }.map(\.name)
    self.language = new.language ?? old.language ?? language ?? .english
    frozen = new.frozen
  }

  /// `title` in the place of *What changed*.
  package func text(title: String?) -> String {
    var lines = ["---", "type: page", "title: \(Author.yaml(title ?? language[.differenceTitle]))"]
    if let frozen { lines.append("snapshot: \(frozen.name)") }
    lines.append("---")
    if let subject { lines += ["", subject] }
    func add(_ heading: Word, _ items: [String]) {
      if !items.isEmpty { lines += ["", "## \(language[heading])", ""] + items.map { "- \($0)" } }
    }
    let renamed = difference.targets.filter(isRenamed)
    add(.changedTargets, difference.targets.filter { !isRenamed($0) }.compactMap(target))
    add(.differenceNames, renamed.compactMap(rename))
    add(.differenceRules, difference.plans.flatMap(rules))
    if !difference.sections.isEmpty {
      lines += ["", "## \(language[.sections])"]
      for section in difference.sections { lines += self.lines(of: section) }
    }
    add(.actions, difference.actions.compactMap(action))
    add(.differenceByTime, difference.actionsByTime.compactMap(action))
    return lines.joined(separator: "\n") + "\n"
  }

  /// `Changes to Roads Plan and Homes Plan from March 2025 to March 2026.` Of many plans only the times; nil where
  /// nobody says them.
  private var subject: String? {
    guard let times else { return nil }
    let (start, end) = (times.old.text(language), times.new.text(language))
    guard let last = plans.last, plans.count <= ChangesPage.mostPlans else {
      return language.text(.differenceTimes, [.start: start, .end: end])
    }
    let others = plans.dropLast().joined(separator: language[.listSeparator])
    let names = others.isEmpty ? last : language.text(.listEnd, [.list: others, .name: last])
    return escaped(language.text(.differenceTimesOf, [.list: names, .start: start, .end: end]))
  }

  /// More plans are not named above the changes.
  private static let mostPlans = 3
  private static let hairSpace = "\u{200A}"

  // MARK: Names

  /// Whether only its name changed, in any language.
  private func isRenamed(_ entry: SiteDifference.Entry) -> Bool {
    entry.change == .changed && entry.facts.contains { $0.key == "name" }
      && entry.facts.allSatisfy { $0.key == "name" || $0.key.hasPrefix("name (") } && targetChanges(of: entry).isEmpty
  }

  /// `renamed Tram → Tram line, no reason given`, beside other changes.
  private func renaming(_ fact: SiteDifference.Fact) -> String {
    "\(language[.ruleName]) \(change(fact.old, fact.new))\(ending)"
  }

  /// `Old name → new name, no reason given`.
  private func rename(_ entry: SiteDifference.Entry) -> String? {
    entry.facts.first { $0.key == "name" }.map { fact in
      let old = escaped(fact.old ?? language[.nothing])
      return language.text(.difference, [.old: old, .new: name(of: entry)]) + ending
    }
  }

  // MARK: Targets

  /// Nil if the only differences are ones that the page omits, such as a translation.
  private func target(_ entry: SiteDifference.Entry) -> String? {
    switch entry.change {
    case .added:
      let text = entry.new?.indicator.map { IndicatorWords.target(of: $0, language) }
      return item(
        name(of: entry),
        [
          text.map { "\(language[.differenceNew])\(language[.clauseSeparator])\($0)" }
            ?? language[.differenceNew]
        ])
    case .removed: return item(escaped(entry.name), [language[.differenceDropped] + ending])
    case .changed:
      let changes = changes(of: entry)
      return changes.isEmpty ? nil : item(name(of: entry), changes)
    }
  }

  private var ending: String { "\(language[.clauseSeparator])\(language[.noReason])" }

  private func name(of entry: SiteDifference.Entry) -> String {
    frozen?.indicators.contains(entry.key) == true ? ":ref[\(entry.key)]" : escaped(entry.name)
  }

  /// One line or, for three changes or more, a list below the name.
  private func item(_ name: String, _ texts: [String]) -> String {
    guard texts.count < 3 else {
      let colon = language[.colon]
      return name + (colon.last == " " ? String(colon.dropLast()) : colon)
        + texts.map { "\n  - \(escaped($0))" }.joined()
    }
    return name + language[.colon] + texts.map(escaped).joined(separator: language[.semicolon])
  }

  /// The author's words on the change, if the history has them, otherwise the facts of the two states.
  private func changes(of entry: SiteDifference.Entry) -> [String] {
    var texts = targetChanges(of: entry)
    for fact in entry.facts {
      if fact.key == "retired", let retirement = entry.new?.retirement {
        texts.append(IndicatorWords.retired(retirement, language))
      } else if fact.key == "name" {
        texts.append(renaming(fact))
      } else if let rule = StatusRule(rawValue: fact.key) {
        if rule == .frequency, !Frequency.isAnother(fact.new, than: fact.old) { continue }
        texts.append(
          "\(IndicatorWords.word(for: rule, language))\(language[.colon])\(change(shown(fact.old, rule), shown(fact.new, rule)))\(ending)"
        )
      } else if let word = fact.key == "department"
        ? Word.leadDepartment : fact.key == "support" ? .supportDepartments : nil
      {
        texts.append("\(label(word))\(language[.colon])\(change(fact.old, fact.new))")
      }
    }
    return texts
  }

  /// The label of a fact, which follows a name.
  private func label(_ word: Word) -> String { IndicatorWords.insideSentence(language[word]) }

  private func state(_ state: ActionState) -> String {
    IndicatorWords.insideSentence(ActionWords.word(for: state, language))
  }

  private func shown(_ value: String?, _ rule: StatusRule) -> String? {
    value.map { IndicatorWords.written($0, of: rule, language) }
  }

  private func targetChanges(of entry: SiteDifference.Entry) -> [String] {
    guard let old = entry.old, let new = entry.new, Set(old.facts) != Set(new.facts) else { return [] }
    guard let indicator = new.indicator(since: old) else {
      return entry.facts.map { "\($0.key)\(language[.colon])\(change($0.old, $0.new))" }
    }
    if let index = new.firstChange(since: old) {
      // The newest sentence comes first.
      return IndicatorWords.changes(of: indicator, language).prefix(new.history.count - index).reversed()
    }
    guard let terms = TargetTerms(old.facts, of: indicator, now: new.facts) else { return [language[.differenceNew]] }
    return IndicatorWords.differences(from: terms, of: indicator, quote: new.quote, language).map { $0 + ending }
  }

  private func change(_ old: String?, _ new: String?) -> String {
    language.text(.difference, [.old: old ?? language[.nothing], .new: new ?? language[.nothing]])
  }

  private func rules(_ entry: SiteDifference.Entry) -> [String] {
    guard entry.change == .changed else { return [] }
    return entry.facts.compactMap { fact in
      StatusRule(rawValue: fact.key).map { rule in
        let name = difference.plans.count > 1 ? "\(escaped(entry.name))\(language[.colon])" : ""
        return
          "\(name)\(IndicatorWords.word(for: rule, language))\(language[.colon])\(escaped(change(fact.old, fact.new)))\(ending)"
      }
    }
  }

  // MARK: Sections

  private func lines(of section: SectionDifference) -> [String] {
    var lines = ["", "### \(escaped(section.numberedTitle))"]
    switch section.change {
    case .added: lines += ["", language[.differenceNewSection]]
    case .removed: lines += ["", language[.differenceDroppedSection]]
    case .moved, .changed:
      if section.change == .moved {
        let before = section.oldNumber == section.number ? section.oldPath : section.oldNumber ?? section.oldPath
        if let before { lines += ["", language.text(.differenceMoved, [.old: escaped(before)])] }
      }
      if let title = section.oldTitle { lines += ["", language.text(.differenceRenamed, [.old: escaped(title)])] }
      for excerpt in section.text.excerpts(
        removed: ("~~", "~~"), added: ("**", "**"), gap: " ", edge: Self.hairSpace, escape: escaped)
      {
        lines += ["", "> \(MarkdownEscaping.escapingStart(excerpt))"]
      }
    }
    return lines
  }

  // MARK: Actions

  private func action(_ entry: SiteDifference.Entry) -> String? {
    let name =
      frozen?.actions.contains(entry.key) == true && entry.change != .removed
      ? ":action[\(entry.key)]" : escaped(entry.name)
    switch entry.change {
    case .added: return item(name, [language[.differenceNew]])
    case .removed: return item(name, [language[.differenceDropped] + ending])
    case .changed:
      let declared = dateChanges(of: entry)
      let texts =
        (declared ?? [])
        + entry.facts.compactMap { fact in
          let isDate = fact.key == "start" || fact.key == "due"
          // The state says why.
          if fact.key == "note", fact.new == entry.remark, entry.facts.contains(where: needsReason) { return nil }
          if isDate, declared != nil { return nil }
          if fact.key == "name" { return renaming(fact) }
          return word(for: fact.key).map {
            "\(label($0))\(language[.colon])\(change(shown(fact.old, fact.key), shown(fact.new, fact.key)))\(isDate ? ending : reason(of: fact, entry))"
          }
        } + entry.steps.map { step($0, of: entry) }
      return texts.isEmpty ? nil : item(name, texts)
    }
  }

  /// Why an action was stopped or is delayed, as far as anybody says so.
  private func reason(of fact: SiteDifference.Fact, _ entry: SiteDifference.Entry) -> String {
    guard needsReason(fact) else { return "" }
    return entry.remark.map { language.text(.inBrackets, [.text: $0]) } ?? ending
  }

  private func needsReason(_ fact: SiteDifference.Fact) -> Bool {
    let state = fact.key == "state" ? fact.new.flatMap(ActionState.init) : nil
    return state == .stopped || state == .delayed
  }

  /// The author's account of the changes of an action's dates since the earlier state; nil where the history does not
  /// have its dates, and for dates that are the same.
  private func dateChanges(of entry: SiteDifference.Entry) -> [String]? {
    guard let action = entry.action, let first = entry.firstDateChange else { return nil }
    // The newest sentence comes first.
    let sentences = ActionWords.changes(of: action, isInSentence: true, language)
    let texts = zip(action.facts.allDateChanges.reversed(), sentences).compactMap { $0.step == nil ? $1 : nil }
    return texts.prefix(texts.count - first).reversed()
  }

  /// `Deck: May 2026 → June 2027, no reason given`, or what the author says of the change.
  private func step(_ step: StepDifference, of entry: SiteDifference.Entry) -> String {
    let renamed = step.facts.first { $0.key == "name" }.map { change($0.old, $0.new) }
    let name = (renamed ?? step.name) + language[.colon]
    switch step.change {
    case .added: return name + language[.differenceNew]
    case .removed: return name + language[.differenceDropped] + ending
    case .changed: break
    }
    var texts: [String] = []
    var declared: [String] = []
    for fact in step.facts {
      switch fact.key {
      case "due":
        // Sentences of the history name the step themselves.
        declared = dateChanges(of: step, entry.action) ?? []
        guard declared.isEmpty else { continue }
        texts.append(change(shown(fact.old, fact.key), shown(fact.new, fact.key)) + ending)
      case "done":
        let words = [state(.planned), state(.done)]
        let isDone = fact.new == "true"
        texts.append(change(words[isDone ? 0 : 1], words[isDone ? 1 : 0]))
      default: break
      }
    }
    let own =
      texts.isEmpty ? [renamed].compactMap(\.self) : [name + texts.joined(separator: language[.clauseSeparator])]
    return (declared + own).joined(separator: language[.semicolon])
  }

  /// The author's account of the changes of a step's due date since the earlier state; nil where its history does not
  /// have the earlier date.
  private func dateChanges(of step: StepDifference, _ action: Action?) -> [String]? {
    guard let action, let place = step.place, let dues = step.dues,
      let first = action.facts.steps[place].dateChanges.firstIndex(where: { $0.old.due?.description == dues.old })
    else { return nil }
    // The newest sentence comes first.
    let texts = zip(action.facts.allDateChanges.reversed(), ActionWords.changes(of: action, language)).compactMap {
      $0.step == place ? $1 : nil
    }
    return texts.prefix(texts.count - first).reversed()
  }

  private func word(for key: String) -> Word? {
    switch key {
    case "section": .section
    case "programme": .programme
    case "lead": .leadDepartment
    case "support": .supportDepartments
    case "start": .start
    case "due": .due
    case "state": .state
    case "progress": .progress
    case "budget": .budget
    case "spent": .spent
    case "indicators": .indicators
    case "note": .note
    default: nil
    }
  }

  private func shown(_ value: String?, _ key: String) -> String? {
    guard let value else { return nil }
    switch key {
    case "start", "due": return (Period(value)?.text(language)) ?? value
    case "state": return ActionState(rawValue: value).map(state) ?? value
    default: return difference.shown(value, key) { language.text(.quoted, [.text: $0]) }
    }
  }

  private func escaped(_ text: String) -> String { MarkdownEscaping.escape(text, atStart: false) }
}
