// What a build cannot do without, in C with the same libraries: the floor that planpress is measured against.
//
//   cc -O2 -o floor floor.c -lcmark -lyaml -lpthread
//   ./floor CONTENT OUTPUT [THREADS]
//
// Lists CONTENT, looks at every file, reads them all, runs libyaml over the front matter and libcmark over the text of
// every page, and writes each page as OUTPUT/<page>/index.html. Prints a line a step: its name and milliseconds.
// OUTPUT must not be there. A page is padded to twice the length of its text, as a page with its frame and tables has it.

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

typedef struct {
  char *path;  // below CONTENT
  int is_page;
  char *bytes;
  size_t length, body;
  char *html;
} File;

static File *files;
static size_t count, room;
static const char *content, *output;
static atomic_size_t next_file;

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s %s: %s\n", what, path, strerror(errno));
  exit(70);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void list(const char *folder) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", content, folder);
  DIR *stream = opendir(path);
  if (!stream) fail("list", path);
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", entry->d_name);
    if (entry->d_type == DT_DIR) {
      list(path);
      continue;
    }
    if (count == room) files = realloc(files, (room = room ? room * 2 : 1024) * sizeof *files);
    size_t length = strlen(path);
    files[count++] = (File){.path = strdup(path), .is_page = length > 3 && !strcmp(path + length - 3, ".md")};
  }
  closedir(stream);
}

static void look_at(File *file) {
  char path[4096];
  struct stat status;
  snprintf(path, sizeof path, "%s/%s", content, file->path);
  if (lstat(path, &status)) fail("look at", path);
}

static void read_whole(File *file) {
  char path[4096];
  struct stat status;
  snprintf(path, sizeof path, "%s/%s", content, file->path);
  int descriptor = open(path, O_RDONLY);
  if (descriptor < 0 || fstat(descriptor, &status)) fail("read", path);
  file->bytes = malloc(status.st_size + 1);
  ssize_t done = read(descriptor, file->bytes, status.st_size);
  if (done < 0) fail("read", path);
  file->length = done;
  file->bytes[done] = 0;
  close(descriptor);
  char *end = strncmp(file->bytes, "---\n", 4) ? NULL : strstr(file->bytes + 3, "\n---\n");
  file->body = end ? end + 5 - file->bytes : 0;
}

static void front_matter(File *file) {
  if (file->body < 8) return;
  yaml_parser_t parser;
  yaml_event_t event;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (unsigned char *)file->bytes + 4, file->body - 8);
  for (int is_done = 0; !is_done;) {
    if (!yaml_parser_parse(&parser, &event)) fail("parse", file->path);
    is_done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static void markdown(File *file) {
  if (file->is_page) file->html = cmark_markdown_to_html(file->bytes + file->body, file->length - file->body, CMARK_OPT_UNSAFE);
}

static void write_page(File *file) {
  if (!file->is_page) return;
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/%.*s", output, (int)strlen(file->path) - 3, file->path);
  if (mkdir(path, 0755) && errno == ENOENT) {
    *strrchr(path, '/') = 0;
    mkdir(path, 0755);
    path[strlen(path)] = '/';
    mkdir(path, 0755);
  }
  snprintf(path + length, sizeof path - length, "/index.html");
  int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (descriptor < 0) fail("write", path);
  size_t size = strlen(file->html);
  char *page = malloc(2 * size);
  memcpy(page, file->html, size);
  memset(page + size, ' ', size);
  if (write(descriptor, page, 2 * size) < 0) fail("write", path);
  free(page);
  close(descriptor);
}

static void *work(void *step) {
  for (size_t place; (place = atomic_fetch_add(&next_file, 4)) < count;)
    for (size_t each = place; each < place + 4 && each < count; each++) (*(void (**)(File *))step)(&files[each]);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "usage: floor CONTENT OUTPUT [THREADS]\n"), 64;
  content = argv[1], output = argv[2];
  int threads = argc > 3 ? atoi(argv[3]) : 2;
  double start = now();
  list("");
  printf("list %.1f\n", now() - start);
  if (mkdir(output, 0755)) fail("create", output);
  struct { const char *name; void (*step)(File *); } steps[] = {
    {"stat", look_at}, {"read", read_whole}, {"yaml", front_matter}, {"markdown", markdown}, {"write", write_page}};
  for (size_t step = 0; step < sizeof steps / sizeof *steps; step++) {
    pthread_t workers[64];
    start = now();
    next_file = 0;
    for (int each = 0; each < threads && each < 64; each++) pthread_create(&workers[each], NULL, work, &steps[step].step);
    for (int each = 0; each < threads && each < 64; each++) pthread_join(workers[each], NULL);
    printf("%s %.1f\n", steps[step].name, now() - start);
  }
  return 0;
}
