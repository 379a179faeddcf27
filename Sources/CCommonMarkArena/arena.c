#include "CCommonMarkArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Found by trying: the tree of a page of 6 KB takes some 100 KB.
#define BLOCK_SIZE (256 << 10)
#define ALIGNMENT 16

typedef struct Block {
  struct Block *before;
  size_t capacity, used;
} Block;

// Before each piece stands its size, for realloc. ALIGNMENT bytes, so that what follows is aligned.
typedef struct {
  size_t size;
  size_t unused;
} Header;

// One a thread: whoever parses does so on one thread, from the parse to the reset.
static _Thread_local Block *current;

static void *out_of_memory(void) { abort(); }

static void *give(size_t size) {
  if (size > SIZE_MAX / 2) return out_of_memory();
  size_t whole = sizeof(Header) + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
  if (!current || current->capacity - current->used < whole) {
    size_t capacity = whole > BLOCK_SIZE ? whole : BLOCK_SIZE;
    // The block's own head takes a multiple of ALIGNMENT, so that all behind it stays aligned as malloc gives it.
    size_t head = (sizeof(Block) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    Block *block = malloc(head + capacity);
    if (!block) return out_of_memory();
    block->before = current;
    block->capacity = head + capacity;
    block->used = head;
    current = block;
  }
  Header *header = (Header *)((char *)current + current->used);
  current->used += whole;
  header->size = size;
  return header + 1;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) return out_of_memory();
  void *piece = give(count * size);
  return memset(piece, 0, count * size);
}

static void *arena_realloc(void *piece, size_t size) {
  if (!piece) return give(size);
  Header *header = (Header *)piece - 1;
  if (size <= header->size) return piece;
  size_t whole = (header->size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  // The last piece grows where it stands: text that is added to line by line.
  if ((char *)piece + whole == (char *)current + current->used) {
    size_t grown = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size <= SIZE_MAX / 2 && current->capacity - current->used >= grown - whole) {
      current->used += grown - whole;
      header->size = size;
      return piece;
    }
  }
  return memcpy(give(size), piece, header->size);
}

static void arena_free(void *piece) { (void)piece; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_node *commonmark_arena_parse(const char *bytes, size_t count) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &arena);
  cmark_parser_feed(parser, bytes, count);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return document;
}

void commonmark_arena_reset(void) {
  while (current && (current->before || current->capacity > 2 * BLOCK_SIZE)) {
    Block *before = current->before;
    free(current);
    current = before;
  }
  if (current) current->used = (sizeof(Block) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}
