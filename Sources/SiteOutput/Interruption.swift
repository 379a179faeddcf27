/// Somebody stopped the build, and the site is as it was.
package struct Interruption: Error {}
