"""`python -m claimx` is the command `claimx`."""

from claimx.cli.main import main

main()
