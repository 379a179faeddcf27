"""What the tests in a browser share: reporting, a server with the policy that the theme promises to work with, and building."""
import functools
import http.server
import subprocess
import threading

# The strictest policy: nothing inline, nothing from elsewhere.
POLICY = "default-src 'self'"
problems = []


def step(words):
    print(f"  {words}", flush=True)


def check(holds, problem):
    if not holds:
        problems.append(problem)
        print(f"    WRONG: {problem}", flush=True)


def serve(folder):
    """Serves a folder on a free port of this machine and returns its address."""
    class Strict(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Strict, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def build(program, site, output):
    """Builds a site into a folder, without its warnings."""
    subprocess.run([program, "build", site, "--output", output, "--quiet"], check=True, stderr=subprocess.DEVNULL)
    return output
