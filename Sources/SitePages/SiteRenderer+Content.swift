import Bytes
import Figures
import Indicators
import Markdown
import Markup
import SiteModel
import SiteSources
import Templates
import Words

// The text of a page, with its links resolved and its directives rendered.
extension SiteRenderer {
  /// The text of a page, rendered for its own page or for the page at `route`.
  func content(
    of ref: PageRef, on route: Route? = nil, headingShift: Int = 0, anchorPrefix: String = ""
  ) -> DeferredHTML {
    let page = site.pages[ref]
    let route = route ?? page.route
    let before = site.links.rootPrefix(from: route)
    let rendering = MarkdownRendering(
      destinations: page.links.map { target($0, before, page.language.words) },
      directives: page.directives.enumerated().map { number, directive in
        markup(of: directive, number: number, of: ref, on: route, anchorPrefix: anchorPrefix)
      },
      headingShift: headingShift, anchorPrefix: anchorPrefix,
      labels: frames.words(page.language).labels, tableLabel: page.language.words.tableLabel(title: page.title),
      omitsLeadingTitle: page.takesTitleFromText)
    let parsed = site.pages[ref].parsed
    let quoting = indicators(quoting: ref)
    let hasActions = !site.actionIndex.declared(inTablesOf: ref).isEmpty
    let marks = NumberMarks(page.language.words)
    return DeferredHTML(isEmpty: parsed.document.body.isEmpty(rendering)) { output in
      if hasActions {
        var text = ByteBuffer()
        linkedText(parsed, rendering, quoting, marks, on: route, into: &text)
        return linkedTables(text.array, of: ref, on: route, anchorPrefix: anchorPrefix, into: &output)
      }
      linkedText(parsed, rendering, quoting, marks, on: route, into: &output)
    }
  }

  /// The text with the numbers linked that indicators quote.
  private func linkedText(
    _ parsed: ParsedPage, _ rendering: MarkdownRendering, _ quoting: [IndicatorRef], _ marks: NumberMarks,
    on route: Route,
    into output: inout ByteBuffer
  ) {
    guard !quoting.isEmpty else { return parsed.document.body.render(into: &output, rendering) }
    var text = ByteBuffer()
    parsed.document.body.render(into: &text, rendering)
    let links = quoting.compactMap { quoting -> QuotedNumberLinks.Link? in
      let resolved = site.indicators[quoting]
      guard let quote = resolved.quote, let target = resolved.route else { return nil }
      return .init(quote: quote, indicator: resolved.indicator, address: site.links.link(from: route, to: target))
    }
    QuotedNumberLinks(text.array, marks).insert(links, into: &output)
  }

  /// `before` is the prefix that leads from the page to the site's root.
  private func target(_ link: ResolvedLink, _ before: String, _ language: WordLanguage) -> LinkTarget {
    switch link {
    case .asWritten: .asWritten
    case .gone: .gone(remark: language.text(.inBrackets, [.text: language[.noLongerThere]]))
    case .page(let ref, let suffix): .url(joined(before, site.pages[ref].pathFromRoot, suffix))
    case .route(let route, let suffix):
      if let size = site.pictures[route] {
        .picture(
          joined(before, site.links.pathFromRoot(of: route), suffix), width: size.width, height: size.height)
      } else {
        .url(joined(before, site.links.pathFromRoot(of: route), suffix))
      }
    }
  }

  private func joined(_ prefix: String, _ path: String, _ suffix: String) -> String {
    suffix.isEmpty ? prefix + path : prefix + path + suffix
  }

  /// Blocks are in the words of the edition, also in a text that nobody translated, which says its own language.
  private func markup(
    of directive: ResolvedDirective, number: Int, of page: PageRef, on route: Route, anchorPrefix: String
  ) -> DirectiveMarkup {
    let markup = markupInEdition(of: directive, number: number, of: page, on: route, anchorPrefix: anchorPrefix)
    switch directive {
    case .indicators, .charts, .actions: break
    default: return markup
    }
    guard let text = site.pages[page].parsed.untranslated else { return markup }
    let language = site.settings.language
    var html = ByteBuffer()
    html.append(markup: "<div")
    html.append(attribute: "lang", language.tag)
    if text.words.direction != language.words.direction {
      html.append(attribute: "dir", language.words.direction.rawValue)
    }
    html.append(markup: ">\n")
    html.append(markup.opening)
    html.append(markup: "</div>\n")
    return DirectiveMarkup(opening: HTML(bytes: html.array))
  }

