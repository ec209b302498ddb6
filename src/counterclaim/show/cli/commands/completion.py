"""`counterclaim completion`."""

import click

EXAMPLES = """\b
Examples:
  counterclaim completion bash >> ~/.bashrc
  counterclaim completion zsh >> ~/.zshrc
  counterclaim completion fish > ~/.config/fish/completions/counterclaim.fish
"""


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in SHELL."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    root = ctx.find_root().command
    click.echo(found(root, {}, "counterclaim", "_COUNTERCLAIM_COMPLETE").source())
