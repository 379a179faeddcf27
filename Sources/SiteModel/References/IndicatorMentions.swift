/// The pages whose text shows or names each indicator, in the order of the site.
func indicatorMentions(
  of count: Int, in pages: Table<PageTag, ResolvedPage>
) -> Table<IndicatorTag, [PageRef]> {
  var mentions = Table<IndicatorTag, [PageRef]>(repeating: [], count: count)
  func note(_ shown: ResolvedIndicator, on page: PageRef) {
    guard let indicator = shown.ref else { return }
    if mentions[indicator].last != page { mentions[indicator].append(page) }
  }
  for page in pages.indices {
    for directive in pages[page].directives {
      switch directive {
      case .indicators(let shown, _, _, _), .charts(let shown, _, _): for one in shown { note(one, on: page) }
      case .target(let one), .value(let one), .status(let one), .indicator(let one): note(one, on: page)
      case .box, .section, .term, .unpublished, .actions, .actionTable, .action: break
      }
    }
  }
  return mentions
}
