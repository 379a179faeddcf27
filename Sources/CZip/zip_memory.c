#include "zip_memory.h"

#include <stdlib.h>
#include <string.h>

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  ((zip_memory *)opaque)->offset = 0;
  return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *into, uLong size) {
  zip_memory *memory = stream;
  (void)opaque;
  if (memory->offset >= memory->count) return 0;
  size_t left = memory->count - memory->offset;
  size_t count = size < left ? size : left;
  memcpy(into, memory->bytes + memory->offset, count);
  memory->offset += count;
  return count;
}

static uLong write_memory(voidpf opaque, voidpf stream, const void *from, uLong size) {
  zip_memory *memory = stream;
  (void)opaque;
  size_t end = memory->offset + size;
  if (end > memory->capacity) {
    size_t capacity = memory->capacity < 4096 ? 4096 : memory->capacity;
    while (capacity < end) capacity *= 2;
    uint8_t *bytes = realloc(memory->bytes, capacity);
    if (!bytes) {
      memory->failed = 1;
      return 0;
    }
    memory->bytes = bytes;
    memory->capacity = capacity;
  }
  memcpy(memory->bytes + memory->offset, from, size);
  memory->offset = end;
  if (end > memory->count) memory->count = end;
  return size;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((zip_memory *)stream)->offset;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  zip_memory *memory = stream;
  (void)opaque;
  size_t start = origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->offset : origin == ZLIB_FILEFUNC_SEEK_END ? memory->count : 0;
  // A damaged archive may point anywhere.
  if (offset > memory->count - start) return -1;
  memory->offset = start + offset;
  return 0;
}

static int close_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

static int failure_of_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((zip_memory *)stream)->failed;
}

zlib_filefunc64_def zip_memory_functions(zip_memory *memory) {
  zlib_filefunc64_def functions = {
    .zopen64_file = open_memory,
    .zread_file = read_memory,
    .zwrite_file = write_memory,
    .ztell64_file = tell_memory,
    .zseek64_file = seek_memory,
    .zclose_file = close_memory,
    .zerror_file = failure_of_memory,
    .opaque = memory,
  };
  return functions;
}
