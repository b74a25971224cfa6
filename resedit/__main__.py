"""`python -m resedit`, and what the `resedit` command runs."""

import gc
import sys


def main() -> None:
    """Run the command line; whatever happens, it ends with a documented exit code and never with a traceback."""
    gc.disable()  # a run is short and its values hold no cycles: collecting costs a twentieth of the start
    try:
        if sys.stdout is None or sys.stderr is None:
            sys.exit("resedit: error: standard output or error is closed" if sys.stderr else 2)
        for stream in (sys.stdout, sys.stderr):
            # names of files may hold bytes that are no UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
        from resedit.cli.app import app

        app(prog_name="resedit")
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        from resedit.cli.errors import BROKEN_PIPE, close_stdout

        close_stdout()
        sys.exit(BROKEN_PIPE)
    except Exception as error:
        from resedit.cli.errors import BUG, report_bug

        report_bug(error)
        sys.exit(BUG)


if __name__ == "__main__":
    main()
