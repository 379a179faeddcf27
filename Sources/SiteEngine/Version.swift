/// The version shown in pages, feeds and `--version`.
package let version = "0.1.0"
