import Diagnostics

/// Swift Testing also has a type of this name.
typealias SourceLocation = Diagnostics.SourceLocation
