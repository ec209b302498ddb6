"""`counterclaim` for tests that need a program of its own: `as_nobody.py me|nobody ARGUMENTS`.

With `nobody`, everything that another user might not be allowed to load is loaded first, and what a
superuser may do is given up.
"""

import os
import sys


def main() -> None:
    user = sys.argv.pop(1)
    from counterclaim.show.cli.main import main as run

    if user == "nobody":
        import counterclaim as cc
        from counterclaim.store import open_ledger

        cc.read("The army said that it rained.", published="2024-03-07")
        open_ledger(":memory:").close()
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
    run()


if __name__ == "__main__":
    main()
