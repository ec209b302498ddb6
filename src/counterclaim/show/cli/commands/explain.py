"""`counterclaim explain`."""

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Examples:
  counterclaim explain kunduz-lantern             what there is to explain in a report
  counterclaim explain e-1f0c…                    an event; c- a claim, x- a comparison, k- a check
  counterclaim explain kunduz-lantern@120-126     the place, time or number that stands there
  counterclaim explain ledger.db c-7d31… --json
"""


def _ids(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Ids that begin as the word to be completed does; none where no ledger can be opened."""
    from counterclaim.model.errors import CounterclaimError
    from counterclaim.show.explain.find import beginning
    from counterclaim.store import open_ledger

    named = [*(ctx.params.get("arguments") or ()), ctx.params.get("ledger_option")]
    path = next((word for word in named if word), None) or options.default_ledger()
    try:
        with open_ledger(path, create=False) as ledger:
            return beginning(ledger.view(), incomplete)
    except CounterclaimError:
        return []


@click.command(epilog=EXAMPLES)
@options.ledger_option
@click.argument("arguments", nargs=-1, required=True, metavar="[LEDGER] ID", shell_complete=_ids)
@options.as_json
@options.color
def command(
    arguments: tuple[str, ...], ledger_option: str | None, as_json: bool, color: bool | None
) -> None:
    """Say why a record is as it is: the words, the rule, what else it could have been.

    ID is the id of a claim, an event, a comparison, a check, an incident or an origin, or the
    beginning of one. A place, a time or a number is named by where it stands: REPORT@START-END, or
    REPORT@CHARACTER for all that was read there. A report's id lists what there is to explain.
    """
    path, name = options.ledger_and_record(arguments, ledger_option)
    if name is None:
        raise click.UsageError("name a record to explain, or a report to see its records.")
    from counterclaim.show.explain import contents, explain, find
    from counterclaim.show.explain.gazetteer import place_words
    from counterclaim.store import open_ledger

    with open_ledger(path, create=False) as ledger:
        view = ledger.view()
        named = find(view, name, str(path))
        if named.kind == "report":
            listed = contents(view, named.report)
            if as_json:
                output.json_lines(listed)
            else:
                from counterclaim.show.terminal.explanation import contents_list

                output.view(contents_list(named.report, listed), color)
            return
        found = explain(view, named, place_words())
    if as_json:
        output.json_lines(found)
        return
    from counterclaim.show.terminal.console import make_console
    from counterclaim.show.terminal.explanation import explanation_view

    console = make_console(color=color)
    for explanation in found:
        console.print(explanation_view(explanation, console))
    if not found:
        click.echo(f"Nothing was read at {named.id}. See: counterclaim explain {named.report}")
