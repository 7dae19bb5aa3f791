"""The command line: `gouden-poort serve`, `db`, `forget-expired`, `tick`, `look-again`, `funnel`, `catalogue`,
`rules`, `objections`, `coach-requests`, `messages`, `organisation`, `user`, `trail`, `demo`, `places` and `route`.

Exit status 0: done; 1: it could not be done now; 2: bad input, with every fault on stderr and nothing changed;
3: answered, but for lines that were no good (`route --jsonl`).
Each command imports what it needs when it runs, so that none waits for the parts of another.
"""

from __future__ import annotations

from typing import Any

import click

from gouden_poort import __version__
from gouden_poort.commands.accounts import organisation, user
from gouden_poort.commands.catalogues import catalogue, places
from gouden_poort.commands.database import db
from gouden_poort.commands.demo import demo
from gouden_poort.commands.forgetting import forget_expired
from gouden_poort.commands.funnel import funnel
from gouden_poort.commands.looking_again import look_again
from gouden_poort.commands.messages import messages
from gouden_poort.commands.requests import coach_requests, objections
from gouden_poort.commands.route import route
from gouden_poort.commands.rules import rules
from gouden_poort.commands.serving import serve
from gouden_poort.commands.telling import BAD_INPUT, CANNOT_NOW, later, told
from gouden_poort.commands.tick import tick
from gouden_poort.commands.trail import trail
from gouden_poort.errors import GoudenPoortError, NoCatalogue, StorageUnavailable


class _Commands(click.Group):
    """The commands, with one answer to what may go wrong in any of them."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (NoCatalogue, StorageUnavailable) as error:
            click.echo(later(error), err=True)
            ctx.exit(CANNOT_NOW)
        except GoudenPoortError as error:
            for line in told(error):
                click.echo(line, err=True)
            ctx.exit(BAD_INPUT)
        except BrokenPipeError:
            raise  # who reads our answers has seen enough: click ends the run without a word
        except FileExistsError as error:
            click.echo(str(error), err=True)
            ctx.exit(BAD_INPUT)
        except OSError as error:
            click.echo(f"{error.filename or 'Input or output'}: {error.strerror or error}", err=True)
            ctx.exit(CANNOT_NOW)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Routes into technical work: who you are, what you can and where you live becomes a schedule you can book."""


for _command in (
    serve,
    db,
    forget_expired,
    tick,
    look_again,
    funnel,
    catalogue,
    rules,
    objections,
    coach_requests,
    messages,
    organisation,
    user,
    trail,
    demo,
    places,
    route,
):
    main.add_command(_command)
