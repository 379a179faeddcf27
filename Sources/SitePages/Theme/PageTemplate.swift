import Templates

/// The template of each kind of page; the raw value is the template's name.
enum PageTemplate: String, CaseIterable, Sendable {
  case home, plan, section, page, report, full, progress, alignment, indicators, indicator, programmes, programme,
    departments, embed
  case department, glossary, search, actions, action, feed, parts, reporting
  case notFound = "not-found"
  case redirect
  /// The page at the top of a site whose languages all have a folder. It belongs to no edition, and so has no address.
  case languages

  /// The shape of the view that the template renders.
  var shape: ViewShape {
    switch self {
    case .home: HomeView.shape
    case .plan: PlanPageView.shape
    case .section, .page: SectionPageView.shape
    case .report: ReportPageView.shape
    case .full: FullPageView.shape
    case .progress: ProgressPageView.shape
    case .indicators: IndicatorsPageView.shape
    case .indicator: IndicatorPageView.shape
    case .parts: PartsPageView.shape
    case .reporting: ReportingPageView.shape
    case .embed: EmbedPageView.shape
    case .programmes, .departments: RegisterPageView.shape
    case .programme, .department: RegisterEntryPageView.shape
    case .actions: ActionsPageView.shape
    case .action: ActionPageView.shape
    case .feed: FeedPageView.shape
    case .glossary: GlossaryPageView.shape
    case .alignment: AlignmentPageView.shape
    case .search: SearchPageView.shape
    case .notFound: NotFoundPageView.shape
    case .redirect: RedirectView.shape
    case .languages: LanguagesPageView.shape
    }
  }
}

/// The view of a whole page, which names the template that renders it.
protocol PageView: TemplateView {
  var template: PageTemplate { get }
  /// The view without its type. A requirement, so that it is specialised for each type.
  var untyped: View { get }
}

extension PageView {
  var untyped: View { View(self) }
}
