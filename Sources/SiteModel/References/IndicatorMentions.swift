/// The pages whose text shows or names each indicator, in the order of the site.
func indicatorMentions(
  of count: Int, in pages: Table<PageTag, ResolvedPage>
) -> Table<IndicatorTag, [PageRef]> {
  var mentions = Table<IndicatorTag, [PageRef]>(repeating: [], count: count)
  func note(_ indicator: IndicatorRef, on page: PageRef) {
    if mentions[indicator].last != page { mentions[indicator].append(page) }
  }
  for page in pages.indices {
    for directive in pages[page].directives {
      switch directive {
      case .indicators(let refs, _, _, _), .charts(let refs, _, _): for ref in refs { note(ref, on: page) }
      case .target(let ref), .value(let ref), .status(let ref), .indicator(let ref): note(ref, on: page)
      case .box, .section, .term, .unpublished, .actions, .actionTable, .action: break
      }
    }
  }
  return mentions
}
