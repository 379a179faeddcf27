import Indicators
import SiteSources

extension Period {
  /// Whether it is the time that an entry of a snapshot has, or a more exact one within it: a month in place of its year.
  func isAsExact(as written: String) -> Bool {
    if description == written { return true }
    guard let time = Snapshot.time(of: written), let own = Snapshot.time(of: description) else { return false }
    return !own.start.isEarlier(than: time.start) && !own.end.isLater(than: time.end)
  }
}
