#include "CZip.h"

#include <stdlib.h>
#include <unzip.h>

#include "zip_memory.h"

struct zip_reader {
  zip_memory memory;
  unzFile archive;
};

zip_reader *zip_reader_open(const uint8_t *bytes, size_t count) {
  zip_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  // Nothing writes to memory that is opened for reading.
  reader->memory.bytes = (uint8_t *)bytes;
  reader->memory.count = count;
  zlib_filefunc64_def functions = zip_memory_functions(&reader->memory);
  reader->archive = unzOpen2_64("", &functions);
  if (reader->archive) return reader;
  free(reader);
  return NULL;
}

void zip_reader_close(zip_reader *reader) {
  unzClose(reader->archive);
  free(reader);
}

static int describe(zip_reader *reader, int result, zip_part *part) {
  if (result == UNZ_END_OF_LIST_OF_FILE) return 0;
  if (result != UNZ_OK) return -1;
  unz_file_info64 info;
  result = unzGetCurrentFileInfo64(reader->archive, &info, part->name, sizeof part->name - 1, NULL, 0, NULL, 0);
  if (result != UNZ_OK) return -1;
  part->name[info.size_filename < sizeof part->name ? info.size_filename : sizeof part->name - 1] = 0;
  part->size = info.uncompressed_size;
  part->is_encrypted = info.flag & 1;
  return 1;
}

int zip_reader_first(zip_reader *reader, zip_part *part) {
  unz_global_info64 info;
  // An archive without parts is an error for minizip.
  if (unzGetGlobalInfo64(reader->archive, &info) == UNZ_OK && info.number_entry == 0) return 0;
  return describe(reader, unzGoToFirstFile(reader->archive), part);
}

int zip_reader_next(zip_reader *reader, zip_part *part) {
  return describe(reader, unzGoToNextFile(reader->archive), part);
}

int64_t zip_reader_read(zip_reader *reader, uint8_t *into, size_t room) {
  if (unzOpenCurrentFile(reader->archive) != UNZ_OK) return -1;
  size_t count = 0;
  int done = 0;
  while (count < room) {
    size_t left = room - count;
    done = unzReadCurrentFile(reader->archive, into + count, left > 1 << 20 ? 1 << 20 : (unsigned)left);
    if (done <= 0) break;
    count += (size_t)done;
  }
  uint8_t more;
  int is_larger = done >= 0 && count == room && unzReadCurrentFile(reader->archive, &more, 1) > 0;
  // Closing compares the checksum.
  int closed = unzCloseCurrentFile(reader->archive);
  return done < 0 || is_larger || closed != UNZ_OK ? -1 : (int64_t)count;
}
