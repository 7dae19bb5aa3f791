"""Messages: posting them together with what they are about, sending those that are due, and what was sent.

A message is kept in the unit of work of whoever has something to tell, so it exists exactly when that does. A sender
comes by later. A message is never sent twice: what may have been sent is left to a person.
"""

from gouden_poort.services.outbox.letters import letter, mark_posted, read, send_again
from gouden_poort.services.outbox.looking import own_messages, sent_about, waiting_or_failed
from gouden_poort.services.outbox.overview import Line, Shelf, overview
from gouden_poort.services.outbox.posting import post, post_all, post_if_deliverable, same_message, withdraw
from gouden_poort.services.outbox.sending import Sent, send_due
from gouden_poort.services.outbox.tidying import forget_for_once, forget_given_up, try_again

__all__ = [
    "Line",
    "Sent",
    "Shelf",
    "forget_for_once",
    "forget_given_up",
    "letter",
    "mark_posted",
    "overview",
    "own_messages",
    "post",
    "post_all",
    "post_if_deliverable",
    "read",
    "same_message",
    "send_again",
    "send_due",
    "sent_about",
    "try_again",
    "waiting_or_failed",
    "withdraw",
]
