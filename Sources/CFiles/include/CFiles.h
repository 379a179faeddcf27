#ifndef CFILES_H
#define CFILES_H

/// Opens a path below a folder, and follows no symbolic link in any part of it. `path` is relative and has no `..`.
/// Returns a descriptor, or -1 with errno; that is ELOOP or ENOTDIR where a part is a link.
int files_open_beneath(int folder, const char *path, int flags, unsigned int mode);

/// The same in one system call for each part, for systems that cannot open the path in one.
int files_open_by_part(int folder, const char *path, int flags, unsigned int mode);

/// The flags that open a folder only to reach what is in it.
int files_folder_flags(void);

#endif
