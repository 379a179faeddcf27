import SiteModel
import Templates
import Words

/// One property by which readers can filter tables.
struct FilterView: TemplateView {
  let name: String
  let label: String
  let options: [FilterOptionView]
  /// How many entries of the list of the search page are its options, in place of `options`.
  let listed: Int

  /// Equal options are one. Nil for a filter with fewer than two, which would exclude nothing.
  init?(_ name: String, label: String, _ options: some Sequence<FilterOptionView>, listed: Int = 0) {
    var seen: Set<FilterOptionView> = []
    let options = options.filter { seen.insert($0).inserted }
    guard max(options.count, listed) > 1 else { return nil }
    self.name = name
    self.label = label
    self.options = options
    self.listed = listed
  }

  static let fields = ViewFields<Self>(
    "Filter",
    [
      .text("name", "plan, category, nature, class or department; rows have it as an attribute data-…") { $0.name },
      .text("label", "the filter's label") { $0.label },
      .list("options", "the values that rows have") { $0.options },
      .optionalText(
        "listed", "on the search page, how many of the first entries of its list are options; a script adds them"
      ) {
        $0.listed > 0 ? String($0.listed) : nil
      },
    ])
}

/// One value of a filter.
struct FilterOptionView: TemplateView, Hashable {
  let value: String
  let title: String
  /// The term in the search index; empty where the options filter rows.
  var term = ""
  /// The language of the title, if it differs from the page's.
  var language: String?
  /// Whether the option before the likes of it has them all.
  var isPart = false

  static let fields = ViewFields<Self>(
    "FilterOption",
    [
      .text("value", "the value of a row's attribute data-…; on the search page what addresses call it") { $0.value },
      .optionalText("term", "on the search page, what the index calls it, or the parts of it, between spaces") {
        $0.term.isEmpty ? nil : $0.term
      },
      .flag("is-part", "on the search page, whether it is a status below its class") { $0.isPart },
      .text("title", "the option's label") { $0.title },
      .optionalText("title-language", "the language of the label, if it is another") { $0.language },
    ])
}

extension SiteRenderer {
  /// The filter by plan of a list whose rows are of these plans.
  func filter(by plans: some Sequence<PlanRef>, _ words: WordLanguage) -> FilterView? {
    let homes = plans.lazy.map { site.pages[site.plans[$0].page] }
    return FilterView(
      "plan", label: words[.plan],
      homes.map {
        FilterOptionView(value: $0.route.bare, title: $0.title, language: site.language(ofTitleOf: $0))
      })
  }

  /// The filter by department of a list whose rows are led by these departments.
  func filter(by departments: some Sequence<DepartmentRef>, _ words: WordLanguage) -> FilterView? {
    FilterView(
      "department", label: words[.department],
      departments.lazy.map { site.departments[$0].department }.map {
        FilterOptionView(value: $0.id.value, title: $0.name, language: site.language(ofText: $0.name))
      })
  }
}
