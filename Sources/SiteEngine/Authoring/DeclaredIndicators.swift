import Diagnostics
import Indicators
import SiteModel
import SiteSources

/// The indicators that a site declares, by id, and those of one plan by name.
struct DeclaredIndicators {
  struct Entry {
    let indicator: IndicatorDeclaration
    let source: SourceText
    /// The path of its register below the site's folder; nil for an entry in the front matter of a page.
    let register: String?

    /// 1-based, of its first key.
    var line: Int { source.location(of: indicator.range).line }

    /// Whether another indicator has no other unit.
    func hasUnit(of other: IndicatorDeclaration) -> Bool {
      guard let own = indicator.unit, let unit = other.unit else { return true }
      return letters(own) == letters(unit)
    }
  }

  private var byID: [String: Entry] = [:]
  private var byName: [String: [Entry]] = [:]

  /// `plan`: its folder below `Content/`. `folders`: those of all plans.
  init(_ site: ParsedSite, plan: String, among folders: [String]) {
    for (entry, folder) in DeclaredIndicators.all(of: site) {
      let isOwn = DeclaredIndicators.plan(of: folder, among: folders) == plan
      if let id = entry.indicator.id?.value, byID[id] == nil { byID[id] = entry }
      if isOwn { byName[DeclaredIndicators.plain(entry.indicator.name), default: []].append(entry) }
    }
  }

  /// All indicators of a site, with the folder of the file that declares each.
  static func all(of site: ParsedSite) -> [(entry: Entry, folder: String)] {
    site.indicators.flatMap { register in
      register.entries.map {
        (Entry(indicator: $0, source: register.source, register: register.file.contentPath), register.file.folder)
      }
    }
      + site.pages.flatMap { page in
        page.fields.indicators.map { (Entry(indicator: $0, source: page.source, register: nil), page.file.folder) }
      }
  }

  /// The plan that a folder belongs to; nil outside of all.
  static func plan(of folder: String, among folders: [String]) -> String? {
    folders.filter { $0.isEmpty || folder == $0 || folder.hasPrefix($0 + "/") }.max { $0.utf8.count < $1.utf8.count }
  }

  func withID(_ id: String) -> Entry? { byID[id] }

  /// The indicator with this name and no other unit; nil if there are several.
  func named(_ name: String, unit: String?) -> Entry? {
    let found = all(named: name, unit: unit)
    return found.count == 1 ? found[0] : nil
  }

  /// The indicators with this name and no other unit.
  func all(named name: String, unit: String?) -> [Entry] {
    (byName[DeclaredIndicators.plain(name)] ?? []).filter { entry in
      unit.map { unit in entry.indicator.unit.map { letters($0) == letters(unit) } ?? true } ?? true
    }
  }

  private static let longForms = [("国内生产总值", "gdp"), ("地区生产总值", "gdp"), ("能源消耗", "能耗")]

  /// The letters of a name, with the short forms of what plans write in two ways: 单位GDP能耗 for 单位地区生产总值能源消耗.
  static func plain(_ name: String) -> String {
    longForms.reduce(letters(name).lowercased()) { $0.replacing($1.0, with: $1.1) }
  }
}
