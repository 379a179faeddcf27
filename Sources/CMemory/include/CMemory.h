#ifndef CMEMORY_H
#define CMEMORY_H

// A program that has this target among its dependencies allocates with its malloc; see memory.c.

#endif
