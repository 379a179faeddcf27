#include "CCommonMarkArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Empirically derived: the tree of a page of 6 KB takes about 100 KB.
#define BLOCK_SIZE (256 << 10)
#define ALIGNMENT 16

typedef struct Block {
  struct Block *previous;
  size_t capacity, used;
} Block;

// Precedes each allocation; realloc needs the size. It takes ALIGNMENT bytes, which keeps the allocation aligned.
typedef struct {
  size_t size;
  size_t unused;
} Header;

// One arena per thread. A caller stays on one thread from the parse to the reset.
static _Thread_local Block *current;

static void *out_of_memory(void) { abort(); }

static void *allocate(size_t size) {
  if (size > SIZE_MAX / 2) return out_of_memory();
  size_t whole = sizeof(Header) + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
  if (!current || current->capacity - current->used < whole) {
    size_t capacity = whole > BLOCK_SIZE ? whole : BLOCK_SIZE;
    // The block's header takes a multiple of ALIGNMENT, which keeps everything after it aligned.
    size_t head = (sizeof(Block) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    Block *block = malloc(head + capacity);
    if (!block) return out_of_memory();
    block->previous = current;
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
  void *memory = allocate(count * size);
  return memset(memory, 0, count * size);
}

static void *arena_realloc(void *memory, size_t size) {
  if (!memory) return allocate(size);
  Header *header = (Header *)memory - 1;
  if (size <= header->size) return memory;
  size_t whole = (header->size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  // The last allocation grows in place: libcmark appends to a text line by line.
  if ((char *)memory + whole == (char *)current + current->used) {
    size_t grown = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size <= SIZE_MAX / 2 && current->capacity - current->used >= grown - whole) {
      current->used += grown - whole;
      header->size = size;
      return memory;
    }
  }
  return memcpy(allocate(size), memory, header->size);
}

static void arena_free(void *memory) { (void)memory; }

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_node *commonmark_arena_parse(const char *bytes, size_t count) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &arena);
  cmark_parser_feed(parser, bytes, count);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return document;
}

void commonmark_arena_reset(void) {
  while (current && (current->previous || current->capacity > 2 * BLOCK_SIZE)) {
    Block *previous = current->previous;
    free(current);
    current = previous;
  }
  if (current) current->used = (sizeof(Block) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}
