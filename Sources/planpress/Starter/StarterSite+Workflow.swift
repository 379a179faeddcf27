extension StarterSite {
  /// Checks, builds and publishes the site with GitHub Actions. The guide's chapter on publishing explains it, and a test
  /// runs its commands.
  static let workflow: File = (
    ".github/workflows/publish.yml",
    """
    # Publishes the site to GitHub Pages when main changes, and checks every pull request.
    #
    # Two settings of the repository are needed once: under Pages, choose "GitHub Actions" as the source; under Secrets and
    # variables, Actions, add a variable PLANPRESS_URL with the download address of the program (made by 'make dist').
    name: Publish

    on:
      push:
        branches: [main]
      pull_request:
      workflow_dispatch:

    permissions:
      contents: read
      pages: write
      id-token: write

    concurrency:
      group: pages-${{ github.ref }}
      cancel-in-progress: true

    jobs:
      build:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4

          - name: Get planpress
            env:
              PLANPRESS_URL: ${{ vars.PLANPRESS_URL }}
            run: |
              mkdir -p .planpress/bin
              curl --fail --silent --show-error --location "$PLANPRESS_URL" --output .planpress/bin/planpress
              chmod +x .planpress/bin/planpress
              .planpress/bin/planpress --version

          # Keeps unchanged files from the previous build.
          - uses: actions/cache@v4
            with:
              path: Output
              key: output-${{ github.run_id }}
              restore-keys: output-

          # Shows errors and warnings at the lines of the pull request.
          - name: Check
            run: .planpress/bin/planpress check --format github

          - name: Build
            run: .planpress/bin/planpress build --format github

          # Offers the built site for download, linked in the summary of the pull request.
          - if: github.event_name == 'pull_request'
            id: preview
            uses: actions/upload-artifact@v4
            with:
              name: preview
              path: Output
          - if: github.event_name == 'pull_request'
            run: echo "Preview of the site - ${{ steps.preview.outputs.artifact-url }}" >> "$GITHUB_STEP_SUMMARY"

          - if: github.event_name != 'pull_request'
            uses: actions/upload-pages-artifact@v3
            with:
              path: Output

      publish:
        if: github.event_name != 'pull_request'
        needs: build
        runs-on: ubuntu-latest
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """
  )
}
