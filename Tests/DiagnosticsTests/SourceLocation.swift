import Diagnostics

/// Ours; Swift Testing has one as well.
typealias SourceLocation = Diagnostics.SourceLocation
