import Figures
import SiteModel

// The lists of programmes and departments.
extension SiteRenderer {
  /// The programmes grouped by plan, in plan order; programmes without a plan come last.
  func programmes(in frame: Frame) -> RegisterPageView {
    RegisterPageView(frame: frame) {
      let top = site.programmes.indices.filter { site.programmes[$0].parent == nil }
      let plans: [PlanRef?] = Array(site.plans.indices) + [nil]
      return plans.compactMap { plan -> RegisterGroupView? in
        let refs = top.filter { site.programmes[$0].plan == plan }
        guard !refs.isEmpty else { return nil }
        return RegisterGroupView(
          plan: plan.map { link(from: frame.route, toPage: site.plans[$0].page) },
          entries: refs.map { ref in
            let programme = site.programmes[ref]
            return entry(
              programme.programme.name, at: programme.route, programme.programme.summary, programme.indicators,
              actions: site.actionIndex.of(ref),
              children: programme.children.map { link(from: frame.route, toProgramme: $0) }, in: frame)
          })
      }
    }
  }

  /// First the departments with most that is late or at risk, which readers look for.
  func departments(in frame: Frame) -> RegisterPageView {
    RegisterPageView(frame: frame) {
      let late = site.departments.indices.map { ref in
        let risks = counted(site.departments[ref].indicators).count { site.statuses[$0].statusClass == .atRisk }
        return (ref: ref, count: risks + site.actionIndex.of(ref).led.count { site.actions[$0].standing.state.isLate })
      }
      let entries = late.sorted { (-$0.count, $0.ref) < (-$1.count, $1.ref) }.map(\.ref).map { ref in
        let department = site.departments[ref]
        let (led, supported) = site.actionIndex.of(ref)
        return entry(
          department.department.name, at: department.route, department.department.summary, department.indicators,
          actions: led, supportedCount: supported.count, in: frame)
      }
      return [RegisterGroupView(plan: nil, entries: entries)]
    }
  }

  /// A programme or a department, with the state of the indicators and actions that belong to it.
  private func entry(
    _ name: String, at route: Route, _ summary: String?, _ indicators: [IndicatorRef], actions: [ActionRef],
    supportedCount: Int = 0, children: [LinkView] = [], in frame: Frame
  ) -> RegisterEntryView {
    let classes = countsByClass(indicators)
    return RegisterEntryView(
      name: name, url: site.links.link(from: frame.route, to: route), summary: summary,
      indicatorCount: count(of: indicators),
      atRisk: classes.contains { $0.count > 0 }
        ? classes.filter { $0.statusClass == .atRisk }.map {
          ClassCountView(statusClass: $0.statusClass, count: $0.count, language: frame.language.words, isLast: true)
        } : [],
      statusBar: ClassBar.html(classes), actionCount: actions.count, supportedCount: supportedCount,
      late: stateCounts(actions, frame.language).filter(\.state.isLate), language: frame.language, children: children,
      nameLanguage: site.language(ofText: name))
  }
}
