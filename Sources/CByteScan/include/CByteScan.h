#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Up to eight patterns of three bytes, one for each bit. A bit in both tables of a place says that the pattern may have the byte
/// there.
struct byte_patterns {
  /// By place, and by the lower four bits of a byte.
  uint8_t low[3][16];
  /// By place, and by the upper four bits of a byte.
  uint8_t high[3][16];
};

/// The first offset from `start` on at which a pattern may begin; `count` if there is none. Two zeros follow the last byte.
size_t scan_next(const struct byte_patterns *patterns, const uint8_t *bytes, size_t start, size_t count);

struct text_faults {
  /// False only for well-formed UTF-8. Unicode 16, table 3-7.
  bool may_be_malformed;
  /// False only where no character is a control character besides tab, line feed and carriage return, and none is U+FFFE or
  /// U+FFFF.
  bool may_have_control;
};

struct text_faults scan_text(const uint8_t *bytes, size_t count);

#endif
