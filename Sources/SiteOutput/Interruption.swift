/// The user stopped the build; the site is unchanged.
package struct Interruption: Error {}
