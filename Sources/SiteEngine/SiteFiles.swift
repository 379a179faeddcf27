import Files
import SearchIndex
import SiteData
import SiteModel
import SiteOutput
import SitePages
import SiteSources

/// All files of a finished site: the pages, data and attachments at its addresses, and the assets of its theme.
struct SiteFiles: Sendable {
  let site: ResolvedSite
  private let renderer: SiteRenderer
  private let data: SiteDataFiles
  private let folders: SiteFolders
  /// Pages name the sizes of the data files that they offer.
  private let sizes: DataSizes
  /// The files of the editions in the other languages; each edition has a folder.
  private let editions: [SiteFiles]
  var editionSites: [ResolvedSite] { editions.map(\.site) }

  init(_ site: ResolvedSite, editions: [ResolvedSite] = [], theme: Theme, folders: SiteFolders) {
    self.site = site
    self.folders = folders
    self.editions = editions.map { SiteFiles($0, theme: theme, folders: folders) }
    let data = SiteDataFiles(site)
    self.data = data
    sizes = DataSizes { address in
      if case .indicator(let ref, .source) = address {
        return site.indicators[ref].dataFile.flatMap { FileSystem.size(of: folders.path(of: $0)) }
      }
      return data.size(of: address)
    }
    renderer = SiteRenderer(site: site, theme: theme, version: version, sizes: sizes)
  }

  /// All files. Data files come first, since pages name their sizes, and the pages that offer the largest come last. Long
  /// pages come before short ones, so that no thread still renders one after the others have finished.
  func all(jobs: Int) async throws -> [OutputFile] {
    var files = try await own(jobs: jobs)
    if site.settings.hasLanguagesPage {
      files = below(site.settings.folder(ofEdition: 0), files, keepingAtTop: true) + [renderer.languagesPage()]
    }
    for edition in editions {
      let folder = edition.site.settings.folder(ofEdition: edition.site.settings.edition)
      files += below(folder, try await edition.own(jobs: jobs), keepingAtTop: false)
    }
    return files
  }

  /// The files of an edition in its folder. The files that hosts and robots look for are at the top, in the main language
  /// alone; hosts that look for the nearest 404.html find that of the edition.
  private func below(_ folder: String, _ files: [OutputFile], keepingAtTop: Bool) -> [OutputFile] {
    files.flatMap { file in
      var moved = OutputFile(path: folder.appending(part: file.path), content: file.content)
      moved.whenWritten = file.whenWritten
      let top = keepingAtTop ? [file] : []
      return switch file.path {
      case "robots.txt": top
      case "404.html": [moved] + top
      default: [moved]
      }
    }
  }

  private func own(jobs: Int) async throws -> [OutputFile] {
    let addresses = site.routes.addresses
    let ordered = WritingOrder.allCases.flatMap { order in addresses.filter { $0.writingOrder == order } }
    let files =
      try await concurrentMap(ordered, jobs: jobs, longestRun: 64) { file(at: $0) } + renderer.assets()
      + renderer.markdownCopies()
    guard site.settings.hasSearch else { return files }
    return try await files + SearchIndex.build(site, jobs: jobs).files
  }

  private func file(at address: SiteAddress) -> OutputFile {
    switch address {
    case .page(let page): renderer.page(at: page)
    case .file(let file): renderer.file(file)
    case .feed(let scope): renderer.feed(of: scope)
    case .data(let data): dataFile(at: data)
    case .chart(let ref): renderer.chart(of: ref)
    case .attachment(let ref):
      OutputFile(
        path: site.routes.attachments[ref].route.outputPath,
        content: .copied(from: folders.path(of: site.routes.attachments[ref].file.contentPath)))
    }
  }
}

extension SiteFiles {
  private func dataFile(at address: DataAddress) -> OutputFile {
    var file =
      if case .indicator(let ref, .source) = address {
        OutputFile(
          path: site.routes.route(of: address).outputPath,
          content: .copied(from: folders.path(of: site.indicators[ref].dataFile ?? "")))
      } else {
        data.file(at: address)
      }
    if address.isOffered { file.whenWritten = { [sizes] in sizes.note($0, of: address) } }
    return file
  }
}

/// When the file of an address is written.
private enum WritingOrder: CaseIterable {
  case data, long, short, offersAllData
}

extension SiteAddress {
  fileprivate var writingOrder: WritingOrder {
    switch self {
    case .data: .data
    case .page(.list(.indicators)), .page(.list(.actions)), .page(.longList(.indicators, _)),
      .page(.longList(.actions, _)):
      .offersAllData
    case .page(.content), .page(.redirect), .page(.notFound), .attachment: .short
    case .page, .file, .chart, .feed: .long
    }
  }
}

extension DataAddress {
  /// Whether a page offers the file to readers.
  fileprivate var isOffered: Bool {
    switch self {
    case .indicator(_, .csvMetadata), .all(.csvMetadata), .all(.valuesMetadata), .actions(.csvMetadata): false
    case .indicator, .all, .actions: true
    }
  }
}
