import Indicators
import Markup
import SiteModel
import SiteSources
import Templates
import Words

/// The first page of a report, with all of its sections: template `report`.
struct ReportPageView: PageView {
  let frame: Frame
  let ref: PageRef
  private let text: WholeText
  private let report: ResolvedReport

  init(frame: Frame, ref: PageRef) {
    guard let report = frame.renderer.site.pages[ref].report else {
      preconditionFailure("the first page of a report belongs to the report")
    }
    self.frame = frame
    self.ref = ref
    self.report = report
    text = WholeText(frame: frame, readingOrder: report.readingOrder, homeAnchor: "report")
  }

  private var renderer: SiteRenderer { frame.renderer }
  private var page: ResolvedPage { frame.renderer.site.pages[ref] }

  var template: PageTemplate { .report }

  static let fields = ViewFields<Self>(
    "ReportPage", including: { $0.frame },
    [
      .optionalText("summary", "its summary") { $0.page.summary },
      .optionalText("period", "the period that it reports on") { view in
        view.report.fields.period?.text(view.frame.language.words)
      },
      .optionalView("plan", "the plan that it reports on; nothing for a report on all plans") { view in
        view.report.plan.map { view.renderer.link(from: view.frame.route, toPage: view.renderer.site.plans[$0].page) }
      },
      .optionalView("date", "its date") { view in
        view.page.date?.view(title: view.page.title, url: "", in: view.page.language)
      },
      .text("frozen", "that its figures are those of its snapshot") { $0.renderer.frozen($0.report, $0.frame) },
      .deferredHTML("introduction", "the text of its first page") { view in
        view.renderer.content(of: view.ref, on: view.frame.route, anchorPrefix: "\(view.text.anchor(of: view.ref))-")
      },
      .list("contents", "its sections, with links to their headings on this page") { $0.text.contents },
      .list("sections", "every section in reading order") { $0.text.sections },
    ])
}

extension SiteRenderer {
  /// The sentence that the figures of a report are those of its snapshot.
  func frozen(_ report: ResolvedReport, _ frame: Frame) -> String {
    let time = report.figures.time?.text(frame.language.words) ?? report.fields.snapshot?.value ?? ""
    return frame.language.words.text(.reportFrozen, [.snapshot: time])
  }

  /// Links to the reports on a plan, the newest first.
  func reports(on plan: PlanRef, from route: Route) -> [LinkView] {
    site.reports(on: plan).map { link(from: route, toPage: $0.home) }
  }
}
