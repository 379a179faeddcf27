import Templates

/// An indicator as a row of a table that a theme writes itself.
struct SectionIndicatorView {
  let name: String
  let url: String?
  let unit: String?
  let baseline: String?
  let target: String
  let latest: String?
  let values: String
  let progress: String?
  let progressValue: String?
  let status: View

  static let shape = ViewShape(
    "SectionIndicator",
    [
      .text("name", "its name"),
      .text("url", "its address", optional: true),
      .text("unit", "its unit", optional: true),
      .text("baseline", "baseline, the number alone", optional: true),
      .text("target", "the number to reach, alone, or the target's phrase"),
      .text("latest", "latest value, the number alone", optional: true),
      .text("values", "all values in their order, as 54.6 → 55.3"),
      .text("progress", "share of the way to the target, in per cent", optional: true),
      .text("progress-value", "the same from 0 to 100, as 65.3: for the value of a progress element", optional: true),
      .view("status", "its status", StatusView.shape),
    ])

  var view: View {
    View(
      Self.shape,
      [
        .text(name), url.value, unit.value, baseline.value, .text(target), latest.value, .text(values), progress.value,
        progressValue.value, .view(status),
      ])
  }
}
