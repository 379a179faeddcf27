/// The files that office programs and file systems put into folders, by name.
package enum OfficeFile {
  /// Files that nobody made by hand, and that would give away who works on what: the lock files of office programs
  /// (`~$plan.docx`, `.~lock.plan.odt#`), thumbnails and settings of folders.
  package static func isLitter(_ name: String) -> Bool {
    // The first byte tells nearly all names apart.
    switch name.utf8.first {
    case UInt8(ascii: "~"): name.hasPrefix("~$") || name.hasPrefix("~WRL") && name.hasSuffix(".tmp")
    case UInt8(ascii: "T"), UInt8(ascii: "t"): name.lowercased() == "thumbs.db"
    case UInt8(ascii: "d"), UInt8(ascii: "D"): name.lowercased() == "desktop.ini"
    case UInt8(ascii: "e"): name == "ehthumbs.db"
    default: false
    }
  }

  /// A document of a word processor, which planpress does not read.
  package static let documents: Set<String> = ["docx", "doc", "docm", "dotx", "rtf", "odt", "wps", "wpt", "pages"]
  /// A workbook, which planpress reads as `values.xlsx` only.
  package static let workbooks: Set<String> = ["xlsx", "xls", "xlsm", "xlsb", "ods", "et", "numbers"]
}
