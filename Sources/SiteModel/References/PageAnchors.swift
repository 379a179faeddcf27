import Diagnostics
import Markdown
import SiteSources
import Synchronization

/// The anchors of pages, for suggestions where a link names one that does not exist. They are collected once for each
/// page, whatever the number of links to it and of threads, hence the lock.
final class PageAnchors: Sendable {
  private let pages: PageTable
  private let collected = Mutex<[PageRef: Anchors]>([:])

  struct Anchors: Sendable {
    let sorted: [String]
    let near: NearNames
  }

  init(_ pages: PageTable) {
    self.pages = pages
  }

  subscript(page: PageRef) -> Anchors {
    collected.withLock { collected in
      if let known = collected[page] { return known }
      let sorted = pages[page].document.anchors.sorted()
      let anchors = Anchors(sorted: sorted, near: NearNames { sorted })
      collected[page] = anchors
      return anchors
    }
  }
}

/// Whether pages have the anchors that the links of one page name. A page with many links to the anchors of one page,
/// such as its own, looks them up in a set.
struct AnchorSearch {
  private var counts: [PageRef: Int] = [:]
  private var sets: [PageRef: Set<String>] = [:]

  /// The number of look-ups on one page that search its headings one by one.
  private static let few = 8

  mutating func hasAnchor(_ anchor: String, _ page: PageRef, in pages: PageTable) -> Bool {
    if let set = sets[page] { return set.contains(anchor) }
    let count = counts[page, default: 0] + 1
    counts[page] = count
    if count > AnchorSearch.few {
      let set = pages[page].document.anchors
      sets[page] = set
      return set.contains(anchor)
    }
    if pages[page].document.ids.contains(where: { $0.value == anchor }) { return true }
    let headings = pages[page].document.headings
    let isASCII = anchor.utf8.allSatisfy { $0 < 0x80 }
    return headings.indices.contains { index in
      let known = headings.link(index).bytes.dropFirst()
      // Beyond ASCII, one text may be written in several ways.
      return known.elementsEqual(anchor.utf8) || (!isASCII && String(decoding: known, as: UTF8.self) == anchor)
    }
  }
}

extension MarkdownDocument {
  /// Every id that a link may name: those of headings, boxes and HTML.
  fileprivate var anchors: Set<String> { Set(headings.map(\.anchor) + ids.map(\.value)) }
}
