import Bytes
import Files
import SiteSources

/// Splits folder paths into ordered parts, once for all pages of a folder.
struct FolderOrders {
  private let pages: PageTable
  private let indexes: [String: PageRef]
  private var last: (folder: String, parts: [OrderedPart])?

  init(pages: PageTable, indexes: [String: PageRef]) {
    self.pages = pages
    self.indexes = indexes
  }

  mutating func parts(of folder: String) -> [OrderedPart] {
    if let last, last.folder == folder { return last.parts }
    var path = ""
    let parts = folder.split(separator: "/").map { component in
      path = path.appending(part: String(component))
      return OrderedPart(OrderedName(String(component)), order: indexes[path].flatMap { pages[$0].fields.order })
    }
    last = (folder, parts)
    return parts
  }
}

/// The sort key of a page: the parts of its folder, then its own. A folder's index page comes before the pages in the
/// folder.
struct SortKey {
  let folder: [OrderedPart]
  let own: OrderedPart?

  private var count: Int { folder.count + (own == nil ? 0 : 1) }

  private func part(_ index: Int) -> OrderedPart? { index < folder.count ? folder[index] : own }

  func precedes(_ other: SortKey) -> Bool {
    var index = 0
    while index < count, index < other.count {
      if let left = part(index), let right = other.part(index), let isFirst = left.precedes(right) { return isFirst }
      index += 1
    }
    return count < other.count
  }
}
