#ifndef CFILES_H
#define CFILES_H

/// Opens a path below a folder, and follows no symbolic link in any part of it. `path` is relative and has no `..`.
/// Returns a descriptor, or -1 with errno; that is ELOOP or ENOTDIR where a part is a link.
int files_open_beneath(int folder, const char *path, int flags, unsigned int mode);

/// Opens a path part by part, one system call each, on systems without `openat2`.
int files_open_by_part(int folder, const char *path, int flags, unsigned int mode);

/// The flags that open a folder only to reach what is in it.
int files_folder_flags(void);

#endif
