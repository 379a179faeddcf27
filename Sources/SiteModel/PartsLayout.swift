import Indicators
import Markup

/// Where the figures of an indicator's data file are shown: on its page as long as that stays light, or on pages of
/// their own, dimension by dimension. It depends on the data alone, so that it is the same in each language.
package struct PartsLayout: Sendable {
  /// The parts by one dimension, or by several together.
  package struct Group: Sendable {
    /// The facet that they belong to; nil for the leading figures.
    package let facet: Int?
    /// The columns that divide them.
    package let names: [String]
    package fileprivate(set) var parts: [DisaggregatedSeries] = []
    /// The pages of its own; empty if the page of its figures lists it.
    package fileprivate(set) var pages = 0..<0
  }

  package struct Page: Sendable {
    package enum Content: Sendable {
      /// A facet with its chart and what of its parts has room.
      case facet(Int)
      /// Some parts of a group.
      case parts(group: Int, Range<Int>)
      /// Some figures of a facet, or of the leading ones for nil, that are too many to stand beside their chart.
      case figures(facet: Int?, Range<Int>)
    }

    package let content: Content
    /// Below the address of the indicator: `by-region`, `by-region/2`, `persons`, `persons/by-region`.
    package let path: String
  }

  package private(set) var groups: [Group] = []
  package private(set) var pages: [Page] = []
  /// The page of each facet that has one.
  private var facetPages: [Int: Int] = [:]
  /// For each facet with too many figures: which of them are beside their chart, and the pages of all earlier ones.
  private var histories: [Int?: (shown: Range<Int>, pages: Range<Int>)] = [:]
  private var paths: Set<String> = []

  /// The most bytes, approximately, that tables of parts and secondary series may take on a shared page.
  private static let roomBesideOthers = 130_000
  /// The most bytes that figures may take beside their chart. If there are more, the newest `roomOfNewest` bytes are
  /// shown there.
  fileprivate static let roomOfFigures = 100_000
  private static let roomOfNewest = 50_000
  /// The most bytes of parts on a page of their own.
  private static let roomOfPage = 200_000

  /// Nil if there is nothing besides the leading figures, and all of them have room.
  init?(_ indicator: Indicator) {
    let isLong = PartsWeight.areMany(indicator.observations)
    guard isLong || !indicator.series.isEmpty || !indicator.facets.isEmpty else { return nil }
    var room = PartsLayout.roomBesideOthers
    place(figuresOf: indicator, facet: nil, below: "")
    place(groupsOf: indicator, facet: nil, below: "", &room)
    for (number, facet) in indicator.facets.enumerated() {
      let path = unique(Slug(facet.cells.map(\.value).joined(separator: " ")), or: "series-\(number + 1)")
      let weight = PartsWeight.ofFacet(facet.indicator)
      if weight <= room {
        room -= weight
        place(groupsOf: facet.indicator, facet: number, below: path + "/", &room)
      } else {
        facetPages[number] = pages.count
        pages.append(Page(content: .facet(number), path: path))
        var own = PartsLayout.roomBesideOthers - min(weight, PartsLayout.roomOfFigures)
        place(figuresOf: facet.indicator, facet: number, below: path + "/")
        place(groupsOf: facet.indicator, facet: number, below: path + "/", &own)
      }
    }
    paths = []
  }

  /// The positions of the groups of the leading figures, or of a facet.
  package func groups(of facet: Int?) -> [Int] { groups.indices.filter { groups[$0].facet == facet } }

  /// Which figures of a facet, or of the leading ones for nil, stand beside their chart; nil if all do.
  package func shownFigures(of facet: Int?) -> Range<Int>? { histories[facet]?.shown }

  /// The pages of the figures before those; empty if all stand beside their chart.
  package func pagesOfFigures(of facet: Int?) -> Range<Int> { histories[facet]?.pages ?? 0..<0 }

  /// The page of a facet; nil if the indicator's page shows it.
  package func page(ofFacet number: Int) -> Int? { facetPages[number] }

  // MARK: Making it

  /// Pages of the figures that are too many to stand beside their chart, the oldest first.
  private mutating func place(figuresOf indicator: Indicator, facet: Int?, below folder: String) {
    let observations = indicator.observations
    guard PartsWeight.areMany(observations) else { return }
    var (shown, sum) = (observations.count, 0)
    while shown > 0, sum < PartsLayout.roomOfNewest {
      shown -= 1
      sum += PartsWeight.ofFigure(observations[shown])
    }
    let path = folder + unique(nil, or: "figures", in: folder)
    let first = pages.count
    var start = 0
    sum = 0
    for index in 0...shown {
      let more = index < shown ? PartsWeight.ofFigure(observations[index]) : 0
      if index == shown || sum + more > PartsLayout.roomOfPage, index > start {
        let number = pages.count - first + 1
        pages.append(
          Page(content: .figures(facet: facet, start..<index), path: number == 1 ? path : "\(path)/\(number)"))
        (start, sum) = (index, 0)
      }
      sum += more
    }
    histories[facet] = (shown..<observations.count, first..<pages.count)
  }

  private mutating func place(groupsOf indicator: Indicator, facet: Int?, below folder: String, _ room: inout Int) {
    let first = groups.count
    var numbers: [[String]: Int] = [:]
    for part in indicator.shownParts {
      let names = part.dimensions.map(\.name)
      if numbers[names] == nil {
        numbers[names] = groups.count
        groups.append(Group(facet: facet, names: names))
      }
      if let number = numbers[names] { groups[number].parts.append(part) }
    }
    for index in first..<groups.count {
      var weight = PartsWeight(of: groups[index].parts)
      let all = groups[index].parts.reduce(weight.head) { $0 + weight.add($1) }
      if all <= room {
        room -= all
      } else {
        addPages(of: index, below: folder)
      }
    }
  }

  private mutating func addPages(of group: Int, below folder: String) {
    let name = groups[group].names.joined(separator: " ")
    let path = folder + unique(Slug(name).flatMap { Slug("by " + $0.text) }, or: "by-\(group + 1)", in: folder)
    var weight = PartsWeight(of: groups[group].parts)
    var (start, sum) = (0, weight.head)
    let first = pages.count
    func page(_ parts: Range<Int>) -> Page {
      let number = pages.count - first + 1
      return Page(content: .parts(group: group, parts), path: number == 1 ? path : "\(path)/\(number)")
    }
    for (index, part) in groups[group].parts.enumerated() {
      let more = weight.add(part)
      if sum + more > PartsLayout.roomOfPage, index > start {
        pages.append(page(start..<index))
        weight = PartsWeight(of: groups[group].parts)
        (start, sum) = (index, weight.head + weight.add(part))
      } else {
        sum += more
      }
    }
    pages.append(page(start..<groups[group].parts.count))
    groups[group].pages = first..<pages.count
  }

  /// A name that no other page in the folder has. An address of a hundred bytes is long enough.
  private mutating func unique(_ slug: Slug?, or other: String, in folder: String = "") -> String {
    var name = slug?.text ?? other
    while name.utf8.count > 100 { name.removeLast() }
    while name.last == "-" { name.removeLast() }
    var own = name
    var number = 2
    while !paths.insert(folder + own).inserted {
      own = "\(name)-\(number)"
      number += 1
    }
    return own
  }
}

