#include "CZip.h"

#include <stdlib.h>
#include <zip.h>

#include "zip_memory.h"

struct zip_writer {
  zip_memory memory;
  zipFile archive;
};

zip_writer *zip_writer_open(size_t capacity) {
  zip_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  writer->memory.bytes = malloc(capacity);
  writer->memory.capacity = writer->memory.bytes ? capacity : 0;
  zlib_filefunc64_def functions = zip_memory_functions(&writer->memory);
  writer->archive = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
  if (writer->archive) return writer;
  free(writer->memory.bytes);
  free(writer);
  return NULL;
}

int zip_writer_add(zip_writer *writer, const char *name, const uint8_t *bytes, size_t count) {
  // Day 1 of month 1 of 1980, and version 2.0 on MS-DOS: what minizip would fill in differs between systems.
  zip_fileinfo info = {.dosDate = (1 << 21) | (1 << 16)};
  int result = zipOpenNewFileInZip4_64(
    writer->archive, name, &info, NULL, 0, NULL, 0, NULL, 0, 0, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL,
    0, 20, 0, 0);
  if (result != ZIP_OK) return -1;
  while (count > 0 && result == ZIP_OK) {
    unsigned piece = count > 1 << 30 ? 1 << 30 : (unsigned)count;
    result = zipWriteInFileInZip(writer->archive, bytes, piece);
    bytes += piece;
    count -= piece;
  }
  int closed = zipCloseFileInZip(writer->archive);
  return result == ZIP_OK && closed == ZIP_OK ? 0 : -1;
}

const uint8_t *zip_writer_finish(zip_writer *writer, size_t *count) {
  int closed = zipClose(writer->archive, NULL);
  writer->archive = NULL;
  if (closed != ZIP_OK || writer->memory.failed) return NULL;
  *count = writer->memory.count;
  return writer->memory.bytes;
}

void zip_writer_close(zip_writer *writer) {
  if (writer->archive) zipClose(writer->archive, NULL);
  free(writer->memory.bytes);
  free(writer);
}

uint32_t zip_checksum(uint32_t checksum, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    uInt piece = count > 1 << 30 ? 1 << 30 : (uInt)count;
    checksum = (uint32_t)crc32(checksum, bytes, piece);
    bytes += piece;
    count -= piece;
  }
  return checksum;
}
