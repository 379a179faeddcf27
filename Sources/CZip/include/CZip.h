#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

/// Zip archives in memory, over minizip: nothing here opens a file.

/// A part of an archive, as the archive's directory describes it.
typedef struct {
  /// Ends with 0; a longer name is cut.
  char name[256];
  /// In bytes, as the directory claims; what is unpacked may differ.
  uint64_t size;
  int is_encrypted;
} zip_part;

typedef struct zip_reader zip_reader;

/// Null if the bytes are not a zip archive. They must outlive the reader.
zip_reader *zip_reader_open(const uint8_t *bytes, size_t count);
void zip_reader_close(zip_reader *reader);

/// Moves to the first part, or to the next. 1 if there is one, 0 after the last, -1 if the directory is damaged.
int zip_reader_first(zip_reader *reader, zip_part *part);
int zip_reader_next(zip_reader *reader, zip_part *part);

/// Unpacks the current part. Returns the number of bytes, or -1 if the part is damaged, is packed in an unknown way, or is
/// larger than `room`.
int64_t zip_reader_read(zip_reader *reader, uint8_t *into, size_t room);

typedef struct zip_writer zip_writer;

/// `capacity` is about as many bytes as the archive will have. Null if there is no memory.
zip_writer *zip_writer_open(size_t capacity);
/// Adds a part as it is, not packed, dated 1 January 1980. Returns 0, or -1 if there is no memory.
int zip_writer_add(zip_writer *writer, const char *name, const uint8_t *bytes, size_t count);
/// Ends the archive and returns its bytes, which `zip_writer_close` frees; null if there was no memory.
const uint8_t *zip_writer_finish(zip_writer *writer, size_t *count);
void zip_writer_close(zip_writer *writer);

/// The checksum of a part of an archive, continued over some more of its bytes. It begins with 0.
uint32_t zip_checksum(uint32_t checksum, const uint8_t *bytes, size_t count);

#endif
