import Templates

/// One property by which readers can filter tables.
struct FilterView: TemplateView {
  let name: String
  let label: String
  let options: [FilterOptionView]
  /// How many entries of the list of the search page are its options, in place of `options`.
  var listed = 0

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
  /// What the search index calls it; empty where the options filter rows.
  var term = ""
  /// Of the title, if it is not that of the page.
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
