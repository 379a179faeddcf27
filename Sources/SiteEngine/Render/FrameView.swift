import Templates

/// What every page of the site has around its own content.
struct FrameView {
  var language: String
  var title: String
  var headTitle: String
  var description: String?
  var canonical: String?
  var siteTitle: String
  var siteDescription: String?
  var home: String
  var root: String
  var logo: String?
  var publisher: String?
  var footer: String?
  var stylesheet: String
  var icon: String
  var feed: String
  var version: String
  var menu: [LinkView]
  var morePages: [LinkView]
  var breadcrumbs: [LinkView]
  var words: ThemeWords

  /// The fields that every template may use.
  static let fields: [ViewField] = [
    .text("language", "the page's language, as zh-CN"),
    .text("title", "the page's title"),
    .text("head-title", "the page's title with the site's behind it"),
    .text("description", "one sentence about the page", optional: true),
    .text("canonical", "the page's whole address; only with base-url", optional: true),
    .text("site-title", "the site's title"),
    .text("site-description", "the site's description", optional: true),
    .text("home", "address of the front page"),
    .text("root", "what leads from this page to the top of the site: ../../, or the base URL's path"),
    .text("logo", "address of the site's logo", optional: true),
    .text("publisher", "who publishes the site", optional: true),
    .text("footer", "the site's own line at the foot", optional: true),
    .text("stylesheet", "address of the style sheet"),
    .text("icon", "address of the site's icon"),
    .text("feed", "address of the news feed"),
    .text("version", "the version of planpress"),
    .list("menu", "the site's main parts", LinkView.shape),
    .list("more-pages", "pages beside the plans", LinkView.shape),
    .list("breadcrumbs", "the pages above this one, the front page first", LinkView.shape),
    .view("words", "the theme's words in the page's language", ThemeWords.shape),
  ]

  var values: [ViewValue] {
    [
      .text(language), .text(title), .text(headTitle), description.value, canonical.value, .text(siteTitle),
      siteDescription.value, .text(home), .text(root), logo.value, publisher.value, footer.value, .text(stylesheet),
      .text(icon), .text(feed), .text(version), .list(menu.map(\.view)), .list(morePages.map(\.view)),
      .list(breadcrumbs.map(\.view)), .view(words.view),
    ]
  }
}