  private func markupInEdition(
    of directive: ResolvedDirective, number: Int, of page: PageRef, on route: Route, anchorPrefix: String
  ) -> DirectiveMarkup {
    let language = site.pages[page].language
    let words = language.words
    let report = site.pages[page].report
    switch directive {
    case .box(let title, let id):
      return box(title: title, id: id.map { anchorPrefix + $0 })
    case .indicators(let indicators, let caption, let columns, let grouping):
      return DirectiveMarkup(
        opening: table(
          indicators, of: route, language: language, prefix: "\(anchorPrefix)table-\(number + 1)", caption: caption,
          frameName: "\(site.pages[page].title)\(words[.colon])\(words[.indicators]) \(number + 1)",
          columns: columns,
          grouping: grouping, in: report))
    case .charts(let indicators, let caption, let style):
      return DirectiveMarkup(
        opening: charts(
          indicators, caption: caption, style: style, language: language,
          prefix: "\(anchorPrefix)chart-\(number + 1)"))
    case .target(let shown):
      return figure(IndicatorWords.goal(of: shown.indicator, language.words), of: shown, on: route)
    case .value(let shown):
      let text = IndicatorWords.latest(of: shown.indicator, shown.assessment, language.words)
      return figure(text ?? IndicatorWords.word(for: .noData, language.words), of: shown, on: route)
    case .status(let shown):
      func link(isInSentence: Bool) -> DirectiveMarkup {
        self.link(
          to: shown.route, on: route, class: "status-link",
          statusWithPeriod(of: shown, in: report, language.words, isInSentence: isInSentence))
      }
      return DirectiveMarkup(
        opening: link(isInSentence: false).opening, inSentence: link(isInSentence: true).opening)
    case .section(let ref):
      return link(
        to: site.pages[ref].route, on: route, class: "section-ref", HTML(text: site.pages[ref].numberedTitle))
    case .indicator(let shown):
      let name = name(shown.indicator.name, isGone: shown.ref == nil, language.words)
      return link(to: shown.route, on: route, class: "section-ref", HTML(text: name))
    case .actions(let actions, let caption, let grouping, let isTimeline):
      let rows = actionRows(actions, by: grouping, on: route, language)
      let time = report.map { $0.figures.time?.end } ?? site.settings.asOf?.time
      if isTimeline {
        return DirectiveMarkup(
          opening: actionTimeline(
            rows, of: actions, at: time, language, label: caption ?? words[.timeline],
            prefix: "\(anchorPrefix)timeline-\(number + 1)"))
      }
      return DirectiveMarkup(
        opening: actionTable(
          rows, language, caption: caption,
          frameName: "\(site.pages[page].title)\(words[.colon])\(words[.actions]) \(number + 1)", in: report))
    case .actionTable:
      return DirectiveMarkup(
        opening: HTML(bytes: Array(ActionTableLinks.opening(number, anchorPrefix: anchorPrefix).utf8)),
        closing: HTML("</div>\n"))
    case .action(let shown):
      var html = ByteBuffer()
      html.appendEscaped(name(shown.action.name, isGone: shown.isGone, language.words))
      html.append(ActionBadge.mark(shown.standing.state, language.words))
      return link(
        to: shown.isGone ? nil : shown.route, on: route, class: "section-ref", HTML(bytes: html.array))
    case .term(let ref, let text):
      return link(
        to: ListPage.glossary.route, on: route, class: "term", anchor: site.terms[ref].anchor, HTML(text: text))
    case .unpublished(let text): return DirectiveMarkup(opening: HTML(text: text))
    }
  }

  /// A name, and for what only the snapshot of a report has, that it is gone since.
  private func name(_ name: String, isGone: Bool, _ language: WordLanguage) -> String {
    isGone ? name + language.text(.inBrackets, [.text: language[.noLongerThere]]) : name
  }

