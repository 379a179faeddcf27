#ifndef ZIP_MEMORY_H
#define ZIP_MEMORY_H

#include <ioapi.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes that minizip takes for a file.
typedef struct {
  uint8_t *bytes;
  size_t count;
  /// 0 for memory that is only read.
  size_t capacity;
  size_t offset;
  int failed;
} zip_memory;

/// The functions through which minizip reads and writes `memory`.
zlib_filefunc64_def zip_memory_functions(zip_memory *memory);

#endif