/// About how many bytes a table of parts takes.
private struct PartsWeight {
  /// The head of the table and what is around it.
  let head: Int
  private let columns: Int
  /// The remarks below the table, each of which stands there once.
  private var known: Set<ObjectIdentifier> = []

  init(of parts: [DisaggregatedSeries]) {
    var periods: Set<UInt64> = []
    for part in parts { for observation in part.observations { periods.insert(observation.periodKey) } }
    columns = periods.count
    head = 500 + columns * 45
  }

  /// The bytes of a row, with the remarks that no row before it has.
  mutating func add(_ part: DisaggregatedSeries) -> Int {
    // In another language a name may be longer than in the data file.
    var weight = part.dimensions.reduce(50) { $0 + max(40, $1.value.utf8.count) } + columns * 9
    weight += part.observations.commonAttributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 20 }
    for observation in part.observations {
      weight += 10
      guard let remarks = observation.remarks else { continue }
      weight += 13
      if known.insert(remarks).inserted { weight += PartsWeight.text(of: observation) }
    }
    return weight
  }

  /// The chart and the table of figures that do not lead.
  static func ofFacet(_ indicator: Indicator) -> Int {
    indicator.observations.reduce(5000) { $0 + ofFigure($1) }
  }

  /// A figure in the table of figures and in the chart.
  static func ofFigure(_ observation: Observation) -> Int { 120 + text(of: observation) }

  /// Whether figures are too many to stand beside their chart.
  static func areMany(_ observations: [Observation]) -> Bool {
    // Nearly all series are short.
    observations.count > 100 && observations.reduce(0) { $0 + ofFigure($1) } > PartsLayout.roomOfFigures
  }

  private static func text(of observation: Observation) -> Int {
    let described = observation.attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 20 }
    return described + (observation.note?.utf8.count ?? 0) + (observation.source?.utf8.count ?? 0) + 40
  }
}
