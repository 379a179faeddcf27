import Diagnostics
import Indicators

/// Everything that can be named in a text or a register, by its name.
struct NameIndex: Sendable {
  enum Answer: Sendable {
    case found(Int)
    case unknown(NearMiss?)

    var place: Int? {
      if case .found(let place) = self { place } else { nil }
    }
  }

  var indicators: [String: Int] = [:]
  var programmes: [String: Int] = [:]
  /// The programme that each is part of.
  var programmeParents: [Int?] = []
  /// By id, name and alias.
  var departments: [String: Int] = [:]
  /// By term and alias, for the whole site.
  var terms: [String: Int] = [:]
  /// By the route of their page.
  var sections: [Route: Int] = [:]
  /// The plans' paths, in their order.
  var planPaths: [String] = []

  func indicator(_ id: String) -> Answer { look(up: id, in: indicators) }
  func programme(_ id: String) -> Answer { look(up: id, in: programmes) }
  func department(_ name: String) -> Answer { look(upWord: name, in: departments) }

  func term(_ word: String, inPlan plan: Int?) -> Answer { look(upWord: word, in: terms) }

  /// A section by its path below its plan, or below the site.
  func section(_ path: String, inPlan plan: Int?) -> Answer {
    let bare = path.split(separator: "/").joined(separator: "/")
    if let plan, let place = sections[Route(page: planPaths[plan].appending(part: bare))] { return .found(place) }
    if let place = sections[Route(page: bare)] { return .found(place) }
    return .unknown(nearestSection(to: bare, inPlan: plan))
  }

  func plan(_ path: String) -> Answer {
    let bare = path.split(separator: "/").joined(separator: "/")
    if let place = planPaths.firstIndex(of: bare) { return .found(place) }
    return .unknown(nearMiss(bare, among: planPaths))
  }

  /// Whether a programme is another or a part of it.
  func isWithin(_ programme: Int?, _ outer: Int) -> Bool {
    var current = programme
    var steps = 0
    while let place = current, steps <= programmeParents.count {
      if place == outer { return true }
      current = programmeParents[place]
      steps += 1
    }
    return false
  }

  func nearestReference(to label: String, inPlan plan: Int?) -> NearMiss? {
    let section = nearestSection(to: label, inPlan: plan)
    let indicator = nearMiss(label, among: indicators.keys.sorted())
    guard let nearest = section ?? indicator else { return nil }
    return section != nil && indicator != nil ? NearMiss(nearest.name, isSure: false) : nearest
  }

  /// As the page would write it: below its plan.
  private func nearestSection(to path: String, inPlan plan: Int?) -> NearMiss? {
    let prefix = plan.map { planPaths[$0].isEmpty ? "" : planPaths[$0] + "/" } ?? ""
    let paths = sections.keys.map(\.bare)
    let near = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
    return nearMiss(path, among: near)
      ?? near.first { $0.lastPart == path.lastPart }.map { NearMiss($0, isSure: false) }
      ?? nearMiss(path, among: paths.sorted())
  }

  private func look(up name: String, in table: [String: Int]) -> Answer {
    if let place = table[name] { return .found(place) }
    return .unknown(nearMiss(name, among: table.keys.sorted()))
  }

  /// A word, unlike an id, is near to others that mean something else.
  private func look(upWord word: String, in table: [String: Int]) -> Answer {
    if let place = table[word] { return .found(place) }
    return .unknown(nearestMatch(to: word, in: table.keys.sorted()).map { NearMiss($0, isSure: false) })
  }
}
