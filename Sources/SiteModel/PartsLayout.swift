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
      /// Some figures of a facet, or of the leading ones for nil, that are too many to be shown beside their chart.
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

  /// Nil if there is nothing besides the leading figures, and all of them have room.
  init?(_ indicator: Indicator) {
    let isLong = PageWeight.areTooMany(indicator.observations)
    guard isLong || !indicator.series.isEmpty || !indicator.facets.isEmpty else { return nil }
    var room = PageWeight.partsBesideOthers
    place(figuresOf: indicator, facet: nil, below: "")
    place(groupsOf: indicator, facet: nil, below: "", &room)
    for (number, facet) in indicator.facets.enumerated() {
      let path = unique(Slug(facet.cells.map(\.value).joined(separator: " ")), or: "series-\(number + 1)")
      let weight = PageWeight.ofFacet(facet.indicator)
      if weight <= room {
        room -= weight
        place(groupsOf: facet.indicator, facet: number, below: path + "/", &room)
      } else {
        facetPages[number] = pages.count
        pages.append(Page(content: .facet(number), path: path))
        var own = PageWeight.partsBesideOthers - min(weight, PageWeight.figuresBesideChart)
        place(figuresOf: facet.indicator, facet: number, below: path + "/")
        place(groupsOf: facet.indicator, facet: number, below: path + "/", &own)
      }
    }
    paths = []
  }

  /// The positions of the groups of the leading figures, or of a facet.
  package func groups(of facet: Int?) -> [Int] { groups.indices.filter { groups[$0].facet == facet } }

  /// Which figures of a facet, or of the leading ones for nil, are shown beside their chart; nil if all do.
  package func shownFigures(of facet: Int?) -> Range<Int>? { histories[facet]?.shown }

  /// The pages of the earlier figures; empty if all figures are beside the chart.
  package func pagesOfFigures(of facet: Int?) -> Range<Int> { histories[facet]?.pages ?? 0..<0 }

  /// The page of a facet; nil if the indicator's page shows it.
  package func page(ofFacet number: Int) -> Int? { facetPages[number] }

  // MARK: Making it

  /// Pages of the figures that are too many to be shown beside their chart, the oldest first.
  private mutating func place(figuresOf indicator: Indicator, facet: Int?, below folder: String) {
    let observations = indicator.observations
    guard PageWeight.areTooMany(observations) else { return }
    var (shown, sum) = (observations.count, 0)
    while shown > 0, sum < PageWeight.newestFigures {
      shown -= 1
      sum += PageWeight.ofFigure(observations[shown])
    }
    let path = folder + unique(nil, or: "figures", in: folder)
    let first = pages.count
    var start = 0
    sum = 0
    for index in 0...shown {
      let more = index < shown ? PageWeight.ofFigure(observations[index]) : 0
      if index == shown || sum + more > PageWeight.ownPage, index > start {
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
      if sum + more > PageWeight.ownPage, index > start {
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
