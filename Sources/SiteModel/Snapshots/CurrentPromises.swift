import Diagnostics
import Indicators
import SiteSources

/// An indicator as it is promised today.
struct CurrentPromise {
  let ref: IndicatorRef
  let resolved: ResolvedIndicator
  let facts: [PromiseFact]
  let history: [(earlier: EarlierTarget, facts: [PromiseFact])]
  /// The location of its target, else of its id.
  let location: SourceLocation
}

/// The indicators of a site, by the names that a snapshot has for them.
struct CurrentNames {
  private struct Name: Hashable {
    let plan: String
    let name: String
  }

  fileprivate struct Place {
    let group: Int
    let row: Int
  }

  private let registers: ResolvedRegisters
  private var byID: [String: Place] = [:]
  /// Indicators without an id, in the order of the site; several may have one name.
  private var byName: [Name: ArraySlice<Place>] = [:]

  init(_ registers: ResolvedRegisters, _ plans: Plans) {
    self.registers = registers
    for group in registers.groups.indices {
      let plan = plans.path(of: registers.groups[group].plan)
      for (row, declaration) in registers.groups[group].declared.enumerated() {
        if let id = declaration.id {
          byID[id.value] = byID[id.value] ?? Place(group: group, row: row)
        } else {
          byName[Name(plan: plan, name: declaration.name), default: []].append(Place(group: group, row: row))
        }
      }
    }
  }

  /// The indicator of a snapshot's entry. One without an id is returned once. An id that was added since does not hide it.
  mutating func take(id: String?, name: String, plan: String) -> IndicatorRef? {
    place(id: id, name: name, plan: plan).map { registers.groups[$0.group].refs.lowerBound.advanced(by: $0.row) }
  }

  fileprivate mutating func place(id: String?, name: String, plan: String) -> Place? {
    if let id { return byID[id] }
    return byName[Name(plan: plan, name: name)]?.popFirst()
  }

  fileprivate func place(withID id: String) -> Place? { byID[id] }
}

/// The promises of a site's indicators, to be found by the names and ids of a snapshot.
struct CurrentPromises {
  private let registers: ResolvedRegisters
  private var names: CurrentNames

  init(_ registers: ResolvedRegisters, _ plans: Plans) {
    self.registers = registers
    names = CurrentNames(registers, plans)
  }

  func promise(withID id: String) -> CurrentPromise? { names.place(withID: id).map(promise) }

  /// The indicator of a snapshot's entry, as `CurrentNames` finds it.
  mutating func take(_ old: Snapshot.Promise) -> CurrentPromise? {
    names.place(id: old.id, name: old.name, plan: old.plan).map(promise)
  }

  private func promise(at place: CurrentNames.Place) -> CurrentPromise {
    let group = registers.groups[place.group]
    let ref = group.refs.lowerBound.advanced(by: place.row)
    let resolved = registers.indicators[ref]
    let declaration = group.declared[place.row]
    let range = declaration.targetRange ?? declaration.id?.range ?? declaration.range
    return CurrentPromise(
      ref: ref, resolved: resolved, facts: resolved.promiseFacts, history: resolved.promiseHistory,
      location: group.source.location(of: range))
  }
}

extension ResolvedIndicator {
  /// The promise of today; without a target, only how it is measured.
  package var promiseFacts: [PromiseFact] { indicator.facts(quote: quote) }

  package var promiseHistory: [(earlier: EarlierTarget, facts: [PromiseFact])] { indicator.promiseHistory }
}

extension Indicator {
  /// The promise before each change, the oldest first.
  package var promiseHistory: [(earlier: EarlierTarget, facts: [PromiseFact])] {
    (history?.earlier ?? []).map { ($0, $0.terms.facts(of: under($0.terms))) }
  }
}
