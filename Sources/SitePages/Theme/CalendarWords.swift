import Bytes
import DataFormats
import SiteSources

extension CalendarDate {
  /// 2024年3月5日, or 5 March 2024.
  func text(in language: Language) -> String {
    ByteBuffer.text { bytes in
      switch language.words {
      case .chinese:
        bytes.append(decimal: year)
        bytes.append(literal: "年")
        bytes.append(decimal: month)
        bytes.append(literal: "月")
        bytes.append(decimal: day)
        bytes.append(literal: "日")
      case .english:
        bytes.append(decimal: day)
        bytes.append(UInt8(ascii: " "))
        bytes.append(text: CalendarDate.englishMonths[month - 1])
        bytes.append(UInt8(ascii: " "))
        bytes.append(decimal: year)
      }
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