  /// The charts of the indicators, each followed by a collapsed table of its figures.
  private func charts(
    _ indicators: [ResolvedIndicator], caption: String?, style: ChartStyle?, language: Language, prefix: String
  ) -> HTML {
    var html = ByteBuffer()
    for (number, indicator) in indicators.enumerated() {
      html.append(markup: "<div class=\"chart-block\">\n<p class=\"chart-title\">")
      html.appendEscaped(indicators.count == 1 ? caption ?? indicator.indicator.name : indicator.indicator.name)
      html.append(markup: "</p>\n")
      if let message = IndicatorWords.message(of: indicator.indicator, indicator.assessment, language.words) {
        html.append(markup: "<p class=\"chart-message\">")
        html.appendEscaped(message)
        html.append(markup: "</p>\n")
      }
      html.append(
        IndicatorChart(
          indicator.indicator, indicator.assessment, style: style, language: language.words,
          prefix: "\(prefix)-\(number + 1)"
        ).html)
      let history = history(of: indicator.indicator, indicator.partsLayout?.shownFigures(of: nil), language)
      if !history.isEmpty {
        html.append(markup: "<details class=\"chart-data\"><summary>")
        html.appendEscaped(language.words[.chartData])
        html.append(markup: "</summary>\n")
        html.append(history)
        html.append(markup: "</details>\n")
      }
      html.append(markup: "</div>\n")
    }
    return HTML(bytes: html.array)
  }

  /// Without a title, the box itself has the id that its author gave it.
  private func box(title: String?, id: String?) -> DirectiveMarkup {
    var opening = ByteBuffer()
    opening.append(markup: "<aside class=\"box\"")
    if let title, let id {
      opening.append(attribute: "aria-labelledby", id)
      opening.append(markup: ">\n<p class=\"box-title\"")
      opening.append(attribute: "id", id)
      opening.append(markup: ">")
      opening.appendEscaped(title)
      opening.append(markup: "</p>\n")
    } else {
      if let id { opening.append(attribute: "id", id) }
      opening.append(markup: ">\n")
    }
    return DirectiveMarkup(opening: HTML(bytes: opening.array), closing: HTML("</aside>\n"))
  }

  /// A status, with its period if the plan has newer figures.
  private func statusWithPeriod(
    of resolved: ResolvedIndicator, in report: ResolvedReport?, _ language: WordLanguage, isInSentence: Bool
  ) -> HTML {
    let badge = StatusBadge.html(resolved.verdict, language, isInSentence: isInSentence)
    guard report == nil, let period = site.statusPeriod(of: resolved) else { return badge }
    var html = ByteBuffer()
    html.append(badge)
    html.append(markup: "<span class=\"status-period\">")
    html.appendEscaped(ByteBuffer.text { IndicatorWords.append(periodOfStatus: period, language, to: &$0) })
    html.append(markup: "</span>")
    return HTML(bytes: html.array)
  }

  /// A figure in the text. It has no mark of the status: an arrow beside a number reads as its trend.
  private func figure(_ text: String, of resolved: ResolvedIndicator, on route: Route) -> DirectiveMarkup {
    link(to: resolved.route, on: route, class: "figure", HTML(text: text))
  }

  /// A link, or a plain span if there is no target page.
  private func link(
    to target: Route?, on route: Route, class name: String, anchor: String? = nil, _ content: HTML
  ) -> DirectiveMarkup {
    var html = ByteBuffer()
    if let target {
      let fragment = anchor.map { "#\($0)" } ?? ""
      html.append(markup: "<a")
      html.append(attribute: "class", name)
      html.append(attribute: "href", site.links.link(from: route, to: target) + fragment)
      html.append(markup: ">")
      html.append(content)
      html.append(markup: "</a>")
    } else {
      html.append(markup: "<span")
      html.append(attribute: "class", name)
      html.append(markup: ">")
      html.append(content)
      html.append(markup: "</span>")
    }
    return DirectiveMarkup(opening: HTML(bytes: html.array))
  }
}
